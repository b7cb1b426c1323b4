import { randomNumbers } from './random.ts';

/** What goes wrong on the way to a receiver, on demand. Each number but the seconds is a probability. */
export interface Chaos {
  /** That an acknowledged delivery comes once more. */
  readonly duplicates?: number;
  /** That a delivery is held back, so that later ones overtake it. */
  readonly reordering?: number;
  /** That an attempt never arrives. */
  readonly loss?: number;
  /** The most seconds by which every delivery is late. */
  readonly delay?: number;
}

/** What goes wrong with one delivery. */
export interface Fate {
  /** Milliseconds it is held back. */
  readonly hold: number;
  /** Milliseconds after which it comes once more; `undefined` where it does not. */
  readonly again: number | undefined;
  /** Whether the next attempt is lost. */
  readonly isLost: () => boolean;
}

/** The most milliseconds that a delivery is held back to be overtaken, or comes late once more. */
const most = 60_000;

/** Decides what goes wrong with each delivery in turn, the same for the same seed. */
export function fates(chaos: Chaos, seed: string): () => Fate {
  let count = 0;
  return () => {
    // Each delivery has numbers of its own, so that nothing depends on which attempt comes first.
    const next = randomNumbers(`${seed} chaos ${++count}`);
    const happens = (probability = 0) => next() < probability;
    const delay = next() * (chaos.delay ?? 0) * 1000;
    const overtaken = happens(chaos.reordering) ? 1 + next() * most : 0;
    const again = happens(chaos.duplicates) ? next() * most : undefined;
    return { hold: Math.round(delay + overtaken), again, isLost: () => happens(chaos.loss) };
  };
}
