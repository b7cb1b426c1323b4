import type { Node } from '../node.ts';

/** One of a few fixed values; the first is the simplest. */
export function constantNode<Value>(values: readonly [Value, ...Value[]]): Node<Value> {
  const [first] = values;
  return {
    draw: values.length === 1 ? () => first : (random) => random.pick(values),
    simplest: () => first,
    *shrink(value, target = first) {
      if (Object.is(value, target)) return;
      if (values.includes(target)) yield target;
      const index = values.indexOf(value);
      const end = values.indexOf(target);
      for (let earlier = 0; earlier < index; earlier++) if (earlier !== end) yield values[earlier]!;
    },
  };
}
