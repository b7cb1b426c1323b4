import { same, type Node } from '../node.ts';
import { Random } from '../random.ts';

/** Draws before giving up on a schema whose checks hardly any candidate passes. */
const patience = 10_000;

/** Only the values that pass `accepts`. `name` names the schema in the error for one that hardly any value passes. */
export function guardNode<Value>(node: Node<Value>, accepts: (value: Value) => boolean, name: string): Node<Value> {
  const draw = (random: Random) => {
    for (let attempt = 0; attempt < patience; attempt++) {
      const value = node.draw(random);
      if (accepts(value)) return value;
    }
    throw new TypeError(`Cannot draw from ${name}: none of ${patience} candidates passes its checks; give an override`);
  };
  let simplest: { readonly value: Value } | undefined;
  const end = () => (simplest ??= { value: [node.simplest()].find(accepts) ?? plainest(draw(firstRandom())) }).value;
  const plainest = (value: Value): Value => {
    for (const candidate of node.shrink(value)) if (accepts(candidate)) return plainest(candidate);
    return value;
  };
  return {
    draw,
    simplest: end,
    *shrink(value, target) {
      if (target === undefined) {
        if (same(value, end())) return;
        yield end();
      }
      for (const candidate of node.shrink(value, target)) if (accepts(candidate)) yield candidate;
    },
  };
}

const firstRandom = () => new Random().start({ nextInt: () => 1 }, 0);
