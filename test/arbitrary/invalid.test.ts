import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultKinds, invalidEventArbitrary, type InvalidEvent } from '../../src/arbitrary/index.ts';
import { eventSchema, formsOf, isValidEvent, rowsOf, type EventForm, type Provider } from '../../src/define/index.ts';
import { v2022_02_18 } from '../../src/providers/smartpay/index.ts';
import { v2024_10 } from '../../src/providers/useepay/index.ts';
import { differences, minimalOf, spoil, subjects, unreached } from './subjects.ts';

const seed = 20_261_122;

describe.each(subjects)('invalidEventArbitrary() of $name', ({ provider }) => {
  const rows = rowsOf(provider).map(([type]) => ({
    type,
    arbitrary: invalidEventArbitrary(provider, type as never),
    forms: formsOf(provider, type).map((form) => ({ form, schema: eventSchema(provider, type, form) })),
  }));

  test('draws events that no form accepts, and that one refuses at the place of the fault and nowhere else', () => {
    const wrong = rows.flatMap(({ type, arbitrary, forms }) =>
      fc.sample(arbitrary, { seed, numRuns: 200 }).flatMap(({ event, fault }) => {
        const isExact = forms.some(({ schema }) => {
          const { issues } = schema.safeParse(event).error ?? { issues: [] };
          return issues.length > 0 && issues.every(({ path }) => isDeepStrictEqual(path, fault.path));
        });
        return isExact && !isValidEvent(provider, type, event) ? [] : [`${type}: ${JSON.stringify(fault)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('says what stands at the place of the fault', () => {
    const wrong = rows.flatMap(({ type, arbitrary }) =>
      fc.sample(arbitrary, { seed, numRuns: 100 }).flatMap(({ event, fault }) => {
        const holder = fault.path.slice(0, -1).reduce<unknown>((at, key) => (at as Keyed)[key], event) as Keyed;
        const key = fault.path.at(-1);
        const said = key === undefined ? event : holder[key];
        const isThere = key === undefined || Object.hasOwn(holder, key);
        const isRight = isDeepStrictEqual(said, fault.value) && isThere === (fault.kind !== 'missing');
        return isRight ? [] : [`${type}: ${JSON.stringify(fault)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('draws every kind of fault, and each event type', () => {
    const drawn = fc.sample(invalidEventArbitrary(provider), { seed, numRuns: 2000 });
    const text = JSON.stringify(drawn.map(({ event }) => event));
    expect(rows.filter(({ type }) => !text.includes(`"${type}"`))).toEqual([]);
    expect(new Set(drawn.map(({ fault }) => fault.kind))).toEqual(new Set(faultKinds));
  });

  test.each(faultKinds)('draws the one kind asked for: %s', (kind) => {
    const drawn = fc.sample(invalidEventArbitrary(provider, undefined, { kinds: [kind] }), { seed, numRuns: 200 });
    expect(new Set(drawn.map(({ fault }) => fault.kind))).toEqual(new Set([kind]));
  });

  test('draws a fault in every field', () => {
    const missed = rows.flatMap(({ type, forms }) => {
      const arbitrary = invalidEventArbitrary(provider, type as never, { kinds: ['type'] });
      const places = forms.flatMap(({ form }) => leavesOf(minimalOf(provider, type, form)));
      return unreached(new Set(places), arbitrary, ({ fault }) => [fault.path.join('.')]).map((at) => `${type}: ${at}`);
    });
    expect(missed).toEqual([]);
  });

  test('shrinks to the same fault in the minimal fixture', () => {
    const wrong = rows.flatMap(({ type, arbitrary, forms }) =>
      [1, 2, 3, 4, 5].flatMap((each) => {
        const drawn: InvalidEvent[] = [];
        const property = fc.property<[InvalidEvent]>(arbitrary, (invalid) => {
          drawn.push(invalid);
          return false;
        });
        const [{ event, fault }] = fc.check(property, { seed: each }).counterexample!;
        const isSame = fault.kind === drawn[0]!.fault.kind && isDeepStrictEqual(fault.path, drawn[0]!.fault.path);
        const isNear = forms.some(({ form }) =>
          isOnlyAt(fault.path, differences(event, minimalOf(provider, type, form))),
        );
        return isSame && isNear ? [] : [`${type}: ${JSON.stringify(fault)} in ${JSON.stringify(event)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('shrinks to invalid events alone', () => {
    const wrong = rows.flatMap(({ type, arbitrary }) => {
      let isValid = false;
      const property = fc.property<[InvalidEvent]>(arbitrary, ({ event, fault }) => {
        isValid ||= isValidEvent(provider, type, event);
        return fault.path.length === 0;
      });
      fc.check(property, { seed });
      return isValid ? [type] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('draws the same for the same seed, whatever is done to what was drawn', () => {
    for (const { type, arbitrary } of rows) {
      const draw = () => fc.sample(arbitrary, { seed, numRuns: 40 });
      const before = draw().map((invalid) => JSON.stringify(invalid));
      for (const { event, fault } of draw()) {
        spoil(event);
        spoil(fault.value);
      }
      expect(draw().map((invalid) => JSON.stringify(invalid))).toEqual(before);
      const again = invalidEventArbitrary(provider, type as never);
      expect(fc.sample(again, { seed, numRuns: 40 }).map((invalid) => JSON.stringify(invalid))).toEqual(before);
    }
  });
});

describe('invalidEventArbitrary()', () => {
  test('shrinks the wrong value to the simplest of its kind', () => {
    const arbitrary = invalidEventArbitrary(v2022_02_18, 'order.authorized', { kinds: ['null'] });
    const { counterexample } = fc.check(
      fc.property(arbitrary, ({ fault }) => fault.path.at(-1) !== 'amount'),
      { seed, numRuns: 2000 },
    );
    const minimal = minimalOf(v2022_02_18, 'order.authorized', onlyForm(v2022_02_18, 'order.authorized'));
    expect(differences(counterexample![0].event, minimal)).toEqual(['eventData.data.amount']);
    expect(counterexample![0].fault).toEqual({ kind: 'null', path: ['eventData', 'data', 'amount'], value: null });
  });

  test('refuses kinds that no place can be wrong in', () => {
    expect(() => invalidEventArbitrary(v2024_10, 'payment_method.created', { kinds: ['range', 'enum'] })).toThrow(
      new TypeError('Cannot draw invalid events: no place can be wrong in range, enum'),
    );
    expect(() => invalidEventArbitrary(v2024_10, undefined, { kinds: [] })).toThrow(TypeError);
  });

  test('throws UNKNOWN_EVENT for a type that there is not', () => {
    expect(() => invalidEventArbitrary(v2024_10, 'refund.succeded' as never)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_EVENT' }),
    );
  });
});

type Keyed = { readonly [Key: string | number]: unknown };

/** Whether two events differ in one place: that of the fault, or what had to be filled in around it. */
function isOnlyAt(path: readonly (string | number)[], places: readonly string[]): boolean {
  return places.length === 1 && `${path.join('.')}.`.startsWith(places[0] === '' ? '' : `${places[0]!}.`);
}

/** The paths of everything in an event that holds nothing else; in lists, of the first item. */
function leavesOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return [path];
  return Object.entries(value)
    .slice(0, Array.isArray(value) ? 1 : undefined)
    .flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`));
}

function onlyForm(provider: Provider, type: string): EventForm {
  return formsOf(provider, type)[0]!;
}
