import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  historyArbitrary,
  type ScheduledDelivery,
  type History,
  type HistoryOptions,
} from '../../src/arbitrary/index.ts';
import { formsOf, isValidEvent, pinsOf, rowOf, valueAt, type Provider } from '../../src/define/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { formOf, subjects } from './subjects.ts';

const seed = 20_261_122;
const quiet = { duplicates: 0, reorder: 0, concurrency: 0, failures: 0 } as const;

const draw = (provider: Provider, options?: HistoryOptions, numRuns = 300) =>
  fc.sample(historyArbitrary(provider, options), { seed, numRuns });

/** The object that an event carries. */
function objectOf(provider: Provider, { type, event }: ScheduledDelivery): { readonly [Field: string]: unknown } {
  const form = formsOf(provider, type).find((each) => isValidEvent(provider, type, event, each))!;
  return valueAt(event, form.envelope.paths.object) as { readonly [Field: string]: unknown };
}

/** The first attempts of a history without troubles, object by object, each in the order in which it happened. */
function storiesOf({ deliveries, objects }: History): ScheduledDelivery[][] {
  return objects.map(({ id }) => deliveries.filter(({ object }) => object === id));
}

describe.each(subjects)('historyArbitrary() of $name', ({ provider }) => {
  const plain = draw(provider, quiet);
  const eventful = draw(provider);
  const lifecycleOf = (name: string) => provider.lifecycles.find(({ object }) => object === name)!;

  test('draws events that the contract allows', () => {
    const wrong = eventful
      .flatMap(({ deliveries }) => deliveries)
      .filter(({ type, event }) => !isValidEvent(provider, type, event));
    expect(wrong).toEqual([]);
  });

  test('draws stories that follow the lifecycle of their object', () => {
    const wrong = plain.flatMap((history) =>
      storiesOf(history).flatMap((story, index) => {
        const { first, steps } = lifecycleOf(history.objects[index]!.name);
        return story.filter(({ type }, at) => {
          const before = story[at - 1];
          if (before === undefined) return !first.includes(type);
          const pinned = pinsOf(rowOf(provider, before.type)).flatMap(([field, choices]) =>
            choices.flatMap(({ name, pin }) =>
              name !== undefined && objectOf(provider, before)[field] === pin.value ? [`${before.type}.${name}`] : [],
            ),
          );
          const step = steps[pinned.find((name) => Object.hasOwn(steps, name)) ?? before.type];
          return step?.next.includes(type) !== true;
        });
      }),
    );
    expect(wrong.map(({ type }) => type)).toEqual([]);
  });

  test('draws objects that keep their id and amount, carry the pinned status, and grow older', () => {
    const wrong = plain.flatMap((history) =>
      storiesOf(history).flatMap((story) => {
        const objects = story.map((delivery) => objectOf(provider, delivery));
        const { shape } = formsOf(provider, story[0]!.type).find(
          ({ shape }) => shape.schema.safeParse(objects[0]).success,
        )!;
        const times = objects.map((object) => timeOf(object[shape.times.updated ?? '']));
        return story.filter((delivery, at) => {
          const object = objects[at]!;
          const isPinned = pinsOf(rowOf(provider, delivery.type)).every(([field, choices]) =>
            choices.some(({ pin }) => pin.value === object[field]),
          );
          const isSame =
            object['id'] === delivery.object && object[shape.amount ?? ''] === objects[0]![shape.amount ?? ''];
          const created = timeOf(object[shape.times.created ?? '']) ?? 0;
          const isOlder = (times[at - 1] ?? 0) < (times[at] ?? Infinity) && created <= (times[at] ?? Infinity);
          return !isPinned || !isSame || !isOlder;
        });
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('draws as many objects as it is told to, each with an id of its own', () => {
    for (const count of [1, 2, 4]) {
      const counts = draw(provider, { ...quiet, objects: count }, 100).map(({ objects }) => {
        expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length);
        return objects.length;
      });
      expect(Math.max(...counts)).toBe(count);
    }
  });

  test('delivers each event once, in order, where nothing goes wrong', () => {
    for (const { deliveries, events } of plain) {
      expect(deliveries.map(({ event }) => event)).toEqual(events);
      expect(
        new Set(
          deliveries.map(({ reason, fails, concurrent, attempt }) => `${reason} ${fails} ${concurrent} ${attempt}`),
        ),
      ).toEqual(new Set(['first false false 1']));
    }
  });

  test('delivers every event at last, and tries again what failed', () => {
    const attempts = eventful.flatMap(({ deliveries }) => deliveries);
    expect(attempts.some(({ fails }) => fails)).toBe(true);
    for (const { deliveries, events } of eventful) {
      for (const event of events) {
        const own = deliveries.filter((delivery) => delivery.event === event);
        const tries = own.filter(({ reason }) => reason !== 'duplicate').map(({ attempt }) => attempt);
        expect(tries.toSorted((a, b) => a - b)).toEqual(tries.map((_, index) => index + 1));
        expect(own.some(({ fails }) => !fails)).toBe(true);
      }
      expect(deliveries.map(({ at }) => at)).toEqual(deliveries.map(({ at }) => at).toSorted((a, b) => a - b));
    }
  });

  test('delivers events of the history alone, and first before all else', () => {
    for (const { deliveries, events } of eventful) {
      expect(deliveries.filter(({ event }) => !events.includes(event))).toEqual([]);
      for (const event of events) {
        const own = deliveries.filter((delivery) => delivery.event === event);
        const retries = own.filter(({ reason }) => reason === 'retry');
        expect(own.filter(({ reason }) => reason === 'first')).toHaveLength(1);
        expect(own.filter(({ fails }) => fails)).toHaveLength(retries.length);
        expect(retries.every(({ attempt }) => attempt > 1)).toBe(true);
      }
    }
  });

  test('tries again after what failed, no sooner than the provider waits', () => {
    const waits = provider.delivery.retries.value ?? [];
    const retries = eventful.flatMap(({ deliveries }) =>
      deliveries.flatMap((delivery, index) => {
        if (delivery.reason !== 'retry') return [];
        const before = deliveries.slice(0, index).filter(({ event, fails }) => event === delivery.event && fails);
        return [{ delivery, before: before.find(({ attempt }) => attempt === delivery.attempt - 1) }];
      }),
    );
    expect(retries.length).toBeGreaterThan(10);
    const wrong = retries.filter(
      ({ delivery, before }) =>
        before === undefined || delivery.at - before.at < 0 || delivery.at - delivery.time < 1000 * (waits[0] ?? 60),
    );
    expect(wrong).toEqual([]);
  });

  test('draws events that tell of what has happened by then', () => {
    const { createdAt } = provider.envelope.paths;
    const wrong = eventful.flatMap(({ deliveries }) =>
      deliveries.filter((delivery) => {
        const object = objectOf(provider, delivery);
        const { shape } = formOf(provider, delivery.type, delivery.event);
        const times = [shape.times.created, shape.times.updated].map((field) => timeOf(object[field ?? '']));
        const told = createdAt === undefined ? delivery.time : valueAt(delivery.event, createdAt);
        return told !== delivery.time || times.some((time) => time !== undefined && time > delivery.time);
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('draws objects that refer to each other, where they can', () => {
    const seen = new Set<string>();
    const wrong = draw(provider, { ...quiet, objects: 4 }, 600).flatMap((history) =>
      storiesOf(history).flatMap((story, index) => {
        const own = history.objects[index]!;
        const { shape } = formOf(provider, story[0]!.type, story[0]!.event);
        const object = objectOf(provider, story[0]!);
        return Object.entries(shape.references).flatMap(([field, name]) => {
          const ids = history.objects.slice(0, index).flatMap((other) => (other.name === name ? [other.id] : []));
          const value = [object[field] ?? []].flat() as string[];
          if (ids.length === 0 || field.includes('.') || value.some((id) => ids.includes(id))) {
            if (ids.length > 0) seen.add(`${own.name} ${name}`);
            return [];
          }
          return [{ object, field, ids, isPossible: shape.schema.safeParse({ ...object, [field]: ids[0] }).success }];
        });
      }),
    );
    expect(wrong.filter(({ isPossible }) => isPossible)).toEqual([]);
    expect(seen.size).toBeGreaterThan(provider.name === 'acme' ? -1 : 1);
  });

  test('draws no more of each trouble than it is told to, and each of them', () => {
    const count = (deliveries: readonly ScheduledDelivery[], is: (delivery: ScheduledDelivery) => boolean) =>
      deliveries.filter(is).length;
    const most = { duplicates: 1, failures: 1, concurrency: 1, reorder: 0 };
    const seen = { duplicate: 0, retry: 0, concurrent: 0 };
    for (const { deliveries } of draw(provider, most)) {
      const counts = {
        duplicate: count(deliveries, ({ reason }) => reason === 'duplicate'),
        retry: count(deliveries, ({ reason }) => reason === 'retry'),
        concurrent: count(deliveries, ({ concurrent }) => concurrent),
      };
      expect(Math.max(...Object.values(counts))).toBeLessThanOrEqual(1);
      for (const kind of ['duplicate', 'retry', 'concurrent'] as const) seen[kind] += counts[kind];
    }
    expect(Object.values(seen).every((times) => times > 0)).toBe(true);
  });

  test('draws deliveries that overtake each other, and objects that take turns', () => {
    const isLate = ({ deliveries }: History) =>
      deliveries.some(({ time }, at) => deliveries.slice(0, at).some((before) => before.time > time));
    expect(draw(provider, { ...quiet, reorder: 3 }).some(isLate)).toBe(true);
    expect(plain.some(isLate)).toBe(false);
    const turns = plain.map(
      ({ deliveries }) => deliveries.filter(({ object }, at) => at > 0 && deliveries[at - 1]!.object !== object).length,
    );
    expect(turns.some((count, index) => count >= plain[index]!.objects.length)).toBe(true);
  });

  test('draws the same histories for the same seed', () => {
    expect(draw(provider, {}, 20)).toEqual(draw(provider, {}, 20));
  });

  test('shrinks to the fewest deliveries', () => {
    const fewest = (fails: (history: History) => boolean) => {
      const property = fc.property(historyArbitrary(provider), (history) => !fails(history));
      const { counterexample } = fc.check(property, { seed, numRuns: 2000 });
      return counterexample![0].deliveries.length;
    };
    expect(fewest(() => true)).toBe(1);
    expect(fewest(({ deliveries }) => deliveries.some(({ reason }) => reason === 'duplicate'))).toBe(2);
    expect(fewest(({ deliveries }) => deliveries.some(({ reason }) => reason === 'retry'))).toBe(2);
    expect(fewest(({ objects }) => objects.length > 1)).toBe(2);
  });
});

describe('historyArbitrary() of Smartpay', () => {
  const trade = { ...quiet, objects: ['order', 'payment', 'refund'] };

  test('draws payments of its order and refunds of its payment, of no more money', () => {
    const seen = { payment: 0, refund: 0 };
    for (const { deliveries, objects } of draw(smartpay, trade, 500)) {
      const amounts = new Map(
        deliveries.map((delivery) => [delivery.object, objectOf(smartpay, delivery)['amount'] as number]),
      );
      const idOf = (name: string) => objects.find((object) => object.name === name)?.id;
      for (const [name, field] of [
        ['payment', 'order'],
        ['refund', 'payment'],
      ] as const) {
        const own = deliveries.find(({ object }) => object === idOf(name));
        const other = idOf(field);
        if (own === undefined || other === undefined) continue;
        seen[name]++;
        expect(objectOf(smartpay, own)[field]).toBe(other);
        expect(amounts.get(own.object)).toBeLessThanOrEqual(amounts.get(other)!);
      }
    }
    expect(Math.min(seen.payment, seen.refund)).toBeGreaterThan(50);
  });

  test('draws only the objects named, in test mode', () => {
    for (const { objects, events } of draw(smartpay, trade, 200)) {
      expect(objects.every(({ name }) => trade.objects.includes(name))).toBe(true);
      expect(JSON.stringify(events)).not.toMatch(/_live_|"test":false/);
    }
  });

  test('shrinks to the order alone where an order is what it takes', () => {
    const property = fc.property(
      historyArbitrary(smartpay, { objects: trade.objects }),
      ({ deliveries }) => !deliveries.some(({ reason, type }) => reason === 'duplicate' && type === 'order.authorized'),
    );
    const { counterexample } = fc.check(property, { seed, numRuns: 2000 });
    expect(counterexample![0].deliveries.map(({ type, reason }) => `${type} ${reason}`)).toEqual([
      'order.authorized first',
      'order.authorized duplicate',
    ]);
  });

  test.each<[name: string, fails: (history: History) => boolean, deliveries: readonly string[]]>([
    [
      'a refund',
      ({ deliveries }) => deliveries.some(({ type }) => type === 'refund.created'),
      ['refund.created first'],
    ],
    [
      'a refund of a payment',
      ({ objects }) => ['payment', 'refund'].every((name) => objects.some((object) => object.name === name)),
      ['payment.created first', 'refund.created first'],
    ],
    [
      'a soft decline that is overcome',
      ({ deliveries }) =>
        deliveries.some(
          ({ type, object }, at) =>
            type === 'order.authorized' &&
            deliveries.slice(0, at).some((before) => before.type === 'order.rejected' && before.object === object),
        ),
      ['order.rejected first', 'order.authorized first'],
    ],
    [
      'a cancellation that overtakes its authorisation',
      ({ deliveries }) =>
        deliveries.some(
          ({ type, object }, at) =>
            type === 'order.canceled' &&
            deliveries
              .slice(at)
              .some(
                (after) => after.type === 'order.authorized' && after.reason === 'first' && after.object === object,
              ),
        ),
      ['order.canceled first', 'order.authorized first'],
    ],
    [
      'a delivery that fails',
      ({ deliveries }) => deliveries.some(({ type, fails }) => type === 'order.authorized' && fails),
      ['order.authorized first', 'order.authorized retry'],
    ],
  ])('shrinks to %s and nothing else', (_name, fails, wanted) => {
    const property = fc.property(historyArbitrary(smartpay, { objects: trade.objects }), (history) => !fails(history));
    const { counterexample } = fc.check(property, { seed, numRuns: 5000 });
    const { deliveries } = counterexample![0];
    expect(deliveries.map(({ type, reason }) => `${type} ${reason}`)).toEqual(wanted);
  });

  test('refuses an object that it does not have', () => {
    expect(() => historyArbitrary(smartpay, { objects: ['ordr'] })).toThrow(
      new TypeError(
        'Cannot draw histories of "ordr": known objects are "order", "payment", "refund", "token", "coupon", "promotionCode", "payout", "merchant user"',
      ),
    );
  });
});

/** A time in milliseconds; printed times may have spaces in them. */
function timeOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? Date.parse(value.replaceAll(' ', '')) : undefined;
}
