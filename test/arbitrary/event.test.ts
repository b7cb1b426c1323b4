import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventArbitrary } from '../../src/arbitrary/index.ts';
import { eventSchema, isValidEvent, rowsOf, valueAt, type Provider } from '../../src/define/index.ts';
import { fixture } from '../../src/fixture/index.ts';
import { v2022_02_18 } from '../../src/providers/smartpay/index.ts';
import { v2026_04 } from '../../src/providers/useepay/index.ts';
import { acme } from '../support/acme.ts';
import { branchesIn, branchesOf } from './branches.ts';
import { differences, formOf, minimalOf, spoil, subjects, unreached } from './subjects.ts';

const seed = 20_261_122;

describe.each(subjects)('eventArbitrary() of $name', ({ provider }) => {
  const rows = rowsOf(provider).map(([type]) => ({
    type,
    arbitrary: eventArbitrary(provider, type as never) as fc.Arbitrary<object>,
    schema: eventSchema(provider, type),
  }));

  test('draws events that the schema accepts', () => {
    const wrong = rows.flatMap(({ type, arbitrary, schema }) =>
      fc.sample(arbitrary, { seed, numRuns: 250 }).flatMap((event) => {
        const { error } = schema.safeParse(event);
        return error === undefined ? [] : [`${type}: ${error.message}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('draws each event type', () => {
    const all = eventArbitrary(provider) as fc.Arbitrary<object>;
    const drawn = fc.sample(all, { seed, numRuns: 2000 });
    const missing = rows.filter(({ type }) => !drawn.some((event) => isValidEvent(provider, type, event)));
    expect(missing.map(({ type }) => type)).toEqual([]);
  });

  test('draws every optional field there and not, null, every member, alternative, spelling, shape and envelope', () => {
    const missed = rows.flatMap(({ type, arbitrary, schema }) => {
      const branches = new Set(branchesIn(schema));
      return unreached(branches, arbitrary, (event) => branchesOf(schema, event)).map((branch) => `${type}: ${branch}`);
    });
    expect(missed).toEqual([]);
  });

  test('draws events whose mode and times agree', () => {
    const wrong = rows.flatMap(({ type, arbitrary }) =>
      fc.sample(arbitrary, { seed, numRuns: 250 }).flatMap((event) => disagreements(provider, type, event)),
    );
    expect(wrong).toEqual([]);
  });

  test('shrinks to the minimal fixture', () => {
    const wrong = rows.flatMap(({ type, arbitrary }) =>
      [1, 2, 3, 4].flatMap((each) => {
        const { counterexample } = fc.check(
          fc.property<[object]>(arbitrary, () => false),
          { seed: each },
        );
        const [event] = counterexample!;
        return differences(event, minimalOf(provider, type, formOf(provider, type, event)));
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('shrinks by valid events alone, whose mode and times agree', () => {
    const wrong = rows.flatMap(({ type, arbitrary }) =>
      fc.sample(arbitrary, { seed, numRuns: 3 }).flatMap((event, index) =>
        descent(arbitrary, event, index).flatMap((candidate) => {
          if (!isValidEvent(provider, type, candidate)) return [`${type}: ${JSON.stringify(candidate)}`];
          return disagreements(provider, type, candidate);
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('draws the same events for the same seed', () => {
    for (const { type, arbitrary } of rows) {
      const again = eventArbitrary(provider, type as never) as fc.Arbitrary<object>;
      expect(fc.sample(again, { seed, numRuns: 20 })).toEqual(fc.sample(arbitrary, { seed, numRuns: 20 }));
    }
  });

  test('takes printed payloads as examples, and shrinks them to the minimal fixture', () => {
    const wrong = provider.samples.flatMap(({ type, value }) => {
      const arbitrary = eventArbitrary(provider, type as never) as fc.Arbitrary<object>;
      const { counterexample } = fc.check(
        fc.property(arbitrary, () => false),
        { examples: [[value]], numRuns: 1 },
      );
      const [event] = counterexample!;
      return differences(event, minimalOf(provider, type, formOf(provider, type, value)));
    });
    expect(wrong).toEqual([]);
  });

  test('leaves the fixtures and its own later draws alone when a draw is changed', () => {
    for (const { arbitrary } of rows) {
      const before = fc.sample(arbitrary, { seed, numRuns: 20 }).map((event) => JSON.stringify(event));
      const after = fc.sample(arbitrary, { seed, numRuns: 20 }).map((event) => {
        const text = JSON.stringify(event);
        spoil(event);
        return text;
      });
      expect(after).toEqual(before);
      const { counterexample } = fc.check(
        fc.property(arbitrary, (event) => spoil(event)),
        { seed },
      );
      expect(counterexample).toBe(null);
      expect(fc.sample(arbitrary, { seed, numRuns: 20 }).map((event) => JSON.stringify(event))).toEqual(before);
    }
  });
});

describe('eventArbitrary()', () => {
  const authorized = eventArbitrary(v2022_02_18, 'order.authorized');
  const minimal = fixture(v2022_02_18, 'order.authorized', { variant: 'minimal' });
  const cheap = fc.property(authorized, ({ eventData }) => eventData.data.amount <= 5000);

  test('shrinks to what fails in the minimal fixture and nothing else', () => {
    const { counterexample } = fc.check(cheap, { seed });
    expect(differences(counterexample![0], minimal)).toEqual(['eventData.data.amount']);
    expect(counterexample![0].eventData.data.amount).toBe(5001);
  });

  test.each([
    [
      'a list of two',
      () => fc.property(authorized, ({ eventData: { data } }) => (data.payments ?? []).length < 2),
      { eventData: { data: { payments: ['payment_test_0', 'payment_test_0'] } } },
    ],
    [
      'an alternative',
      () => fc.property(authorized, ({ eventData: { data } }) => data.status === 'succeeded'),
      { eventData: { data: { status: 'requires_capture' } } },
    ],
    [
      'an optional text',
      () => fc.property(authorized, ({ eventData: { data } }) => data.description === undefined),
      { eventData: { data: { description: '' } } },
    ],
    [
      'a text of three characters',
      () => fc.property(authorized, ({ eventData: { data } }) => (data.description ?? '').length < 3),
      { eventData: { data: { description: 'aaa' } } },
    ],
    [
      'an optional field deep inside',
      () => fc.property(authorized, ({ eventData: { data } }) => data.shippingInfo.address.line2 === undefined),
      { eventData: { data: { shippingInfo: { address: { line2: '' } } } } },
    ],
  ])('shrinks to %s in the minimal fixture', (_name, property, difference) => {
    const { counterexample } = fc.check(property() as fc.IProperty<[object]>, { seed, numRuns: 1000 });
    expect(counterexample![0]).toEqual(
      fixture(v2022_02_18, 'order.authorized', { variant: 'minimal', overrides: difference as object }),
    );
  });

  test('shrinks to the minimal fixture in live mode where only that fails', () => {
    const { counterexample } = fc.check(
      fc.property(authorized, ({ test }) => test),
      { seed },
    );
    const live = JSON.stringify(minimal).replaceAll('_test_', '_live_').replaceAll('"test":true', '"test":false');
    expect(counterexample![0]).toEqual(JSON.parse(live));
  });

  test('shrinks a number that is no whole one, and one in either notation of a shape', () => {
    const succeeded = eventArbitrary(v2026_04, 'payment_intent.succeeded');
    const { counterexample } = fc.check(
      fc.property(succeeded, ({ data }) => data.amount < 1000),
      { seed },
    );
    const [event] = counterexample!;
    const form = formOf(v2026_04, 'payment_intent.succeeded', event);
    expect(differences(event, minimalOf(v2026_04, 'payment_intent.succeeded', form))).toEqual(['data.amount']);
    expect(event.data.amount).toBeLessThan(1001);
  });

  test('fails with the seed, the path and the smallest event', () => {
    const failing = () => fc.assert(cheap, { seed });
    const { counterexamplePath: path, counterexample } = fc.check(cheap, { seed });
    expect(failing).toThrow(`seed: ${seed}, path: "${path}"`);
    expect(failing).toThrow(fc.stringify(counterexample![0]));
  });

  test('draws the counterexample again from its seed and path', () => {
    const { counterexamplePath: path, counterexample } = fc.check(cheap, { seed });
    expect(path).toMatch(/^\d+(:\d+)+$/);
    const replayed = fc.check(cheap, { seed, path: path!, endOnFailure: true });
    expect(replayed.counterexample).toEqual(counterexample);
    expect(replayed.numRuns).toBe(1);
  });

  test('shrinks a recorded payload to what fails in it', () => {
    const recorded = fixture(v2022_02_18, 'order.authorized', {
      variant: 'maximal',
      overrides: {
        eventData: { data: { amount: 987_654, description: 'recorded', metadata: { cart: '1', shop: '2' } } },
      },
    });
    const property = fc.property(
      authorized,
      ({ eventData: { data } }) => data.amount <= 5000 || data.metadata['shop'] === undefined,
    );
    const { counterexample } = fc.check(property, { seed, numRuns: 1, examples: [[recorded]] });
    expect(counterexample![0]).toEqual(
      fixture(v2022_02_18, 'order.authorized', {
        variant: 'minimal',
        overrides: { eventData: { data: { amount: 5001, metadata: { shop: '' } } } },
      }),
    );
    expect(recorded.eventData.data.amount).toBe(987_654);
  });

  test('does not shrink an example of another type, or one that the contract refuses', () => {
    const unknown = JSON.parse(JSON.stringify(minimal).replace('order.authorized', 'order.unheard_of'));
    const refused = { ...minimal, added: 1 };
    const other = fixture(v2022_02_18, 'order.canceled');
    for (const example of [unknown, refused, other]) {
      expect(authorized.canShrinkWithoutContext(example)).toBe(false);
      const { counterexample, numShrinks } = fc.check(
        fc.property(authorized, () => false),
        { examples: [[example]] },
      );
      expect(counterexample![0]).toBe(example);
      expect(numShrinks).toBe(0);
    }
    expect(authorized.canShrinkWithoutContext(minimal)).toBe(true);
    expect(eventArbitrary(v2022_02_18).canShrinkWithoutContext(other)).toBe(true);
  });

  test('throws UNKNOWN_EVENT for a type that there is not', () => {
    expect(() => eventArbitrary(acme, 'charge.creatd' as never)).toThrow(
      expect.objectContaining({
        code: 'UNKNOWN_EVENT',
        message: expect.stringContaining('"charge.created"') as string,
      }),
    );
  });
});

/** Where an event says two things that cannot both be. */
function disagreements(provider: Provider, type: string, event: object): string[] {
  const { shape, envelope } = formOf(provider, type, event);
  const { mode, paths } = envelope;
  const object = valueAt(event, paths.object) as object;
  const times = [
    fieldOf(object, shape.times.created),
    fieldOf(object, shape.times.updated),
    valueAt(event, paths.createdAt ?? ['']),
  ]
    .filter((time) => time !== undefined)
    // One object is printed with spaces in its times.
    .map((time) => (typeof time === 'string' ? Date.parse(time.replaceAll(' ', '')) : (time as number)));
  const wrong = times.slice(1).every((time, index) => times[index]! <= time) ? [] : [`${type}: ${String(times)}`];
  if (mode === undefined) return wrong;
  const isOn = valueAt(event, [mode.field]);
  const text = JSON.stringify(event);
  const flags = [...text.matchAll(new RegExp(`"${mode.field}":(true|false)`, 'g'))];
  const ids = [...text.matchAll(new RegExp(`"[a-z]+_(${mode.on}|${mode.off})_[0-9A-Za-z]+"`, 'g'))];
  const others = [
    ...flags.filter(([, flag]) => (flag === 'true') !== isOn),
    ...ids.filter(([, word]) => (word === mode.on) !== isOn),
  ];
  return [...wrong, ...others.map(([found]) => `${type}: ${String(isOn)} ${found}`)];
}

function fieldOf(object: object, field: string | undefined): unknown {
  return field === undefined ? undefined : valueAt(object, [field]);
}

/** Candidates on one way down the tree of shrinking: at each step a few of them, and one to go on with. */
function descent(arbitrary: fc.Arbitrary<object>, event: object, turn: number): object[] {
  const seen: object[] = [];
  let at = event;
  for (let step = 0; step < 10; step++) {
    const candidates = [...arbitrary.shrink(at, contextOf(arbitrary, at)).take(40)].map(({ value }) => value);
    if (candidates.length === 0) break;
    seen.push(...candidates);
    at = candidates[(turn * 7 + step * 13 + 3) % candidates.length]!;
  }
  return seen;
}

/** No context: what has been drawn is shrunk like what has been recorded. */
function contextOf(arbitrary: fc.Arbitrary<object>, event: object): undefined {
  if (!arbitrary.canShrinkWithoutContext(event)) throw new Error(`Cannot shrink event: ${JSON.stringify(event)}`);
}
