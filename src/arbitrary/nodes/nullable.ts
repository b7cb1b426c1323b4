import type { Node } from '../node.ts';

/** The values of `node`, or `absent` (null or undefined), which is the simplest. */
export function nullableNode<Value, Absent extends null | undefined>(
  node: Node<Value>,
  absent: Absent,
): Node<Value | Absent> {
  return {
    draw: (random) => (random.chance(0.25) ? absent : node.draw(random)),
    simplest: () => absent,
    *shrink(value, target) {
      if (value === absent || value === undefined || value === null) return;
      yield absent;
      yield* node.shrink(value as Value, target ?? undefined);
    },
  };
}
