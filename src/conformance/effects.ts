/** One place in which two values differ. A side that has nothing there is left out. */
export interface Difference {
  /** Keys and list indices, joined by dots; empty for the whole. */
  readonly path: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** Lists whose order means nothing: all of them, or those at some paths, written without indices (`orders.items`). */
export type Unordered = boolean | readonly string[];

/** JSON in one order: keys sorted, and lists whose order means nothing too. Two values that mean the same are equal as text. */
export function canonical(value: unknown, unordered: Unordered = false, path = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, unordered, path));
    const isFree = unordered === true || (unordered !== false && unordered.includes(path));
    return isFree ? items.toSorted((a, b) => compare(JSON.stringify(a), JSON.stringify(b))) : items;
  }
  if (!isObject(value)) return value;
  const keys = Object.keys(value).toSorted();
  return Object.fromEntries(
    keys.map((key) => [key, canonical(value[key], unordered, path === '' ? key : `${path}.${key}`)]),
  );
}

/** Every place in which `to` differs from `from`, outermost first; no more than `most`. */
export function differences(from: unknown, to: unknown, most = 50): Difference[] {
  return [...walk(from, to, [])].slice(0, most);
}

/** Whether two values in one order are the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Every place in which `after` lacks or changes something that `before` has; additions are let be. */
export function losses(before: unknown, after: unknown): Difference[] {
  return [...lost(before, after, [])].slice(0, 50);
}

function* walk(from: unknown, to: unknown, path: readonly string[]): Iterable<Difference> {
  if (isSame(from, to)) return;
  const bothLists = Array.isArray(from) && Array.isArray(to);
  if (!bothLists && !(isObject(from) && isObject(to))) {
    yield difference(path, from, to);
    return;
  }
  const [before, after] = [from, to] as { readonly [Key: string]: unknown }[];
  for (const key of new Set([...Object.keys(before!), ...Object.keys(after!)])) {
    yield* walk(own(before!, key), own(after!, key), [...path, key]);
  }
}

function* lost(before: unknown, after: unknown, path: readonly string[]): Iterable<Difference> {
  if (Array.isArray(before) && Array.isArray(after)) {
    const left = new Map<string, number>();
    for (const item of after) left.set(JSON.stringify(item), (left.get(JSON.stringify(item)) ?? 0) + 1);
    for (const [index, item] of before.entries()) {
      const text = JSON.stringify(item);
      const count = left.get(text) ?? 0;
      if (count === 0) yield difference([...path, String(index)], item, undefined);
      else left.set(text, count - 1);
    }
  } else if (isObject(before) && isObject(after)) {
    for (const key of Object.keys(before)) yield* lost(before[key], own(after, key), [...path, key]);
  } else if (!isSame(before, after)) yield difference(path, before, after);
}

function difference(path: readonly string[], from: unknown, to: unknown): Difference {
  return {
    path: path.join('.'),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function own(value: { readonly [Key: string]: unknown }, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function isObject(value: unknown): value is { readonly [Key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
