import { formsOf, type Provider } from '../../define/index.ts';
import { rulePath, type Matcher, type MatchingRules } from '../file.ts';
import type { ReadPath } from './track.ts';
import { valuesAt } from './values.ts';

/** What each path's values may be, as matching rules: whatever is of the types that were seen there. */
export function rulesOf(
  provider: Provider,
  type: string,
  paths: readonly ReadPath[],
  events: readonly object[],
): MatchingRules {
  const lists = paths.flatMap((path) => path.flatMap((key, index) => (key === '[]' ? [path.slice(0, index)] : [])));
  const typePaths = new Set(formsOf(provider, type).map(({ envelope }) => envelope.paths.type.join('.')));
  return Object.fromEntries(
    [
      ...lists.map((path) => [rulePath(path), { combine: 'AND', matchers: [{ match: 'type', min: 0 }] }] as const),
      ...paths.flatMap((path) => {
        const values = events.flatMap((event) => valuesAt(event, path));
        const matchers = typePaths.has(path.join('.')) ? spellings(values) : matchersOf(values);
        const combine = matchers.length > 1 ? ('OR' as const) : ('AND' as const);
        return matchers.length === 0 ? [] : [[rulePath(path), { combine, matchers }] as const];
      }),
    ].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** One spelling of an event's type is itself; of several, any. */
function spellings(values: readonly unknown[]): Matcher[] {
  const unique = [...new Set(values.map(String))].sort();
  if (unique.length < 2) return [];
  const escaped = unique.map((value) => value.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return [{ match: 'regex', regex: `^(${escaped.join('|')})$` }];
}

/** Matchers for the types of the values. `type` is that of the example, which is never null where another value is. */
function matchersOf(values: readonly unknown[]): Matcher[] {
  const types = new Set<string>(values.map((value) => (value === null ? 'null' : typeof value)));
  if (types.size === 1 && types.has('null')) return [{ match: 'null' }];
  const all: Matcher[] = [
    ...(['string', 'boolean', 'object'].some((type) => types.has(type)) ? [{ match: 'type' as const }] : []),
    ...(types.has('number') ? [{ match: 'number' as const }] : []),
    ...(types.has('null') ? [{ match: 'null' as const }] : []),
  ];
  return all;
}

/** The content with another event's value wherever it has null and others have not: a type is shown by example. */
export function withoutNulls(content: unknown, paths: readonly ReadPath[], events: readonly object[]): unknown {
  return paths.reduce((whole, path) => {
    const value = events
      .flatMap((event) => valuesAt(event, path))
      .find((one) => one !== null && typeof one !== 'number');
    const other = value ?? events.flatMap((event) => valuesAt(event, path)).find((one) => one !== null);
    return other === undefined ? whole : filled(whole, path, typeof other === 'object' ? emptied(other) : other);
  }, content);
}

function emptied(value: object | null): unknown {
  return Array.isArray(value) ? [] : {};
}

function filled(whole: unknown, [key, ...rest]: ReadPath, value: unknown): unknown {
  if (key === undefined) return whole === null ? value : whole;
  if (typeof whole !== 'object' || whole === null) return whole;
  if (Array.isArray(whole)) return key === '[]' ? whole.map((item: unknown) => filled(item, rest, value)) : whole;
  if (!Object.hasOwn(whole, key)) return whole;
  return { ...whole, [key]: filled((whole as { readonly [Key: string]: unknown })[key], rest, value) };
}
