import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { sampleEvents } from '../../src/arbitrary/sample.ts';
import {
  documented,
  fact,
  formsOf,
  isValidEvent,
  eventSchema,
  pinsOf,
  rowsOf,
  unknown,
  valueAt,
  type Delivery,
  type EventForm,
  type Provider,
} from '../../src/define/index.ts';
import { kinds, type ChangeKind } from '../../src/diff/change.ts';
import { diffVersions, renderDiff, renderDiffMarkdown, type FieldPath, type Reads } from '../../src/diff/index.ts';
import { Random } from '../../src/arbitrary/random.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { v2024_10, v2025_11_06, v2026_04 } from '../../src/providers/useepay/index.ts';
import { schemaAt } from '../laws/schema-walk.ts';
import { acme } from '../support/acme.ts';
import { mutations, withField, withObject } from './mutations.ts';

const said = documented('https://example.com/acme, read 2026-11-22');

/** What changes, in short. */
function changesBetween(before: Provider, after: Provider, reads?: Reads): [kind: ChangeKind, path: string][] {
  return diffVersions(before, after, reads).changes.map(({ kind, path }) => [kind, path]);
}

/** The invented provider with another delivery. */
function delivering(changed: Partial<Delivery>): Provider {
  return { ...acme, delivery: { ...acme.delivery, ...changed } };
}

const signature = acme.delivery.signature.value;
const { 'Acme-Timestamp': timestampHeader, ...fewerHeaders } = acme.delivery.headers;
const deliveries: readonly (readonly [ChangeKind, path: string, Partial<Delivery>, before?: Partial<Delivery>])[] = [
  ['encoding-changed', 'encoding', { encoding: fact({ kind: 'form', field: 'data' }, said) }],
  ['header-removed', 'headers.Acme-Timestamp', { headers: fewerHeaders }],
  ['header-added', 'headers.Acme-Id', { headers: { ...acme.delivery.headers, 'Acme-Id': fact('{id}', said) } }],
  [
    'header-value-changed',
    'headers.Content-Type',
    { headers: { ...acme.delivery.headers, 'Content-Type': fact('text/plain', said) } },
  ],
  [
    'header-rewritten',
    'headers.Acme-Timestamp',
    { headers: { ...acme.delivery.headers, 'Acme-Timestamp': fact('t={timestamp}', said) } },
  ],
  ['signature-changed', 'signature', { signature: fact({ ...signature, signedText: '{body}' }, said) }],
  ['signature-changed', 'signature', { signature: fact({ ...signature, header: 'Acme-Sign' }, said) }],
  ['timestamp-changed', 'timestamp', { timestamp: fact({ header: 'Acme-Timestamp', unit: 'milliseconds' }, said) }],
  ['timestamp-removed', 'timestamp', { timestamp: unknown('nowhere', 'none') }],
  ['timestamp-added', 'timestamp', {}, { timestamp: unknown('nowhere', 'none') }],
  ['tolerance-changed', 'tolerance', { tolerance: fact(60, said) }],
  ['acknowledgement-widened', 'acknowledgement', { acknowledgement: fact([200, 204], said) }],
  ['acknowledgement-narrowed', 'acknowledgement', {}, { acknowledgement: fact([200, 204], said) }],
  ['timeout-shortened', 'timeout', { timeout: fact(5, said) }],
  ['timeout-shortened', 'timeout', { timeout: unknown('nowhere', 'not said') }],
  ['timeout-lengthened', 'timeout', { timeout: fact(20, said) }],
  ['retries-changed', 'retries', { retries: fact([60], said) }],
  ['order-lost', 'ordered', {}, { ordered: fact(true, said) }],
  ['order-promised', 'ordered', { ordered: fact(true, said) }],
  ['duplicates-allowed', 'duplicates', {}, { duplicates: fact(false, said) }],
  ['duplicates-excluded', 'duplicates', { duplicates: fact(false, said) }],
];

