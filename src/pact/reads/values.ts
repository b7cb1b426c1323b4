import type { ReadPath } from './track.ts';

/** Every value at a path of an event: more than one where the path leads through a list. */
export function valuesAt(event: unknown, path: ReadPath): unknown[] {
  const [key, ...rest] = path;
  if (key === undefined) return [event];
  if (typeof event !== 'object' || event === null) return [];
  if (key === '[]') return Array.isArray(event) ? event.flatMap((item: unknown) => valuesAt(item, rest)) : [];
  return Object.hasOwn(event, key) ? valuesAt((event as { readonly [Key: string]: unknown })[key], rest) : [];
}

/** Whether an event has something at a path; within a list, whether every item has. */
export function holds(event: unknown, path: ReadPath): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return true;
  if (typeof event !== 'object' || event === null) return false;
  if (key === '[]') return Array.isArray(event) && event.every((item: unknown) => holds(item, rest));
  return Object.hasOwn(event, key) && holds((event as { readonly [Key: string]: unknown })[key], rest);
}

/** What an event has at the paths, and nothing else: one item of each list, and nothing in what is read whole. */
export function project(event: unknown, paths: readonly ReadPath[]): unknown {
  if (typeof event !== 'object' || event === null) return event;
  const inner = paths.filter((path) => path.length > 0);
  const below = (key: string) => inner.filter(([first]) => first === key).map((path) => path.slice(1));
  if (Array.isArray(event))
    return inner.length === 0 ? [] : event.slice(0, 1).map((item: unknown) => project(item, below('[]')));
  const keys = Object.keys(event).filter((key) => inner.some(([first]) => first === key));
  return Object.fromEntries(
    keys.map((key) => [key, project((event as { readonly [Key: string]: unknown })[key], below(key))]),
  );
}

/** The paths of everything in a value that holds nothing itself. */
export function pathsIn(value: unknown, path: ReadPath = []): ReadPath[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item: unknown) => pathsIn(item, [...path, '[]']))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, field]) => pathsIn(field, [...path, key]))
      : [];
  return inner.length > 0 ? inner : [path];
}
