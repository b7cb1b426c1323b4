import type { Node } from '../node.ts';

/** Below this depth only the first option that does not nest without end is drawn, so that recursion ends. */
const deep = 4;

/** Thrown for a schema that nests without end. */
class Endless extends TypeError {
  constructor() {
    super('Cannot draw from a schema that nests without end');
  }
}

/** Whether a node has a value that is not nested without end. */
function ends(node: Node): boolean {
  try {
    node.simplest();
    return true;
  } catch (error) {
    if (error instanceof Endless) return false;
    throw error;
  }
}

/** One of the schemas that a value may keep to. `accepts` tells whose value one is. */
export interface Option {
  readonly node: Node;
  readonly accepts: (value: unknown) => boolean;
}

/** The values of several nodes; those of the first that does not nest without end are simpler. */
export function unionNode(options: readonly Option[]): Node {
  const first = firstToEnd(options);
  return {
    draw(random) {
      if (random.depth > deep) return first().node.draw(random);
      random.depth++;
      const value = random.pick(options).node.draw(random);
      random.depth--;
      return value;
    },
    simplest: () => first().node.simplest(),
    *shrink(value, target) {
      const own = options.find(({ accepts }) => accepts(value));
      if (own === undefined) return;
      const aim = target === undefined ? undefined : options.find(({ accepts }) => accepts(target));
      if (aim !== undefined && aim !== own) yield target;
      if (target === undefined && own !== first()) {
        const earlier = options.slice(0, options.indexOf(own)).filter((option) => option !== first());
        for (const { node } of [first(), ...earlier]) if (ends(node)) yield node.simplest();
      }
      yield* own.node.shrink(value, aim === own ? target : undefined);
    },
  };
}

/** Finds the first option that has a value which is not nested without end, once it is asked for. */
function firstToEnd(options: readonly Option[]): () => Option {
  let found: Option | undefined;
  let isTrying = false;
  return () => {
    if (found !== undefined) return found;
    // Asked again while it is looking: the option that it is trying holds the union itself.
    if (isTrying) throw new Endless();
    isTrying = true;
    found = options.find(({ node }) => ends(node));
    isTrying = false;
    if (found === undefined) throw new Endless();
    return found;
  };
}
