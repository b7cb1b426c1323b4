import * as fc from 'fast-check';
import type * as z from 'zod';
import { compile } from './compile.ts';
import { accepts, type Schema } from './kinds.ts';
import type { Node } from './node.ts';
import { NodeArbitrary } from './node-arbitrary.ts';
import { fastCheckNode } from './nodes/fast-check.ts';

/** What drawing from a schema may be told. */
export interface SchemaArbitraryOptions<Value> {
  /** Arbitraries to draw from in place of what the engine would, by the schema inside that they are for. */
  readonly overrides?: ReadonlyMap<Schema, fc.Arbitrary<unknown>>;
  /** The value that shrinking goes towards; the simplest one that the schema accepts when left out. */
  readonly target?: Value;
}

/**
 * Draws the values that a zod 4 schema accepts as input, and shrinks them. The same seed and path draw the same value.
 *
 * Throws a `TypeError` for a kind of schema that cannot be drawn, with its place: give an override for it.
 *
 * @example
 * import fc from 'fast-check';
 * import * as z from 'zod';
 * import { schemaArbitrary } from 'hookproof/arbitrary';
 * const schema = z.object({ id: z.string().regex(/^ch_\w{8}$/), amount: z.int().positive() });
 * fc.assert(fc.property(schemaArbitrary(schema), (value) => schema.safeParse(value).success));
 */
export function schemaArbitrary<S extends Schema>(
  schema: S,
  options: SchemaArbitraryOptions<z.input<S>> = {},
): fc.Arbitrary<z.input<S>> {
  const overrides = new Map(
    [...(options.overrides ?? [])].map(([inner, arbitrary]) => [inner, fastCheckNode(arbitrary)]),
  );
  const node = compile(schema, overrides) as Node<z.input<S>>;
  return new NodeArbitrary(node, (value) => accepts(schema, value), options.target);
}
