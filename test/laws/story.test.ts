import { describe, expect, test } from 'vitest';
import { pinsOf, rowOf, rowsOf, type Lifecycle, type Moment, type Provider } from '../../src/define/index.ts';
import { fieldOf, madeOf, momentIn, repeated, versions, type Made } from './every.ts';

/** One event of the story: the typical fixture of a row, or the one in another shape. */
interface Scene extends Made {
  readonly name: string;
  readonly id: string;
  readonly shape: Made['made']['form']['shape'];
  readonly at: number;
}

/** A scene whose object names the object of another one. */
interface Link {
  readonly from: Scene;
  readonly path: string;
  readonly to: Scene;
}

/** Fields that mean the same in every object that has them. */
const shared = ['currency', 'customer_id', 'merchant_no', 'app_id', 'merchant_order_id', 'subscription_id', 'test'];

/** Amounts that are no greater than that of the object referred to, and neither are they together. */
const parts = new Set(['payment order', 'refund payment', 'refund payment_intent', 'dispute payment_intent']);

/** Amounts that are that of the object referred to. */
const wholes = [
  'invoice total_amount payment_intent amount',
  'payment_intent amount invoice total_amount',
  'invoice total_amount subscription recurring.unit_amount',
  'checkout.session amount payment_intent amount',
  'checkout.session amount subscription recurring.unit_amount',
];

