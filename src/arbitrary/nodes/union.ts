import type { Node } from '../node.ts';

/** Below this depth only the first option is drawn, so that recursion ends. */
const deep = 4;

/** The values of several nodes; those of the first are simpler. `accepts` tells whose value one is. */
export function unionNode(
  options: readonly { readonly node: Node; readonly accepts: (value: unknown) => boolean }[],
): Node {
  const [first] = options;
  return {
    draw(random) {
      if (random.depth > deep) return first!.node.draw(random);
      random.depth++;
      const value = random.pick(options).node.draw(random);
      random.depth--;
      return value;
    },
    simplest: () => first!.node.simplest(),
    *shrink(value, target) {
      const index = options.findIndex(({ accepts }) => accepts(value));
      if (index < 0) return;
      const end = target === undefined ? -1 : options.findIndex(({ accepts }) => accepts(target));
      if (end >= 0 && end !== index) yield target;
      if (target === undefined) for (const { node } of options.slice(0, index)) yield node.simplest();
      yield* options[index]!.node.shrink(value, end === index ? target : undefined);
    },
  };
}
