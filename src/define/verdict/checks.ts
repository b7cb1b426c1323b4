import type { Code, Schema } from './compile.ts';

/** What is read of a check's definition. */
interface Check {
  readonly check: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly value?: unknown;
  readonly inclusive?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly fn?: (value: unknown) => unknown;
  readonly when?: unknown;
}

type CheckWriter = (check: Check, value: string, code: Code, schema: Schema) => string | undefined;

/** The string formats that are a pattern and no more. */
const patterns: ReadonlySet<unknown> = new Set(['datetime', 'email', 'regex']);

const bound =
  (operator: string): CheckWriter =>
  ({ value: limit, inclusive }, value) =>
    typeof limit === 'number' ? `${value} ${operator}${inclusive === true ? '=' : ''} ${limit}` : undefined;

/** Half of a character: zod counts characters, so that units do not tell where there is one. */
const half = /[\ud800-\udfff]/;

/** What a predicate says, or `undefined` where it does not say yes or no. */
const answer = (predicate: (value: unknown) => unknown) => (value: unknown) => {
  const said = predicate(value);
  return typeof said === 'boolean' ? said : undefined;
};

/** How the checks are written that our schemas make. */
const writers: { readonly [Name: string]: CheckWriter } = {
  custom: ({ fn, when }, value, code, schema) =>
    fn !== undefined && when === undefined && isVerbatim(schema)
      ? `(${code.constant(answer(fn))}(${value}) ?? ${code.zod(schema, value)})`
      : undefined,
  greater_than: bound('>'),
  less_than: bound('<'),
  max_length: ({ maximum = 0 }, value, code, schema) => {
    const [units, isWide] = [`${value}.length`, `${code.constant(half)}.test(${value})`];
    return `(${units} <= ${maximum} || (${units} <= ${2 * maximum} && ${isWide} && ${code.zod(schema, value)}))`;
  },
  min_length: ({ minimum = 0 }, value, code, schema) => {
    const [units, isWide] = [`${value}.length`, `${code.constant(half)}.test(${value})`];
    return `(${units} >= ${2 * minimum} || (${units} >= ${minimum} && (!${isWide} || ${code.zod(schema, value)})))`;
  },
  number_format: ({ format }, value) => (format === 'safeint' ? `Number.isSafeInteger(${value})` : undefined),
  string_format: ({ format, pattern }, value, code) =>
    patterns.has(format) && pattern !== undefined && !pattern.global && !pattern.sticky
      ? `${code.constant(pattern)}.test(${value})`
      : undefined,
};

/** An expression for each check of a schema, or `undefined` where one of them has no writer. */
export function writeChecks(schema: Schema, value: string, code: Code): string[] | undefined {
  const own = schema._zod.traits.has('$ZodCheck') ? [schema] : [];
  const written = [...own, ...(schema._zod.def.checks ?? [])].map(({ _zod }) => {
    const check = _zod.def as unknown as Check;
    return Object.hasOwn(writers, check.check) ? writers[check.check]!(check, value, code, schema) : undefined;
  });
  return written.every((each) => each !== undefined) ? written : undefined;
}

/** Whether what zod hands to a callback looks like what it was given: nothing is stripped or rewritten on the way. */
function isVerbatim(schema: Schema): boolean {
  const { type, valueType } = schema._zod.def as { readonly type: string; readonly valueType?: Schema };
  const inner = type === 'record' ? valueType!._zod.def.type : type;
  return inner === 'string' || inner === 'number';
}
