import { same, type Node } from '../node.ts';

/** Lists whose first items each have a schema of their own, and the rest, where there may be one, another. */
export function tupleNode(items: readonly Node[], required: number, rest: Node | undefined): Node<unknown[]> {
  return {
    draw(random) {
      const length = required + random.below(items.length - required + 1);
      const first = items.slice(0, length).map((item) => item.draw(random));
      if (rest === undefined || length < items.length) return first;
      return [...first, ...Array.from({ length: random.below(4) }, () => rest.draw(random))];
    },
    simplest: () => items.slice(0, required).map((item) => item.simplest()),
    *shrink(value, target) {
      if (target !== undefined) {
        if (same(value, target)) return;
        yield target;
      }
      for (let length = required; length < value.length; length++) yield value.slice(0, length);
      for (const [index, each] of value.entries()) {
        for (const candidate of (items[index] ?? rest!).shrink(each, target?.[index]))
          yield value.with(index, candidate);
      }
    },
  };
}
