import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { schemaArbitrary } from '../../src/arbitrary/index.ts';

const seed = 20_261_122;

/** What a property that never holds shrinks to. */
function smallest<Value>(arbitrary: fc.Arbitrary<Value>, fails: (value: Value) => boolean = () => true): Value {
  const property = fc.property<[Value]>(arbitrary, (value) => !fails(value));
  return fc.check(property, { seed, numRuns: 1000 }).counterexample![0];
}

describe('schemaArbitrary()', () => {
  const money = z.object({
    amount: z.int().nonnegative(),
    currency: z.enum(['JPY', 'USD']),
    note: z.string().optional(),
  });

  test('shrinks to the simplest value, and each part no further than it still fails', () => {
    const arbitrary = schemaArbitrary(money);
    expect(smallest(arbitrary)).toEqual({ amount: 0, currency: 'JPY' });
    expect(smallest(arbitrary, ({ amount }) => amount > 1234)).toEqual({ amount: 1235, currency: 'JPY' });
    expect(smallest(arbitrary, ({ currency }) => currency === 'USD')).toEqual({ amount: 0, currency: 'USD' });
    expect(smallest(arbitrary, ({ note }) => (note ?? '').length > 4)).toEqual({
      amount: 0,
      currency: 'JPY',
      note: 'aaaaa',
    });
  });

  test('shrinks to the target that it is given', () => {
    const target = { amount: 4980, currency: 'USD', note: 'by hand' } as const;
    const arbitrary = schemaArbitrary(money, { target });
    expect(smallest(arbitrary)).toEqual(target);
    expect(smallest(arbitrary, ({ amount }) => amount < 100)).toEqual({ ...target, amount: 99 });
  });

  test('shrinks an example like a draw', () => {
    const property = fc.property(schemaArbitrary(money), ({ amount }) => amount <= 10);
    const example = { amount: 123_456, currency: 'USD', note: 'recorded' } as const;
    const { counterexample } = fc.check(property, { numRuns: 1, examples: [[example]] });
    expect(counterexample).toEqual([{ amount: 11, currency: 'JPY' }]);
  });

  test('draws from an override, wherever its schema is', () => {
    const file = z.instanceof(URL);
    const schema = z.object({ main: file, others: z.array(file.optional()) });
    const overrides = new Map([[file, fc.webUrl().map((url) => new URL(url))]]);
    const arbitrary = schemaArbitrary(schema, { overrides });
    expect(fc.sample(arbitrary, { seed, numRuns: 100 }).filter((value) => !schema.safeParse(value).success)).toEqual(
      [],
    );
    const integer = z.int();
    const small = schemaArbitrary(z.array(integer), {
      overrides: new Map([[integer, fc.integer({ min: 5, max: 7 })]]),
    });
    expect(new Set(fc.sample(small, { seed, numRuns: 100 }).flat())).toEqual(new Set([5, 6, 7]));
    expect(smallest(small, (values) => values.length > 1)).toEqual([5, 5]);
  });

  test('draws every option of a union, and the members of an enum beside it', () => {
    const schema = z.union([z.literal(['a', 'b']), z.strictObject({ c: z.boolean() }), z.null()]);
    const drawn = fc.sample(schemaArbitrary(schema), { seed, numRuns: 200 }).map((value) => JSON.stringify(value));
    expect(new Set(drawn)).toEqual(new Set(['"a"', '"b"', '{"c":true}', '{"c":false}', 'null']));
  });

  test('draws edge cases of numbers and texts', () => {
    const drawn = fc.sample(schemaArbitrary(z.tuple([z.int().min(-5).max(999), z.string().max(30)])), {
      seed,
      numRuns: 2000,
    });
    expect(drawn.map(([number]) => number)).toEqual(expect.arrayContaining([-5, 0, 1, 999]));
    expect(drawn.map(([, text]) => text)).toEqual(
      expect.arrayContaining(['', '__proto__', '\u0000', '👩‍👩‍👧', 'x'.repeat(30)]),
    );
  });

  test('draws no key of a record that JSON.parse may take for another', () => {
    const drawn = fc.sample(schemaArbitrary(z.record(z.string(), z.int())), { seed, numRuns: 2000 });
    const keys = drawn.flatMap((record) => Object.keys(record));
    expect(keys.filter((key) => key.includes('\\') || key === '__proto__')).toEqual([]);
    expect(keys).toEqual(expect.arrayContaining(['', '"', '\n', 'constructor']));
  });

  test('names the place of a pattern that it does not understand', () => {
    const schema = z.object({ items: z.array(z.object({ code: z.string().regex(/^(a|b)\1$/) })) });
    expect(() => schemaArbitrary(schema)).toThrow(
      new TypeError(
        'Cannot draw from a "string" schema at "items[].code": /^(a|b)\\1$/ is not understood; give an override for it',
      ),
    );
  });

  test('names the place of a check that hardly any value passes', () => {
    const schema = z.object({ code: z.string().refine((text) => text === 'one of a kind') });
    expect(() => fc.sample(schemaArbitrary(schema), 1)).toThrow(
      new TypeError(
        'Cannot draw from a "string" schema at "code": none of 10000 candidates passes its checks; give an override',
      ),
    );
  });

  test('refuses a schema that nests without end, and one with asynchronous checks', () => {
    const endless: z.ZodType = z.lazy(() => z.union([z.object({ a: endless }), z.tuple([endless])]));
    const draw = () => fc.sample(schemaArbitrary(endless), { seed, numRuns: 50 });
    expect(draw).toThrow(TypeError);
    expect(draw).toThrow('Cannot draw from a schema that nests without end');
    const late = z.string().refine(() => Promise.resolve(true));
    expect(() => fc.sample(schemaArbitrary(late), 1)).toThrow(/synchronous/);
  });
});
