import * as fc from 'fast-check';
import { same, type Node } from './node.ts';
import { Random } from './random.ts';

/** What a node's values have to keep to beside their schema. */
export interface Settling<Value> {
  /** Changes a fresh draw so that its fields agree. */
  readonly settle: (drawn: Value) => Value;
  /** The same for a value that shares parts with others, which must not change. */
  readonly repair: (value: Value) => Value;
  /** The value in the mode of another one; itself where they are of one mode. */
  readonly alike: (value: Value, other: Value) => Value;
}

/** A node as a fast-check arbitrary. `target` is the value that shrinking goes towards. */
export class NodeArbitrary<Value> extends fc.Arbitrary<Value> {
  readonly #node: Node<Value>;
  readonly #accepts: (value: unknown) => boolean;
  readonly target: Value | undefined;
  readonly #settling: Settling<Value> | undefined;
  readonly #random = new Random();

  constructor(node: Node<Value>, accepts: (value: unknown) => boolean, target?: Value, settling?: Settling<Value>) {
    super();
    this.#node = node;
    this.#accepts = accepts;
    this.target = target;
    this.#settling = settling;
  }

  generate(source: fc.Random, bias: number | undefined): fc.Value<Value> {
    const drawn = this.#node.draw(this.#random.start(source, bias));
    return new fc.Value(this.#settling === undefined ? drawn : this.#settling.settle(drawn), undefined);
  }

  /** The value with its fields in agreement. */
  repaired(value: Value): Value {
    return this.#settling === undefined ? value : this.#settling.repair(value);
  }

  canShrinkWithoutContext(value: unknown): value is Value {
    return this.#accepts(value);
  }

  shrink(value: Value): fc.Stream<fc.Value<Value>> {
    return fc.stream(this.#candidates(value));
  }

  *#candidates(value: Value): IterableIterator<fc.Value<Value>> {
    for (const candidate of this.#simpler(value)) {
      const repaired = this.repaired(candidate);
      if (!same(repaired, value)) yield new fc.Value(repaired, undefined);
    }
  }

  /** The mode is shrunk first and as a whole: a field that went towards one of the other mode would never get there. */
  *#simpler(value: Value): Iterable<Value> {
    const { target } = this;
    if (target === undefined || this.#settling === undefined) return yield* this.#node.shrink(value, target);
    const aim = this.#settling.alike(target, value);
    if (aim !== target) yield* [target, this.#settling.alike(value, target)];
    yield* this.#node.shrink(value, aim);
  }
}
