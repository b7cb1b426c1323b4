import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { formsOf, isValidEvent, nameOf, type EventForm, type Provider } from '../../src/define/index.ts';
import { buildEvent, variantOf } from '../../src/fixture/index.ts';
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

/** The form that an event is in. */
export function formOf(provider: Provider, type: string, event: object): EventForm {
  return formsOf(provider, type).find((form) => isValidEvent(provider, type, event, form))!;
}

/** The minimal fixture, in any form. */
export function minimalOf(provider: Provider, type: string, form: EventForm): object {
  return buildEvent(provider, type, { ...variantOf(provider, type, 'minimal'), form });
}

/** What is not reached in 1500 draws. It stops at the draw that reaches the last. */
export function unreached<Drawn>(
  wanted: ReadonlySet<string>,
  arbitrary: fc.Arbitrary<Drawn>,
  reach: (drawn: Drawn) => readonly string[],
): string[] {
  const missing = new Set(wanted);
  const property = fc.property<[Drawn]>(arbitrary, (drawn) => {
    for (const each of reach(drawn)) missing.delete(each);
    return missing.size > 0;
  });
  fc.check(property, { seed: 20_261_122, numRuns: 1500, endOnFailure: true });
  return [...missing];
}

/** Empties an event at every level. */
export function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) spoil(inner);
  if (Array.isArray(value)) value.length = 0;
  else for (const key of Object.keys(value)) Reflect.deleteProperty(value, key);
}

function isObject(value: unknown): value is { readonly [Key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
