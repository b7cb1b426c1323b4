import type { Random as FastCheckRandom } from 'fast-check';

/**
 * A small fast generator, seeded from fast-check's own, so that seed and path replay stay exact.
 * Drawing from fast-check for each leaf would cost more than all the rest.
 */
export class Random {
  /** The four words of sfc32. */
  readonly #state = new Int32Array(4);
  /** One draw in so many is an edge case; 0 for none. */
  #bias = 0;
  /** How deep the value under construction is nested. */
  depth = 0;

  /** One coin for the whole draw, for what must agree across it. */
  flag = false;

  /** Starts a new draw. `bias` is fast-check's: small for more edge cases. */
  start(source: Pick<FastCheckRandom, 'nextInt'>, bias: number | undefined): this {
    this.#state.set([source.nextInt(), source.nextInt(), 0x9e3779b9 | 0, 1]);
    this.#bias = bias ?? 0;
    this.depth = 0;
    for (let round = 0; round < 4; round++) this.uint32();
    this.flag = this.chance(0.5);
    return this;
  }

  /** A whole number from 0 to 2³² - 1. */
  uint32(): number {
    const state = this.#state;
    const sum = (state[0]! + state[1]! + state[3]!) | 0;
    state[3] = state[3]! + 1;
    state[0] = state[1]! ^ (state[1]! >>> 9);
    state[1] = state[2]! + (state[2]! << 3);
    state[2] = ((state[2]! << 21) | (state[2]! >>> 11)) + sum;
    return sum >>> 0;
  }

  /** A number from 0 to 1, 1 excluded, with 53 bits. */
  fraction(): number {
    return ((this.uint32() >>> 5) * 67108864 + (this.uint32() >>> 6)) / 9007199254740992;
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    return count <= 0x40000000 ? (this.uint32() * (count / 4294967296)) | 0 : Math.floor(this.fraction() * count);
  }

  /** True with the probability given. */
  chance(probability: number): boolean {
    return this.uint32() < probability * 4294967296;
  }

  /** Whether this draw should be an edge case. */
  edge(): boolean {
    return this.#bias !== 0 && this.below(this.#bias) === 0;
  }

  /** One of several. */
  pick<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!;
  }
}
