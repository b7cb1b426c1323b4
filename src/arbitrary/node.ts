import type { Random } from './random.ts';

/** How to draw and shrink the values of one schema. Nodes hold no state: one may serve many draws at once. */
export interface Node<Value = unknown> {
  readonly draw: (random: Random) => Value;
  /** The value that shrinking ends at where no target is given. Throws for a schema that nests without end. */
  readonly simplest: () => Value;
  /**
   * Values of the same schema that are simpler, the boldest step first. Without end of their own: a value equal to
   * `target`, or to the simplest where there is none, has no simpler one.
   */
  shrink(value: Value, target?: Value): Iterable<Value>;
}

/** Whether two JSON-like values are equal. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (a instanceof Date && b instanceof Date) return Object.is(a.getTime(), b.getTime());
  const [left, right] = [Object.entries(a), Object.keys(b)];
  if (left.length !== right.length) return false;
  return left.every(
    ([key, value]) => Object.hasOwn(b, key) && same(value, (b as { readonly [Key: string]: unknown })[key]),
  );
}
