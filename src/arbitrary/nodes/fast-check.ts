import * as fc from 'fast-check';
import { same, type Node } from '../node.ts';
import type { Random } from '../random.ts';

/** A fast-check arbitrary as a node: for overrides, and for what no node of our own draws. */
export function fastCheckNode<Value>(
  arbitrary: fc.Arbitrary<Value>,
  simplest: () => Value = plainestOf(arbitrary),
): Node<Value> {
  return {
    draw: (random) => arbitrary.generate(sourceFrom(random), undefined).value,
    simplest,
    *shrink(value, target = simplest()) {
      if (same(value, target)) return;
      yield target;
      if (!arbitrary.canShrinkWithoutContext(value)) return;
      for (const candidate of arbitrary.shrink(value, undefined)) yield candidate.value;
    },
  };
}

/** Where a draw's shrinking ends: an arbitrary does not say what its simplest value is. */
function plainestOf<Value>(arbitrary: fc.Arbitrary<Value>): () => Value {
  let found: readonly [Value] | null = null;
  // A property that never holds is shrunk as far as can be.
  const never = fc.property<[Value]>(arbitrary, () => false);
  return () => (found ??= fc.check(never, { seed: 1, numRuns: 1 }).counterexample!)[0];
}

/** Our generator in the form that fast-check's arbitraries draw from. */
function sourceFrom(random: Random): fc.Random {
  const source = {
    nextInt: (min = -0x80000000, max = 0x7fffffff) => min + Math.floor(random.fraction() * (max - min + 1)),
    nextBigInt: (min: bigint, max: bigint) =>
      min + (((BigInt(random.uint32()) << 32n) | BigInt(random.uint32())) % (max - min + 1n)),
    nextDouble: () => random.fraction(),
    nextBoolean: () => random.chance(0.5),
    next: (bits: number) => random.uint32() >>> (32 - bits),
    clone: (): unknown => source,
    getState: () => undefined,
  };
  // fast-check's class has private fields, so that nothing else has its type; it is only ever called by these names.
  return source as unknown as fc.Random;
}
