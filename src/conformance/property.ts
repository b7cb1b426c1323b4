import type * as fc from 'fast-check';
import { Line } from './line.ts';

/** The smallest draw found that does not hold, and how to come by it again. */
export interface Counterexample<Value> {
  readonly value: Value;
  /** fast-check's seed and path. */
  readonly seed: number;
  readonly path: string;
}

/** How to come by a counterexample again: `seed 1, path 0:2`. */
export function replayOf({ seed, path }: Counterexample<unknown>): string {
  return `seed ${seed}, path ${path}`;
}

/** How values are drawn. */
export interface Draws<Value> {
  /** A text that the draws are made from. */
  readonly seed: string;
  readonly draws: number;
  /** What is tried before anything is drawn. */
  readonly examples?: readonly Value[];
  /** For how many milliseconds draws are tried, and for how many a smaller one is sought. */
  readonly patience: number;
}

/** Tries a draw that was made ready: says whether it holds. */
export type Trial = () => Promise<boolean>;

/** Makes a draw ready. The name is its own among the draws of one search, and the same when that is made again. */
export type Preparation<Value> = (value: Value, name: string) => Trial;

/**
 * Tries draws one after the other until one does not hold, and then looks for a smaller one. While one is tried, those after
 * it are drawn and made ready; the time begins with the first trial. Throws what a trial throws: it is no fault of the
 * receiver's.
 */
export async function counterexample<Value>(
  { seed: text, draws, examples = [], patience }: Draws<Value>,
  arbitrary: fc.Arbitrary<Value>,
  prepare: Preparation<Value>,
): Promise<Counterexample<Value> | undefined> {
  const { asyncProperty, check } = await import('fast-check');
  const seed = seedOf(text);
  const numRuns = examples.length + draws;
  const parameters = { seed, numRuns, examples: examples.map((example): [Value] => [example]) };

  const line = new Line();
  let start: number | undefined;
  let drawn = 0;
  let first: { readonly value: Value; readonly path: string } | undefined;
  const triedAll = guard(async (value: Value) => {
    const path = String(drawn++);
    if (first !== undefined) return true;
    const trial = prepare(value, path);
    await line.add(async () => {
      start ??= performance.now();
      if (first !== undefined || performance.now() - start > patience) return;
      if (!(await trial())) first = { value, path };
    });
    return true;
  });
  await check(asyncProperty(arbitrary, triedAll.holds), parameters);
  await line.settled();
  triedAll.rethrow();
  if (first === undefined) return undefined;

  let smaller = 0;
  const shrunk = guard((value: Value) => prepare(value, `smaller ${smaller++}`)());
  const { counterexample, counterexamplePath } = await check(asyncProperty(arbitrary, shrunk.holds), {
    ...parameters,
    numRuns: 1,
    path: first.path,
    interruptAfterTimeLimit: patience,
  });
  shrunk.rethrow();
  // What fails just once is a counterexample, too.
  if (counterexample === null) return { ...first, seed };
  return { value: counterexample[0], seed, path: counterexamplePath ?? first.path };
}

/** A predicate for fast-check, which takes whatever is thrown for a counterexample: here it ends the search. */
function guard<Value>(holds: (value: Value) => Promise<boolean>): {
  readonly holds: (value: Value) => Promise<boolean>;
  readonly rethrow: () => void;
} {
  let thrown: { readonly error: unknown } | undefined;
  return {
    async holds(value) {
      if (thrown !== undefined) return true;
      try {
        return await holds(value);
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