describe('diffVersions()', () => {
  test.each(deliveries.map(([kind, path, after, before = {}]) => [kind, path, after, before] as const))(
    'finds %s at delivery.%s',
    (kind, path, after, before) => {
      const none: Reads = { consumer: 'shop', events: new Map() };
      const [old, now] = [delivering(before ?? {}), delivering(after)];
      expect(changesBetween(old, now)).toEqual([[kind, `delivery.${path}`]]);
      // How events are delivered concerns every receiver, whatever it reads.
      expect(changesBetween(old, now, none)).toEqual([[kind, `delivery.${path}`]]);
      expect(changesBetween(now, now)).toEqual([]);
    },
  );

  test('has a header that changes in case alone for the same', () => {
    const { 'Acme-Timestamp': _, ...headers } = acme.delivery.headers;
    expect(changesBetween(acme, delivering({ headers: { ...headers, 'acme-timestamp': timestampHeader! } }))).toEqual(
      [],
    );
  });

  test('finds events that come, go and are spelled otherwise', () => {
    const { 'charge.settled': settled, ...others } = acme.events;
    const fewer: Provider = { ...acme, events: others };
    expect(changesBetween(acme, fewer)).toEqual([['event-removed', 'charge.settled']]);
    expect(diffVersions(acme, fewer).changes[0]).toMatchObject({
      confidence: 'inferred',
      note: 'no source says that it is gone: it is absent from what is known of acme@2024-06-01',
    });
    expect(changesBetween(fewer, acme)).toEqual([['event-added', 'charge.settled']]);
    const spelled: Provider = {
      ...acme,
      events: { ...acme.events, 'charge.settled': { ...settled, spellings: ['a.b'] } },
    };
    expect(changesBetween(acme, spelled)).toEqual([['value-added', 'type']]);
    expect(changesBetween(spelled, acme)).toEqual([['value-removed', 'type']]);
  });

  test('finds that an event usually comes in another form', () => {
    const row = acme.events['charge.created'];
    const [card, bank] = row.object.shapes as [never, never];
    const turned: Provider = {
      ...acme,
      events: { ...acme.events, 'charge.created': { ...row, object: { ...row.object, shapes: [bank, card] } } },
    };
    const { changes } = diffVersions(acme, turned);
    expect(changes).toMatchObject([
      {
        kind: 'usual-form-changed',
        events: ['charge.created'],
        before: 'card',
        after: 'bank',
        fields: [
          ['data', 'object', 'card'],
          ['data', 'object', 'bank'],
        ],
      },
    ]);
    const reading = (path: FieldPath): Reads => ({ consumer: 'shop', events: new Map([['charge.created', [path]]]) });
    expect(changesBetween(acme, turned, reading(['data', 'object', 'card', 'brand']))).toHaveLength(1);
    expect(changesBetween(acme, turned, reading(['data', 'object', 'amount']))).toEqual([]);
  });

  test('finds what opens and closes an object', () => {
    const closed = withObject(acme, 'customer');
    const open = withObject(acme, 'customer', (schema) => schema.loose());
    expect(changesBetween(closed, open)).toEqual([['object-opened', 'data.object']]);
    expect(changesBetween(open, closed)).toEqual([['object-closed', 'data.object']]);
  });

  test('refuses a schema that it does not understand, instead of passing over it', () => {
    const strange = withObject(acme, 'customer', (schema) =>
      withField(schema, 'name', z.tuple([z.string()]).rest(z.any())),
    );
    expect(changesBetween(withObject(acme, 'customer'), strange)).toEqual([['type-replaced', 'data.object.name']]);
    const not = withObject(acme, 'customer', (schema) => withField(schema, 'name', z.string().and(z.string().min(3))));
    expect(() => changesBetween(withObject(acme, 'customer'), not)).toThrow('"allOf" is not understood');
  });

  test('finds what changes from each version of UseePay to the next', () => {
    expect(changesBetween(v2024_10, v2025_11_06)).toEqual([
      ['encoding-changed', 'delivery.encoding'],
      ['signature-changed', 'delivery.signature'],
      ['header-value-changed', 'delivery.headers.Content-Type'],
      ['header-value-changed', 'delivery.headers.api_version'],
    ]);
    const { impact, changes } = diffVersions(v2025_11_06, v2026_04);
    expect(impact).toBe('breaking');
    expect(changes.filter((change) => change.impact === 'breaking').map(({ path }) => path)).toEqual([
      'payment_method.created',
      'payment_method.updated',
    ]);
    // The documentation does not say that they are gone.
    for (const change of changes.slice(0, 2)) expect(change.confidence).toBe('opaque');
  });
});

/** One change of the seeded set. */
interface Drawn {
  readonly kind: ChangeKind;
  readonly path: FieldPath;
  readonly before: Provider;
  readonly after: Provider;
}

/** Draws so many changes of one field each, from every object of the providers that has one shape. */
function drawChanges(count: number, seed: number): Drawn[] {
  const random = new Random().start({ nextInt: () => seed }, undefined);
  const pick = <Item>(items: readonly Item[]): Item => items[random.uint32() % items.length]!;
  const objects = [acme, smartpay, v2026_04].flatMap((provider) => {
    const rows = rowsOf(provider).filter(([, { object }]) => object.shapes.length === 1);
    return [...new Set(rows.map(([, { object }]) => object.name))].map((name) => {
      const pinned = rows.filter(([, row]) => row.object.name === name).flatMap(([, row]) => pinsOf(row));
      return {
        provider,
        name,
        pinned: pinned.map(([field]) => field),
        shape: rows.find(([, row]) => row.object.name === name)![1].object.shapes[0],
      };
    });
  });
  const sites = objects.flatMap(({ provider, name, pinned, shape }) =>
    Object.entries(shape.schema.shape)
      .filter(([field]) => !pinned.includes(field))
      .map(([field, schema]) => ({ provider, name, field, schema: schema as z.ZodType })),
  );
  return Array.from({ length: count }, (_, index) => {
    // Each kind in turn, so that none is left out.
    const mutation = mutations[index % mutations.length]!;
    const possible = sites.filter((site) => mutation.change(site.schema) !== undefined);
    expect(possible, `fields for ${mutation.kind}`).not.toEqual([]);
    const { provider, name, field, schema } = pick(possible);
    const changed = mutation.change(schema)!;
    return {
      kind: mutation.kind,
      path: [...provider.envelope.paths.object, field],
      before: withObject(provider, name),
      after: withObject(provider, name, (whole) => withField(whole, field, changed)),
    };
  });
}

