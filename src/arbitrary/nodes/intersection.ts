import * as fc from 'fast-check';
import { same, type Node } from '../node.ts';

/** Values of two nodes at once: objects with the fields of both, or else the value of the first. Some fit only one. */
export function intersectionNode(left: Node, right: Node): Node {
  return {
    draw: (random) => joined(left.draw(random), right.draw(random)),
    simplest: () => joined(left.simplest(), right.simplest()),
    *shrink(value, target) {
      if (target !== undefined) {
        if (same(value, target)) return;
        yield target;
      }
      // The two may differ on which of two values is simpler: only what is shorter as well leads to an end.
      for (const node of [left, right]) {
        for (const candidate of node.shrink(value, target)) if (isShorter(candidate, value)) yield candidate;
      }
    },
  };
}

function joined(left: unknown, right: unknown): unknown {
  return typeof left === 'object' && typeof right === 'object' ? { ...left, ...right } : left;
}

function isShorter(one: unknown, other: unknown): boolean {
  const [ours, theirs] = [fc.stringify(one), fc.stringify(other)];
  return ours.length === theirs.length ? ours < theirs : ours.length < theirs.length;
}
