import { nodeOfKind, type Schema } from './kinds.ts';
import type { Node } from './node.ts';

/** Nodes to draw from in place of what the engine would make, by schema. */
export type Overrides = ReadonlyMap<Schema, Node>;

/** Compiles a schema into the node that draws its values. A schema that contains itself is compiled once. */
export function compile(schema: Schema, overrides: Overrides = new Map()): Node {
  const done = new Map<Schema, Node>();
  const walk = (schema: Schema, path: string): Node => {
    const known = done.get(schema);
    if (known !== undefined) return known;
    const override = overrides.get(schema);
    if (override !== undefined) return override;
    let node: Node | undefined;
    // Stands in for the node while it is being built, so that a schema may contain itself.
    done.set(schema, {
      draw: (random) => node!.draw(random),
      simplest: () => node!.simplest(),
      shrink: (value, target) => node!.shrink(value, target),
    });
    node = nodeOfKind(schema, {
      path,
      node: (inner, step = '') =>
        walk(inner, step === '' ? path : step.startsWith('[') ? path + step : path === '' ? step : `${path}.${step}`),
    });
    done.set(schema, node);
    return node;
  };
  return walk(schema, '');
}
