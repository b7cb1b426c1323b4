import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultKinds, invalidEventArbitrary, type InvalidEvent } from '../../src/arbitrary/index.ts';
import { eventSchema, formsOf, isValidEvent, rowsOf } from '../../src/define/index.ts';
import { buildEvent, variantOf } from '../../src/fixture/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { differences, subjects } from './subjects.ts';

const seed = 20_261_122;

describe.each(subjects)('invalidEventArbitrary() of $name', ({ provider }) => {
  const rows = rowsOf(provider).map(([type]) => ({
    type,
    schemas: formsOf(provider, type).map((form) => eventSchema(provider, type, form)),
    draws: fc.sample(invalidEventArbitrary(provider, type as never), { seed, numRuns: 400 }),
  }));

  test('draws events that are refused at exactly the place named, and in every form', () => {
    const wrong = rows.flatMap(({ type, schemas, draws }) =>
      draws.filter(({ event, fault }) => {
        const isExact = schemas.some((schema) => {
          const issues = schema.safeParse(event).error?.issues ?? [];
          return issues.length > 0 && issues.every(({ path }) => path.join('\0') === fault.path.join('\0'));
        });
        return !isExact || isValidEvent(provider, type, event);
      }),
    );
    expect(wrong.map(({ fault }) => fault)).toEqual([]);
  });

  test('draws each kind of fault', () => {
    const kinds = new Set(rows.flatMap(({ draws }) => draws.map(({ fault }) => fault.kind)));
    expect([...kinds].toSorted()).toEqual([...faultKinds].toSorted());
  });

  test('says what stands at the place', () => {
    for (const { event, fault } of rows.flatMap(({ draws }) => draws)) {
      const holder = fault.path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Fields)[key], event) as Fields;
      const key = fault.path.at(-1);
      if (key === undefined) expect(event).toEqual(fault.value);
      else if (fault.kind === 'missing') expect(Object.hasOwn(holder, key)).toBe(false);
      else expect(holder[key]).toEqual(fault.value);
    }
  });
});

type Fields = { readonly [Key: string | number]: unknown };

describe('invalidEventArbitrary()', () => {
  const type = 'order.authorized';
  const minimal = buildEvent(smartpay, type, variantOf(smartpay, type, 'minimal'));
  const smallest = (fails: (drawn: InvalidEvent) => boolean, arbitrary = invalidEventArbitrary(smartpay, type)) => {
    const property = fc.property(arbitrary, (drawn) => !fails(drawn));
    return fc.check(property, { seed, numRuns: 3000 }).counterexample![0];
  };

  test.each(faultKinds)('draws only faults of kind %s when told to', (kind) => {
    const draws = fc.sample(invalidEventArbitrary(smartpay, type, { kinds: [kind] }), { seed, numRuns: 100 });
    expect(new Set(draws.map(({ fault }) => fault.kind))).toEqual(new Set([kind]));
  });

  test.each(faultKinds)('shrinks to the minimal fixture with one fault of kind %s', (kind) => {
    const { event, fault } = smallest((drawn) => drawn.fault.kind === kind && drawn.fault.path.length > 1);
    const changed = differences(event, minimal);
    expect(
      changed.filter((path) => !fault.path.join('.').startsWith(path) && !path.startsWith(fault.path.join('.'))),
    ).toEqual([]);
  });

  test('keeps the place of the fault while it shrinks', () => {
    const { fault } = smallest((drawn) => drawn.fault.path.includes('shippingInfo') && drawn.fault.kind === 'missing');
    expect(fault.path).toContain('shippingInfo');
  });

  test('draws the same faults for the same seed, and shares nothing between draws', () => {
    const draw = () => fc.sample(invalidEventArbitrary(smartpay, type), { seed, numRuns: 200 });
    const before = JSON.stringify(draw());
    for (const { event } of draw()) spoil(event);
    expect(JSON.stringify(draw()) === before).toBe(true);
  });

  test('draws over every event type', () => {
    const draws = fc.sample(invalidEventArbitrary(smartpay), { seed, numRuns: 3000 });
    const text = JSON.stringify(draws);
    for (const [each] of rowsOf(smartpay)) expect(text).toContain(`"${each}"`);
  });

  test('refuses to draw where no kind applies', () => {
    expect(() => invalidEventArbitrary(smartpay, type, { kinds: [] })).toThrow(
      'Cannot draw invalid events: no place can be wrong',
    );
  });
});

/** Changes all that can be changed inside a value. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    spoil(inner);
    (value as { [Key: string]: unknown })[key] = 'spoilt';
  }
}
