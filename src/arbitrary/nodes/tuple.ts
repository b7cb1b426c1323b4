import { same, type Node } from '../node.ts';

/** Below this depth tuples stay as short as they may be. */
const deep = 5;

/** Lists whose first items each have a schema of their own, and the rest, where there may be one, another. */
export function tupleNode(items: readonly Node[], required: number, rest: Node | undefined): Node<unknown[]> {
  return {
    draw(random) {
      const isDeep = random.depth > deep;
      random.depth++;
      const length = isDeep ? required : required + random.below(items.length - required + 1);
      const value = items.slice(0, length).map((item) => item.draw(random));
      const others = rest === undefined || isDeep || length < items.length ? 0 : random.below(4);
      for (let left = others; left > 0; left--) value.push(rest!.draw(random));
      random.depth--;
      return value;
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
