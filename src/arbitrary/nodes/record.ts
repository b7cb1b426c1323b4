import { same, type Node } from '../node.ts';
import { emptyTable } from './empty-table.ts';

type Entries = { [Key: string]: unknown };

/** Objects with keys of one kind and values of another. `refused` are keys that are never drawn. */
export function recordNode(key: Node<string>, value: Node, refused: readonly string[] = []): Node<Entries> {
  // No key has a backslash: V8, having parsed one, may take the next escaped key for it (nodejs/node#63785).
  const isKey = (name: string) => name !== '__proto__' && !name.includes('\\') && !refused.includes(name);
  return {
    draw(random) {
      const entries = emptyTable();
      if (random.depth > 5) return entries;
      random.depth++;
      for (let left = random.edge() ? random.pick([0, 10]) : random.below(4); left > 0; left--) {
        const name = key.draw(random);
        if (isKey(name)) entries[name] = value.draw(random);
      }
      random.depth--;
      return entries;
    },
    simplest: () => ({}),
    *shrink(entries, target) {
      const keys = Object.keys(entries);
      if (keys.length === 0 || (target !== undefined && same(entries, target))) return;
      yield target ?? {};
      if (target !== undefined && Object.keys(target).length > 0) yield {};
      if (keys.length > 1) for (const name of keys) yield omit(entries, [name]);
      for (const name of keys) {
        for (const candidate of value.shrink(entries[name])) yield { ...entries, [name]: candidate };
        for (const candidate of key.shrink(name)) {
          if (!Object.hasOwn(entries, candidate) && isKey(candidate))
            yield { ...omit(entries, [name]), [candidate]: entries[name] };
        }
      }
    },
  };
}

/** The object without some of its keys. */
export function omit(object: { readonly [Key: string]: unknown }, keys: readonly string[]): Entries {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
