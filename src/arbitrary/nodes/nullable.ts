import type { Node } from '../node.ts';

/** Below this depth the value is absent, so that recursion ends. */
const deep = 6;

/** The values of `node`, or `absent` (null or undefined), which is the simplest. */
export function nullableNode<Value, Absent extends null | undefined>(
  node: Node<Value>,
  absent: Absent,
): Node<Value | Absent> {
  return {
    draw: (random) => (random.depth > deep || random.chance(0.25) ? absent : node.draw(random)),
    simplest: () => absent,
    *shrink(value, target) {
      const end = target ?? absent;
      if (value === end) return;
      yield end;
      if (value !== null && value !== undefined) yield* node.shrink(value, end ?? undefined);
    },
  };
}
