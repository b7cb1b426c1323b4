import type { Provider } from '../../define/index.ts';
import { fieldsOf, pathText, type FieldPath } from '../../diff/index.ts';
import type { Delivered } from './record.ts';
import type { ReadPath } from './track.ts';
import { holds } from './values.ts';

/**
 * The deliveries with the reads of a record's entries made reads of the record, unless the receiver asks for an entry by
 * its name: then it asks also where there is none. Which entries there are is the merchant's matter, not the provider's.
 */
export function generalise(provider: Provider, delivered: readonly Delivered[]): Delivered[] {
  const wanted = new Map<string, Set<string>>();
  for (const { type, event, reads } of delivered)
    for (const path of reads)
      if (!holds(event, path)) wanted.set(type, (wanted.get(type) ?? new Set()).add(JSON.stringify(path)));
  return delivered.map((each) => ({
    ...each,
    reads: each.reads.map((path) => {
      const entry = entryOf(provider, each.type, path);
      const isNamed = entry !== undefined && wanted.get(each.type)?.has(JSON.stringify(entry)) === true;
      return entry === undefined || (isNamed && isSayable(entry)) ? path : entry.slice(0, -1);
    }),
  }));
}

/** The part of a path that ends with a record's entry, where it leads into one. */
function entryOf(provider: Provider, type: string, path: ReadPath): ReadPath | undefined {
  const fields = fieldsOf(provider, type);
  let at: FieldPath = [];
  for (const [index, key] of path.entries()) {
    if (fields.has(pathText([...at, key]))) at = [...at, key];
    else if (fields.has(pathText([...at, '*'])) || fields.get(pathText(at))?.types.get('object')?.isOpen === true)
      return path.slice(0, index + 1);
    else return undefined;
  }
  return undefined;
}

/** Whether a rule can name the last key: the official verifier knows no empty or quoted one. */
function isSayable(path: ReadPath): boolean {
  return /^[\w .:$-]+$/.test(path.at(-1)!);
}
