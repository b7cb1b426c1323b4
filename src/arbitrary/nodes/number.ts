import type { Constraints } from '../constraints.ts';
import type { Node } from '../node.ts';
import { integerNode } from './integer.ts';
import { mapNode } from './map.ts';

/** Bounds for numbers that have none. */
const far = 1e9;

/** Numbers, whole or not, within a schema's constraints. */
export function numberNode(constraints: Constraints): Node<number> {
  const [step] = constraints.multiplesOf.map(Number);
  const min = Number(constraints.min ?? -Infinity);
  const max = Number(constraints.max ?? Infinity);
  const above = Number(constraints.above ?? -Infinity);
  const below = Number(constraints.below ?? Infinity);
  if (step !== undefined) return multiplesNode(step, Math.max(min, above, -far), Math.min(max, below, far));
  if (!constraints.isInteger) return realNode(Math.max(min, above), Math.min(max, below), above >= min, below <= max);
  return integerNode(
    Math.max(
      Math.ceil(min),
      above === -Infinity ? Number.MIN_SAFE_INTEGER : Math.floor(above) + 1,
      Number.MIN_SAFE_INTEGER,
    ),
    Math.min(
      Math.floor(max),
      below === Infinity ? Number.MAX_SAFE_INTEGER : Math.ceil(below) - 1,
      Number.MAX_SAFE_INTEGER,
    ),
  );
}

function multiplesNode(step: number, min: number, max: number): Node<number> {
  const [, fraction = '', exponent = '0'] = /^[^.e]*(?:\.(\d+))?(?:e(.+))?$/.exec(String(step))!;
  const decimals = Math.max(0, fraction.length - Number(exponent));
  return mapNode(
    integerNode(Math.ceil(min / step), Math.floor(max / step)),
    (count) => Number((count * step).toFixed(decimals)),
    (value) => Math.round(value / step),
  );
}

function realNode(min: number, max: number, isAbove: boolean, isBelow: boolean): Node<number> {
  const low = Number.isFinite(min) ? min : Math.min(-far, max - far);
  const high = Number.isFinite(max) ? max : Math.max(far, min + far);
  const fits = (value: number) =>
    Number.isFinite(value) && (isAbove ? value > min : value >= min) && (isBelow ? value < max : value <= max);
  const edges = [0, 1, -1, 0.1, 0.5, 100.23, Number.MAX_SAFE_INTEGER, Number.MIN_VALUE, min, max].filter(fits);
  const simplest = [0, 1, -1, Math.ceil(min) + 1, Math.floor(max) - 1, (low + high) / 2].find(fits) ?? low;
  return {
    draw(random) {
      if (edges.length > 0 && random.edge()) return random.pick(edges);
      const value = low + random.fraction() * (high - low);
      // Half of the numbers are as people write amounts.
      const rounded = Math.round(value * 100) / 100;
      return random.chance(0.5) && fits(rounded) ? rounded : fits(value) ? value : simplest;
    },
    simplest: () => simplest,
    *shrink(value, target) {
      const end = target !== undefined && fits(target) ? target : simplest;
      if (value === end) return;
      yield end;
      const whole = Math.trunc(value);
      if (whole !== value) {
        if (fits(whole)) yield whole;
        return;
      }
      for (let gap = Math.trunc((value - end) / 2); Math.abs(gap) >= 1; gap = Math.trunc(gap / 2))
        if (fits(value - gap)) yield value - gap;
    },
  };
}
