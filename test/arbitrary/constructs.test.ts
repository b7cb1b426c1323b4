import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as newest from 'zod';
import * as zod40 from 'zod-4-0';
import * as zod43 from 'zod-4-3';
import * as zod45 from 'zod-4-5';
import { compile } from '../../src/arbitrary/compile.ts';
import { schemaArbitrary } from '../../src/arbitrary/index.ts';
import { same } from '../../src/arbitrary/node.ts';
import { absent, constructs, undrawable, type Zod } from './constructs.ts';

// The constructs are typed by the newest minor; what an older one lacks is listed, and shown to be absent.
const minors = { zod: newest, 'zod-4-0': zod40, 'zod-4-3': zod43, 'zod-4-5': zod45 } as unknown as {
  readonly [Minor: string]: Zod;
};

test('the constructs are at least 95, in four minors of zod 4', () => {
  expect(Object.keys(constructs).length).toBeGreaterThanOrEqual(95);
  const versions = Object.values(minors).map(({ core }) => `${core.version.major}.${core.version.minor}`);
  expect(versions).toEqual(['4.6', '4.0', '4.3', '4.5']);
});

describe.each(Object.entries(minors))('schemaArbitrary() with %s', (minor, z) => {
  const lacking = new Set(absent[minor]);
  const present = Object.entries(constructs).filter(([name]) => !lacking.has(name));

  test.each(present)('draws and shrinks: %s', (_name, schemaOf) => {
    const schema = schemaOf(z);
    const isRefused = (value: unknown) => !schema.safeParse(value).success;
    const arbitrary = schemaArbitrary(schema);
    const draws = fc.sample(arbitrary, { seed: 20261122, numRuns: 200 });
    expect(draws.filter(isRefused)).toEqual([]);
    expect(fc.sample(schemaArbitrary(schemaOf(z)), { seed: 20261122, numRuns: 200 })).toEqual(draws);

    const candidates = draws.slice(0, 12).flatMap((draw) => [...arbitrary.shrink(draw, undefined).take(30)]);
    expect(candidates.map(({ value }) => value).filter(isRefused)).toEqual([]);

    const simplest = compile(schema).simplest();
    expect(isRefused(simplest)).toBe(false);
    const ends = draws
      .slice(0, 12)
      .flatMap((draw, index) => [shrunk(arbitrary, draw, 1), shrunk(arbitrary, draw, 1 + (index % 4))]);
    expect(ends.filter((end) => !same(end, simplest))).toEqual([]);
  });

  test.each([...lacking])('has no: %s', (name) => {
    const schemaOf = constructs[name] ?? undrawable[name]!.schema;
    expect(() => fc.sample(schemaArbitrary(schemaOf(z)), { seed: 20261122, numRuns: 100 })).toThrow(TypeError);
  });

  const refused = Object.entries(undrawable).filter(([kind]) => !lacking.has(kind));

  test.each(refused)('refuses a schema of the kind %s, and names its place', (kind, { at, schema }) => {
    const draw = () => schemaArbitrary(schema(z));
    expect(draw).toThrow(TypeError);
    expect(draw).toThrow(`Cannot draw from a "${kind}" schema at "${at}"`);
  });
});

/** Where shrinking ends if of so many candidates at most the last is taken each time; a property that never holds takes the first. */
function shrunk(arbitrary: fc.Arbitrary<unknown>, draw: unknown, among: number): unknown {
  let end = draw;
  for (let steps = 0; steps < 2000; steps++) {
    const next = arbitrary.shrink(end, undefined).getNthOrLast(among - 1);
    if (next === null) return end;
    end = next.value;
  }
  throw new Error('Cannot shrink to an end: 2000 steps were too few');
}
