import { isDeepStrictEqual } from 'node:util';
import { nameOf, type Provider } from '../../src/define/index.ts';
import { versions } from '../laws/every.ts';
import { acme } from '../support/acme.ts';

/** Every provider version, and the invented one. */
export const subjects: readonly { readonly name: string; readonly provider: Provider }[] = [
  ...versions,
  { name: nameOf(acme), provider: acme },
];

/** The places at which two values differ, each named by its keys. */
export function differences(one: unknown, other: unknown, path = ''): string[] {
  if (isDeepStrictEqual(one, other)) return [];
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return [path];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => differences(one[key], other[key], path === '' ? key : `${path}.${key}`));
}

function isObject(value: unknown): value is { readonly [Key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
