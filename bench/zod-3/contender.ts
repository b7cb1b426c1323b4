import * as fc from 'fast-check';
import type * as z from 'zod';
import { ZodFastCheck } from 'zod-fast-check';
import { drawing } from '../peers/drawing.ts';

/** Draws with zod-fast-check. In this folder because it needs a zod and a fast-check of its own. */
export function zodFastCheckDraw(schema: z.ZodType): () => unknown {
  const [source] = fc.sample(new Listening(), { numRuns: 1, seed: 1 });
  return drawing(ZodFastCheck().inputOf(schema), source!);
}

/** Draws the source itself, as `peers/source.ts` does for the other fast-check. */
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
