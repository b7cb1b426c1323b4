import type { Node } from '../node.ts';

/** The values of `node`, written in another way. `back` undoes `to`, or gives `undefined` for a value it did not make. */
export function mapNode<Inner, Value>(
  node: Node<Inner>,
  to: (inner: Inner) => Value,
  back: (value: Value) => Inner | undefined,
): Node<Value> {
  return {
    draw: (random) => to(node.draw(random)),
    simplest: () => to(node.simplest()),
    *shrink(value, target) {
      if (target !== undefined && target !== value) yield target;
      const inner = back(value);
      if (inner === undefined || value === target) return;
      for (const candidate of node.shrink(inner)) yield to(candidate);
    },
  };
}
