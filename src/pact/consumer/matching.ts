import { rulePath, type Matcher, type MatchingRules } from '../file.ts';

/** A value that a consumer expects otherwise than by its type: an example, and the rule that it is an example of. */
export class Matching<Value = unknown> {
  readonly example: Value;
  readonly matcher: Matcher;

  constructor(example: Value, matcher: Matcher) {
    this.example = example;
    this.matcher = matcher;
  }
}

/** Exactly this value. */
export function exactly<const Value>(value: Value): Matching<Value> {
  return new Matching(value, { match: 'equality' });
}

/** A whole number. */
export function integer(example: number): Matching<number> {
  return new Matching(example, { match: 'integer' });
}

/** A text that matches a regular expression as a whole. Throws a `TypeError` where the example does not. */
export function matching(pattern: RegExp, example: string): Matching<string> {
  // The verifier knows patterns of Rust, which have no flags.
  if (pattern.flags !== '') throw new TypeError(`Cannot expect ${String(pattern)}: flags cannot be written in a pact`);
  const regex = `^(?:${pattern.source})$`;
  if (!new RegExp(regex).test(example))
    throw new TypeError(`Cannot expect ${String(pattern)}: the example "${example}" does not match it as a whole`);
  return new Matching(example, { match: 'regex', regex });
}

/** What a consumer expects of a value: any part of it, by type or by rule. */
export type Expected<Value> =
  | Matching<Value>
  | (Value extends readonly (infer Item)[]
      ? readonly Expected<Item>[]
      : Value extends object
        ? { readonly [Key in keyof Value]?: Expected<Value[Key]> }
        : Value);

/** What is expected as an example, and its rules: of everything that no rule is given for, the type. */
export function readExpected(
  expected: unknown,
  path: readonly string[] = [],
): { readonly content: unknown; readonly rules: MatchingRules } {
  const rule = (matcher: Matcher): MatchingRules => ({ [rulePath(path)]: { combine: 'AND', matchers: [matcher] } });
  if (expected instanceof Matching) return { content: expected.example, rules: rule(expected.matcher) };
  if (expected === null) return { content: null, rules: rule({ match: 'null' }) };
  if (typeof expected === 'number') return { content: expected, rules: rule({ match: 'number' }) };
  if (typeof expected !== 'object') return { content: expected, rules: rule({ match: 'type' }) };
  if (Array.isArray(expected)) {
    const first = expected.length === 0 ? undefined : readExpected(expected[0], [...path, '[]']);
    const list = rule({ match: 'type', min: 0 });
    return first === undefined
      ? { content: [], rules: list }
      : { content: [first.content], rules: { ...list, ...first.rules } };
  }
  const fields = Object.entries(expected)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, readExpected(value, [...path, key])] as const);
  if (fields.length === 0 && path.length > 0) return { content: {}, rules: rule({ match: 'type' }) };
  return {
    content: Object.fromEntries(fields.map(([key, { content }]) => [key, content])),
    rules: Object.assign({}, ...fields.map(([, { rules }]) => rules)) as MatchingRules,
  };
}
