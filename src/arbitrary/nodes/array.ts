import { same, type Node } from '../node.ts';
import type { Random } from '../random.ts';

/** Below this depth lists stay as short as they may be. */
const deep = 5;

/** Lists of `min` to `max` items. */
export function arrayNode<Item>(item: Node<Item>, min: number, max: number): Node<Item[]> {
  const span = Math.max(min, Math.min(max, min + 5)) - min + 1;
  const longest = Math.min(max, min + 20);
  const lengthAt = (random: Random) => {
    if (random.depth > deep) return min;
    if (random.depth > 2) return min + random.below(Math.min(span, 3));
    return random.edge() ? random.pick([min, longest]) : min + random.below(span);
  };
  return {
    draw(random) {
      const length = lengthAt(random);
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