function placeOf({ envelope }: EventForm): string {
  return envelope.paths.object.join('.');
}

/** Some fields of an event type, the changed one among them for every other seed. */
function drawReads({ before, path }: Drawn, type: string, seed: number): FieldPath[] {
  const random = new Random().start({ nextInt: () => seed }, undefined);
  const object = before.envelope.paths.object;
  const fields = Object.keys(formsOf(before, type)[0]!.shape.schema.shape).map((field) => [...object, field]);
  const some = fields.filter(() => random.uint32() % 4 === 0);
  return seed % 2 === 0 ? [...some, path] : some;
}

/** Whether an event of the version after shows a reader of the paths something that the version before would not have. */
function isSurprised(before: Provider, type: string, paths: readonly FieldPath[], events: readonly object[]): boolean {
  const schemas = formsOf(before, type).map((form) => eventSchema(before, type, form));
  return events.some((event) =>
    schemas.every((schema) =>
      paths.some((path) => {
        const field = schemaAt(schema, path.join('.'));
        return field !== undefined && !z.safeParse(field, valueAt(event, path)).success;
      }),
    ),
  );
}

const seed = 20261124;
const drawn = drawChanges(104, seed);

describe(`diffVersions() of ${drawn.length} changes drawn with seed ${seed}`, () => {
  test('says of each one what it is', () => {
    for (const { kind, path, before, after } of drawn) {
      const found = changesBetween(before, after);
      expect(new Set(found.map(([each]) => each)), `${kind} at ${path.join('.')}`).toEqual(new Set([kind]));
      // A field that comes in two envelopes is in two places.
      const places = new Set(rowsOf(before).flatMap(([type]) => formsOf(before, type).map(placeOf)));
      expect(found.map(([, place]) => place).sort()).toEqual(
        [...places].map((place) => `${place}.${path.at(-1)}`).sort(),
      );
      expect(diffVersions(before, after).impact).toBe(kinds[kind][0]);
      expect(changesBetween(after, after)).toEqual([]);
    }
    expect(new Set(drawn.map(({ kind }) => kind)).size).toBe(new Set(mutations.map(({ kind }) => kind)).size);
  });

  test('misses none that surprises a consumer', () => {
    let surprised = 0;
    for (const [index, change] of drawn.entries()) {
      const [type] = rowsOf(change.before)[0]!;
      const reads = drawReads(change, type, index);
      const events = sampleEvents(change.after, type, 20, String(seed + index)).filter((event) =>
        isValidEvent(change.after, type, event),
      );
      if (!isSurprised(change.before, type, reads, events)) continue;
      surprised++;
      const { impact } = diffVersions(change.before, change.after, {
        consumer: 'shop',
        events: new Map([[type, reads]]),
      });
      expect(impact, `${change.kind} at ${change.path.join('.')}`).toMatch(/breaking|risky/);
    }
    expect(surprised).toBeGreaterThan(20);
  });

  test('tells a consumer nothing of a field that it does not read', () => {
    for (const { before, after, path } of drawn) {
      const types = rowsOf(before).map(([type]) => type);
      const other = [...path.slice(0, -1), 'elsewhere'];
      const reads = { consumer: 'shop', events: new Map(types.map((type) => [type, [other]])) };
      expect(diffVersions(before, after, reads)).toMatchObject({ impact: 'none', changes: [], consumer: 'shop' });
    }
  });
});

describe('renderDiff()', () => {
  test('says what, where, how it was and is, why it matters and how sure it is', () => {
    const text = renderDiff(diffVersions(acme, delivering({ timeout: fact(5, said) })));
    expect(text).toBe(
      [
        'acme@2024-06-01 to acme@2024-06-01',
        '',
        'Risky (1)',
        '  delivery.timeout: timeout-shortened, a slow receiver is late',
        '    was: 10; now: 5',
        '    documented: https://example.com/acme, read 2026-11-22',
        '',
        '1 change: 0 breaking, 1 risky, 0 safe.',
        '',
      ].join('\n'),
    );
    expect(renderDiff(diffVersions(acme, acme))).toContain('Nothing changes.');
  });
  test('writes Markdown whose cells hold any text', () => {
    const after = withObject(acme, 'customer', (schema) => withField(schema, 'name', z.string().regex(/^a|b$/)));
    const markdown = renderDiffMarkdown(diffVersions(withObject(acme, 'customer'), after));
    expect(markdown).toContain('## Safe');
    expect(markdown).toContain(String.raw`| ^a\|b$ |`);
  });
});
