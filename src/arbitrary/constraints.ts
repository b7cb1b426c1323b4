import type * as z from 'zod';

/** What a schema's checks say together. */
export interface Constraints {
  readonly min: number | bigint | undefined;
  readonly max: number | bigint | undefined;
  readonly above: number | bigint | undefined;
  readonly below: number | bigint | undefined;
  readonly multiplesOf: readonly (number | bigint)[];
  readonly isInteger: boolean;
  readonly formats: readonly Format[];
  readonly patterns: readonly RegExp[];
  readonly prefix: string;
  readonly suffix: string;
  readonly includes: readonly string[];
  /** Whether a check is code, or changes the value before the next check, so that only running it tells. */
  readonly isOpaque: boolean;
}

/** A string format's definition, as zod keeps it. */
export interface Format {
  readonly format: string;
  readonly pattern?: RegExp;
  readonly [Detail: string]: unknown;
}

interface Check {
  readonly check: string;
  readonly [Detail: string]: unknown;
}

const numberFormats: { readonly [Format: string]: readonly [min: number, max: number] } = {
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-3.4028234663852886e38, 3.4028234663852886e38],
  float64: [-Infinity, Infinity],
};

const bigintFormats: { readonly [Format: string]: readonly [min: bigint, max: bigint] } = {
  int64: [-9223372036854775808n, 9223372036854775807n],
  uint64: [0n, 18446744073709551615n],
};

/**
 * Folds a schema's checks. It reads the schema itself, where that is a check, and then `def.checks`: zod 4.6 emptied
 * `_zod.bag`, and code that read bounds or patterns there lost them silently.
 */
export function constraintsOf(schema: z.core.$ZodType): Constraints {
  const { checks = [] } = schema._zod.def;
  const own = schema._zod.traits.has('$ZodCheck') ? [schema as unknown as z.core.$ZodCheck] : [];
  const all = [...own, ...checks].map((check) => check._zod.def as unknown as Check);
  const of = (...names: string[]) => all.filter(({ check }) => names.includes(check));

  const formats = of('string_format').filter(
    ({ format }) => !['starts_with', 'ends_with', 'includes'].includes(format as string),
  ) as unknown as Format[];
  const affix = (name: string, key: string) =>
    of('string_format')
      .filter(({ format }) => format === name)
      .map((check) => check[key] as string);
  const bounds = [
    ...of('number_format').map(({ format }) => numberFormats[format as string]!),
    ...of('bigint_format').map(({ format }) => bigintFormats[format as string]!),
  ];
  const lower = [
    ...bounds.map(([min]) => min),
    ...of('greater_than')
      .filter(({ inclusive }) => inclusive)
      .map(({ value }) => value),
    ...of('min_length', 'min_size').map(({ minimum }) => minimum),
    ...of('length_equals').map(({ length }) => length),
    ...of('size_equals').map(({ size }) => size),
  ] as (number | bigint)[];
  const upper = [
    ...bounds.map(([, max]) => max),
    ...of('less_than')
      .filter(({ inclusive }) => inclusive)
      .map(({ value }) => value),
    ...of('max_length', 'max_size').map(({ maximum }) => maximum),
    ...of('length_equals').map(({ length }) => length),
    ...of('size_equals').map(({ size }) => size),
  ] as (number | bigint)[];
  const exclusive = (name: string) =>
    of(name)
      .filter(({ inclusive }) => !inclusive)
      .map(({ value }) => value as number | bigint);
  const known = new Set([
    'number_format',
    'bigint_format',
    'greater_than',
    'less_than',
    'multiple_of',
    'min_length',
    'max_length',
    'length_equals',
    'min_size',
    'max_size',
    'size_equals',
    'string_format',
  ]);

  return {
    min: largest(lower),
    max: smallest(upper),
    above: largest(exclusive('greater_than')),
    below: smallest(exclusive('less_than')),
    multiplesOf: of('multiple_of').map(({ value }) => value as number | bigint),
    isInteger: of('number_format').some(({ format }) => String(format).includes('int')),
    formats,
    patterns: formats.flatMap(({ pattern }) => pattern ?? []),
    prefix: affix('starts_with', 'prefix').at(-1) ?? '',
    suffix: affix('ends_with', 'suffix').at(-1) ?? '',
    includes: affix('includes', 'includes'),
    isOpaque:
      all.some(({ check }) => !known.has(check)) ||
      formats.some(({ pattern, fn }) => pattern === undefined && fn !== undefined),
  };
}

function largest<Value extends number | bigint>(values: readonly Value[]): Value | undefined {
  return values.length === 0 ? undefined : values.reduce((a, b) => (b > a ? b : a));
}

function smallest<Value extends number | bigint>(values: readonly Value[]): Value | undefined {
  return values.length === 0 ? undefined : values.reduce((a, b) => (b < a ? b : a));
}
