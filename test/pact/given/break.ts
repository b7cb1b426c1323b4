import type { Rule, Rules } from '../../../src/pact/given/index.ts';

/** A message with one thing wrong that a rule forbids. */
export interface Broken {
  /** Which matcher it breaks, or `missing`. */
  readonly kind: string;
  /** Where a verifier must find fault. */
  readonly path: string;
  readonly message: object;
}

type Key = string | number;

/** A message, broken at each of its rules: another type, another text, or nothing at all. */
export function brokenBy(rules: Rules, message: object): Broken[] {
  return Object.entries(rules).flatMap(([path, rule]) => {
    const keys = keysOf(path, message);
    if (keys === undefined) return [];
    const value = valueIn(message, keys);
    const changed = wrongFor(rule, value).map(([kind, wrong]) => ({
      kind,
      path: written(keys),
      message: withValue(message, keys, wrong),
    }));
    const isNamed = !path.endsWith('*') && !path.endsWith(']');
    const missing = { kind: 'missing', path: written(keys.slice(0, -1)), message: withValue(message, keys, undefined) };
    return isNamed ? [...changed, missing] : changed;
  });
}

/** Values that a rule forbids, each with the matcher that it breaks. */
function wrongFor({ matchers }: Rule, value: unknown): (readonly [kind: string, value: unknown])[] {
  const kinds = new Set(matchers.map(({ match }) => match));
  const patterns = matchers.flatMap(({ regex }) => (regex === undefined ? [] : [new RegExp(regex, 'u')]));
  const isAny = patterns.some(({ source }) => source === '^[\\s\\S]*$');
  const text = ['¡broken!', ''].find((text) => patterns.every((pattern) => !pattern.test(text)));
  const other = typeof value === 'object' ? 'broken' : { broken: true };
  const broken: [string, unknown][] = [];
  if (kinds.has('regex') && !isAny && text !== undefined) broken.push(['regex', text]);
  if (kinds.has('equality')) broken.push(['equality', typeof value === 'string' ? `${value}_broken` : !value]);
  for (const kind of ['type', 'integer', 'number', 'values', 'null'] as const)
    if (kinds.has(kind) && !isAny) broken.push([kind, other]);
  if (kinds.has('integer')) broken.push(['integer', 0.5]);
  return broken;
}

/** The keys of a rule's path in a message: in a list its first item, in a record its first entry. */
function keysOf(path: string, message: object): Key[] | undefined {
  const keys: Key[] = [];
  for (const [step] of path.matchAll(/\.\*|\[\*\]|\.\w+|\['[^']+'\]/g)) {
    const level = valueIn(message, keys) as object;
    const key = step === '[*]' ? 0 : step === '.*' ? Object.keys(level)[0] : step.replaceAll(/^\.|^\['|'\]$/g, '');
    if (key === undefined || !Object.hasOwn(level, key)) return undefined;
    keys.push(key);
  }
  return keys;
}

function valueIn(message: object, keys: readonly Key[]): unknown {
  return keys.reduce<unknown>((level, key) => (level as { readonly [Key: Key]: unknown })[key], message);
}

function withValue(message: object, keys: readonly Key[], value: unknown): object {
  const copy = structuredClone(message);
  const level = valueIn(copy, keys.slice(0, -1)) as { [Key: Key]: unknown };
  level[keys.at(-1)!] = value;
  return copy;
}

function written(keys: readonly Key[]): string {
  return `$${keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')}`;
}