describe.each(versions)('$name', ({ provider }) => {
  const fixtures = madeOf(provider).filter(({ made }) => made.kind !== 'documented');
  const scenes = scenesOf(provider, fixtures);
  const links = scenes.flatMap((scene) => linksFrom(scene, scenes));

  test('every reference is to an object of the story in the same shape, or in its only one', () => {
    const wrong = fixtures.flatMap(({ file, made, object }) =>
      idsIn(object, made.form.shape.references).flatMap(({ path, name, id }) =>
        peersOf(scenes, name, made.form.shape.name).some((scene) => scene.id === id) ? [] : [`${file} ${path}: ${id}`],
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('no object refers to one that is made later', () => {
    const wrong = links.filter(({ from, to }) => from.at < momentIn(to.object, 'created', to.shape)!);
    expect(wrong.map(({ from, path, to }) => `${from.file} ${path}: ${to.id} is younger`)).toEqual([]);
  });

  test('objects that refer to each other agree on what both say', () => {
    const wrong = links.flatMap(({ from, path, to }) =>
      shared
        .filter((field) => {
          const [ours, theirs] = [fieldOf(from.object, field), fieldOf(to.object, field)];
          return ours !== undefined && theirs !== undefined && ours !== theirs;
        })
        .map((field) => `${from.file} ${path}: another ${field} than ${to.file}`),
    );
    expect(wrong).toEqual([]);
  });

  test('an object agrees with the customer and the invoice that are in it', () => {
    const wrong = scenes.flatMap(({ file, object, id }) => {
      const payment = scenes.find(
        (scene) => fieldOf(scene.object, 'invoice_id') === fieldOf(object, 'latest_invoice.id'),
      );
      const pairs = [
        [fieldOf(object, 'customer.id') ?? fieldOf(object, 'customer_id'), fieldOf(object, 'customer_id')],
        [
          fieldOf(object, 'latest_invoice.payment_intent.merchant_order_id'),
          payment && fieldOf(payment.object, 'merchant_order_id'),
        ],
      ];
      return pairs.some(([ours, theirs]) => ours !== undefined && ours !== theirs) ? [`${file}: ${id}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('part of an amount is no greater than the whole, and neither are all parts', () => {
    const some = links.filter(({ from, to }) => parts.has(`${from.name} ${to.name}`));
    const wrong = some.filter(({ from: { name, shape }, to }) => {
      const amounts = new Map(
        some
          .filter(({ from, to: { id } }) => from.name === name && from.shape === shape && id === to.id)
          .map(({ from }) => [from.id, Number(fieldOf(from.object, 'amount'))]),
      );
      return [...amounts.values()].reduce((sum, amount) => sum + amount, 0) > Number(fieldOf(to.object, 'amount'));
    });
    expect(wrong.map(({ from, to }) => `${from.file} of ${to.file}`)).toEqual([]);
  });

  test('what is paid is what was asked for', () => {
    const wrong = links.flatMap(({ from, to }) =>
      wholes
        .map((line) => line.split(' ') as [string, string, string, string])
        .filter(([name, field, other, otherField]) => {
          if (from.name !== name || to.name !== other) return false;
          return fieldOf(from.object, field) !== fieldOf(to.object, otherField);
        })
        .map(() => `${from.file} and ${to.file}`),
    );
    expect(wrong).toEqual([]);
  });

  test('an object is made, then changed, then told of', () => {
    const wrong = scenes.filter(({ object, shape, at }) => {
      const [created, updated] = [momentIn(object, 'created', shape), momentIn(object, 'updated', shape)];
      return (created ?? 0) > (updated ?? at) || (updated ?? at) > at;
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test('an object keeps the time at which it was made', () => {
    const times = new Map<string, Set<number | undefined>>();
    for (const { id, object, shape } of scenes)
      times.set(id, (times.get(id) ?? new Set()).add(momentIn(object, 'created', shape)));
    expect([...times].filter(([, created]) => created.size > 1).map(([id]) => id)).toEqual([]);
  });

  test("an event's own time is the moment of the story", () => {
    const { createdAt } = provider.envelope.paths;
    const wrong =
      createdAt === undefined
        ? []
        : fixtures.filter(({ event, value }) => fieldOf(value, createdAt.join('.')) !== momentOf(provider, event));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test('no two events of the story have one moment', () => {
    expect(repeated(rowsOf(provider).map(([type]) => String(momentOf(provider, type))))).toEqual([]);
  });

  test('the events of each object follow each other as its lifecycle says', () => {
    const wrong = objectsIn(scenes).flatMap((events) =>
      events.slice(1).flatMap((scene, index) => {
        const before = events[index]!;
        const { next } = stepAfter(lifecycleOf(provider, scene.name), before)!;
        return next.includes(scene.event) || next.includes(narrowed(scene))
          ? []
          : [`${scene.file} after ${before.file}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("every row is in its own object's lifecycle and in no other", () => {
    const places = (type: string) =>
      provider.lifecycles.flatMap(({ object, steps }) => (Object.hasOwn(steps, type) ? [object] : []));
    const found = rowsOf(provider).map(([type]) => [type, places(type)]);
    expect(found).toEqual(rowsOf(provider).map(([type, row]) => [type, [row.object.name]]));
  });

  describe.each(provider.lifecycles)('the lifecycle of $object', ({ first, steps }) => {
    const names = Object.keys(steps);

    test('names events of the catalogue alone, or their alternatives', () => {
      const isKnown = (name: string) =>
        rowsOf(provider).some(
          ([type, row]) =>
            name === type || alternativesOf(row).some((alternative) => name === `${type}.${alternative}`),
        );
      expect([...first, ...names].filter((name) => !isKnown(name))).toEqual([]);
    });

    test('has a step for whatever may come first or next', () => {
      const told = [...first, ...Object.values(steps).flatMap(({ next }) => next)];
      expect(told.filter((name) => !Object.hasOwn(steps, name))).toEqual([]);
    });

    test('reaches every step from the first ones', () => {
      const reached = new Set(first);
      for (const name of reached) {
        const also = names.filter((other) => other.startsWith(`${name}.`));
        for (const next of [...also, ...(steps[name]?.next ?? [])]) reached.add(next);
      }
      expect(names.filter((name) => !reached.has(name))).toEqual([]);
    });

    test('lets nothing follow an event but what may follow one of its alternatives', () => {
      const wrong = rowsOf(provider)
        .filter(([type, row]) => alternativesOf(row).some((name) => Object.hasOwn(steps, `${type}.${name}`)))
        .filter(([type, row]) => {
          const each = alternativesOf(row).flatMap((name) => steps[`${type}.${name}`]!.next);
          return String([...new Set(each)].toSorted()) !== String(steps[type]!.next.toSorted());
        });
      expect(wrong.map(([type]) => type)).toEqual([]);
    });
  });
});

/** The typical fixtures and those in another shape, in the order of the story. */
function scenesOf(provider: Provider, fixtures: readonly Made[]): Scene[] {
  return fixtures
    .filter(
      ({ made: { kind, form } }) => (kind === 'typical' || kind === 'form') && form.envelope === provider.envelope,
    )
    .map((made) => ({
      ...made,
      name: rowOf(provider, made.event).object.name,
      id: String(fieldOf(made.object, 'id')),
      shape: made.made.form.shape,
      at: momentOf(provider, made.event),
    }))
    .toSorted((one, other) => one.at - other.at);
}

/** The scenes of an object's name in the shape named, or in its only one. */
function peersOf(scenes: readonly Scene[], name: string, shape: string): Scene[] {
  const named = scenes.filter((scene) => scene.name === name);
  const isOnly = new Set(named.map((scene) => scene.shape)).size === 1;
  return named.filter((scene) => isOnly || scene.shape.name === shape);
}

function linksFrom(from: Scene, scenes: readonly Scene[]): Link[] {
  return idsIn(from.object, from.shape.references).flatMap(({ path, name, id }) =>
    peersOf(scenes, name, from.shape.name).flatMap((to) => (to.id === id ? [{ from, path, to }] : [])),
  );
}

/** The ids of other objects in an object. */
function idsIn(object: object, references: { readonly [Path: string]: string }) {
  return Object.entries(references).flatMap(([path, name]) => {
    const ids = (fieldOf(object, path) ?? []) as string | readonly string[];
    return [ids].flat().map((id) => ({ path, name, id }));
  });
}

/** The story's events of each object, in time order. */
function objectsIn(scenes: readonly Scene[]): Scene[][] {
  const key = ({ name, shape, id }: Scene) => [name, shape.name, id].join(' ');
  return [...new Set(scenes.map(key))].map((object) => scenes.filter((scene) => key(scene) === object));
}

function lifecycleOf(provider: Provider, object: string): Lifecycle {
  return provider.lifecycles.find((lifecycle) => lifecycle.object === object)!;
}

/** What may come after a scene: by its alternative, where the lifecycle tells alternatives apart. */
function stepAfter({ steps }: Lifecycle, scene: Scene) {
  return steps[narrowed(scene)] ?? steps[scene.event];
}

function narrowed({ event, alternative }: Scene): string {
  return `${event}.${alternative ?? ''}`;
}

function alternativesOf(row: ReturnType<typeof rowOf>): string[] {
  return pinsOf(row).flatMap(([, choices]) => choices.flatMap(({ name }) => name ?? []));
}

function momentOf(provider: Provider, type: string): number {
  return Date.parse((provider.story as { readonly [Type: string]: Moment })[type]!.at);
}
