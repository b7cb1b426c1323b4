import { same, type Node } from '../node.ts';

/** Below this depth lists stay as short as they may be. */
const deep = 5;

/** Lists of `min` to `max` items. */
export function arrayNode<Item>(item: Node<Item>, min: number, max: number): Node<Item[]> {
  const span = Math.max(min, Math.min(max, min + 5)) - min + 1;
  const longest = Math.min(max, min + 20);
  return {
    draw(random) {
      const length = random.depth > deep ? min : random.edge() ? random.pick([min, longest]) : min + random.below(span);
      const items = new Array<Item>(length);
      random.depth++;
      for (let index = 0; index < length; index++) items[index] = item.draw(random);
      random.depth--;
      return items;
    },
    simplest: () => Array.from({ length: min }, () => item.simplest()),
    *shrink(value, target) {
      if (target !== undefined) {
        if (same(value, target)) return;
        yield target;
      }
      for (let gap = value.length - min; gap > 0; gap >>= 1) {
        yield value.slice(0, value.length - gap);
        if (gap < value.length) yield value.slice(gap);
      }
      for (const [index, each] of value.entries()) {
        for (const candidate of item.shrink(each, target?.[index])) yield value.with(index, candidate);
      }
    },
  };
}
