import * as fc from 'fast-check';

/** A source of randomness as fast-check hands it to arbitraries: its constructor wants a generator that it does not export. */
export function sourceOf(seed: number): fc.Random {
  return fc.sample(new Listening(), { numRuns: 1, seed })[0]!;
}

/** Draws the source itself. */
class Listening extends fc.Arbitrary<fc.Random> {
  generate(source: fc.Random): fc.Value<fc.Random> {
    return new fc.Value(source.clone(), undefined);
  }

  canShrinkWithoutContext(_value: unknown): _value is fc.Random {
    return false;
  }

  shrink(): fc.Stream<fc.Value<fc.Random>> {
    return fc.Stream.nil();
  }
}
