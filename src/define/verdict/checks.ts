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
  readonly fn?: unknown;
  readonly when?: unknown;
}

type CheckWriter = (check: Check, value: string, code: Code, schema: Schema) => string | undefined;

/** The string formats that are a pattern and no more. */
const patterns: ReadonlySet<unknown> = new Set(['datetime', 'email', 'regex']);

const bound =
  (operator: string): CheckWriter =>
  ({ value: limit, inclusive }, value) =>
    typeof limit === 'number' ? `${value} ${operator}${inclusive === true ? '=' : ''} ${limit}` : undefined;

/** How the checks are written that our schemas make. Zod counts characters, so between n and 2n units it is asked. */
const writers: { readonly [Name: string]: CheckWriter } = {
  custom: ({ fn, when }, value, code, schema) =>
    typeof fn === 'function' && when === undefined && isVerbatim(schema)
      ? `(${code.constant(fn)}(${value}) === true || ${code.zod(schema, value)})`
      : undefined,
  greater_than: bound('>'),
  less_than: bound('<'),
  max_length: ({ maximum }, value, code, schema) =>
    `(${value}.length <= ${maximum!} || (${value}.length <= ${2 * maximum!} && ${code.zod(schema, value)}))`,
  min_length: ({ minimum }, value, code, schema) =>
    `(${value}.length >= ${2 * minimum!} || (${value}.length >= ${minimum!} && ${code.zod(schema, value)}))`,
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
