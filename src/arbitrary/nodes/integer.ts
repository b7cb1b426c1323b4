import type { Node } from '../node.ts';

/** Whole numbers from `min` to `max`. */
export function integerNode(min: number, max: number): Node<number> {
  const zero = min > 0 ? min : max < 0 ? max : 0;
  const span = max - min + 1;
  const edges = [...new Set([min, max, zero, min + 1, max - 1, 1, -1])].filter((edge) => edge >= min && edge <= max);
  const near = Math.min(max - zero, zero - min, 100) > 0 ? 0 : Math.min(span - 1, 100);
  return {
    draw(random) {
      if (!random.edge()) return min + random.below(span);
      if (random.chance(0.5)) return random.pick(edges);
      return zero + (max > zero ? 1 : -1) * random.below(near + 1);
    },
    simplest: () => zero,
    *shrink(value, target) {
      const end = target !== undefined && target >= min && target <= max ? target : zero;
      if (value === end) return;
      yield end;
      for (let gap = Math.trunc((value - end) / 2); gap !== 0; gap = Math.trunc(gap / 2)) yield value - gap;
    },
  };
}
