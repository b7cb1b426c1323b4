import { same, type Node } from '../node.ts';
import type { Random } from '../random.ts';
import { emptyTable } from './empty-table.ts';
import { omit } from './record.ts';

type Fields = { [Key: string]: unknown };

/** One key of an object. */
export interface Field {
  readonly key: string;
  readonly isOptional: boolean;
  readonly node: Node;
}

/** Below this depth optional keys are left out, so that recursion ends. */
const deep = 6;

/** Objects with listed keys, of which the optional ones may be absent. `others` draws keys that are not listed. */
export function objectNode(fields: readonly Field[], others?: Node<Fields>): Node<Fields> {
  const optional = new Set(fields.filter(({ isOptional }) => isOptional).map(({ key }) => key));
  const nodes = new Map(fields.map(({ key, node }) => [key, node]));
  const draw = drawerOf(fields);
  return {
    draw: others === undefined ? draw : (random) => ({ ...others.draw(random), ...draw(random) }),
    simplest: () =>
      Object.fromEntries(fields.filter(({ isOptional }) => !isOptional).map(({ key, node }) => [key, node.simplest()])),
    *shrink(value, target) {
      if (target !== undefined) {
        if (same(value, target)) return;
        yield target;
      }
      const needless = Object.keys(value).filter(
        (key) => (optional.has(key) || !nodes.has(key)) && !(target !== undefined && Object.hasOwn(target, key)),
      );
      for (let size = needless.length; size > 0; size >>= 1) {
        for (let start = 0; start < needless.length; start += size)
          yield omit(value, needless.slice(start, start + size));
      }
      for (const { key, node } of fields) {
        if (!Object.hasOwn(value, key)) continue;
        for (const candidate of node.shrink(value[key], target?.[key])) yield { ...value, [key]: candidate };
      }
    },
  };
}

/** Draws the fields in order. Each optional one is there half the time; an edge case has none of them or all. */
function drawerOf(fields: readonly Field[]): (random: Random) => Fields {
  const draws = fields.map(({ key, isOptional, node }) => ({ key, isOptional, draw: node.draw }));
  const empty = fields.filter(({ isOptional }) => isOptional).length > many ? emptyTable : (): Fields => ({});
  return (random) => {
    const object = empty();
    random.depth++;
    let coins = random.depth > deep ? 0 : random.edge() ? -random.below(2) : random.uint32();
    let left = 32;
    const steady = coins === 0 || coins === -1;
    for (const { key, isOptional, draw } of draws) {
      if (isOptional) {
        if (left-- === 0) {
          left = 31;
          if (!steady) coins = random.uint32();
        }
        const isHere = (coins & 1) === 1;
        coins >>= 1;
        if (!isHere) continue;
      }
      object[key] = draw(random);
    }
    random.depth--;
    return object;
  };
}

/** With more optional keys than this nearly every draw has a set of keys of its own. */
const many = 12;
