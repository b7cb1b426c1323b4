import type * as fc from 'fast-check';
import type { Examination } from './examination.ts';

/** The smallest draw found that does not hold, and how to come by it again. */
export interface Counterexample<Value> {
  readonly value: Value;
  /** `seed 1, path 0:2`. */
  readonly replay: string;
}

/** How values are drawn. */
export interface Draws<Value> {
  /** What the draws are about: it sets those of one check apart. */
  readonly about: string;
  readonly draws: number;
  /** What is tried before anything is drawn. */
  readonly examples?: readonly Value[];
}

/** Draws values one after the other until one does not hold, and looks for a smaller one. */
export async function counterexample<Value>(
  examination: Examination,
  { about, draws, examples = [] }: Draws<Value>,
  arbitrary: fc.Arbitrary<Value>,
  holds: (value: Value) => Promise<boolean>,
): Promise<Counterexample<Value> | undefined> {
  const { asyncProperty, check } = await import('fast-check');
  const { timeout } = examination.session.options;
  const guarded = guard(holds);
  const details = await check(asyncProperty(arbitrary, guarded.holds), {
    seed: seedOf(`${examination.seed} ${about}`),
    numRuns: examples.length + draws,
    examples: examples.map((example) => [example]),
    // A receiver that hangs must not be asked for ever which delivery is the smallest.
    interruptAfterTimeLimit: 6 * timeout,
  });
  guarded.rethrow();
  const [value] = details.counterexample ?? [];
  if (value === undefined) return undefined;
  return { value, replay: `seed ${details.seed}, path ${details.counterexamplePath}` };
}

/**
 * A predicate for fast-check, which takes whatever is thrown for a counterexample. What is thrown here is no fault of the
 * receiver: the probe cannot be read, or the receiver is gone. It ends the search, and is thrown again after it.
 */
export function guard<Values extends readonly unknown[]>(
  holds: (...values: Values) => Promise<boolean>,
): { readonly holds: (...values: Values) => Promise<boolean>; readonly rethrow: () => void } {
  let thrown: { readonly error: unknown } | undefined;
  return {
    async holds(...values) {
      if (thrown !== undefined) return true;
      try {
        return await holds(...values);
      } catch (error) {
        thrown = { error };
        return true;
      }
    },
    rethrow() {
      if (thrown !== undefined) throw thrown.error;
    },
  };
}

/** A whole number made from a text. */
function seedOf(text: string): number {
  return Array.from(text).reduce((hash, character) => (Math.imul(hash, 31) + character.codePointAt(0)!) | 0, 7);
}
