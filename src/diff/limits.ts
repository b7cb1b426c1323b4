import type { SchemaJson } from './schema-json.ts';

/** What is said of the values of one type at one place. */
export interface Limits {
  /** The values there are, as JSON and sorted; `undefined` where they are not listed. */
  readonly values: readonly string[] | undefined;
  /** Formats, patterns, and rules that only a function can say, sorted; an empty text is "none". */
  readonly formats: readonly string[];
  readonly patterns: readonly string[];
  readonly rules: readonly string[];
  /** How large a number, how long a text or list, and how many entries a record, may have. */
  readonly least: number;
  readonly most: number;
  /** Whether an object may have fields that are not named. */
  readonly isOpen: boolean;
  /** What the names of a record's entries must be, as JSON. */
  readonly names: readonly string[];
}

/** What one schema, of one type, says of values. */
export function limitsOf(schema: SchemaJson): Limits {
  const values = 'const' in schema ? [schema.const] : schema.enum;
  const { additionalProperties: others } = schema;
  const bound = (safe: number, ...given: readonly (number | undefined)[]) => {
    const first = given.find((one) => one !== undefined);
    // zod gives every integer the bounds of what JavaScript holds exactly: they limit nothing.
    return first === undefined || Math.abs(first) === Number.MAX_SAFE_INTEGER ? safe : first;
  };
  return {
    values: values === undefined ? undefined : sorted(values.map((value) => JSON.stringify(value))),
    formats: [schema.format ?? ''],
    patterns: [[schema.pattern, schema.multipleOf].filter((part) => part !== undefined).join(' ')],
    rules: sorted(schema.rules ?? ['']),
    least: bound(
      -Infinity,
      schema.minimum,
      beside(schema.exclusiveMinimum, 1),
      schema.minLength,
      schema.minItems,
      schema.minProperties,
    ),
    most: bound(
      Infinity,
      schema.maximum,
      beside(schema.exclusiveMaximum, -1),
      schema.maxLength,
      schema.maxItems,
      schema.maxProperties,
    ),
    isOpen: schema.type === 'object' && (others === undefined || others === true || isEmpty(others)),
    names: [schema.propertyNames === undefined ? '' : JSON.stringify(schema.propertyNames)],
  };
}

/** What is said of values that satisfy one or the other. */
export function joined(a: Limits, b: Limits): Limits {
  return {
    values: a.values === undefined || b.values === undefined ? undefined : sorted([...a.values, ...b.values]),
    formats: sorted([...a.formats, ...b.formats]),
    patterns: sorted([...a.patterns, ...b.patterns]),
    rules: sorted([...a.rules, ...b.rules]),
    least: Math.min(a.least, b.least),
    most: Math.max(a.most, b.most),
    isOpen: a.isOpen || b.isOpen,
    names: sorted([...a.names, ...b.names]),
  };
}

/** A number that is so near to an excluded bound that hardly any is between, and is not the bound. */
function beside(bound: number | undefined, sign: 1 | -1): number | undefined {
  return bound === undefined ? undefined : bound + sign * Math.max(Number.MIN_VALUE, Math.abs(bound) * Number.EPSILON);
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

function isEmpty(schema: SchemaJson | boolean): boolean {
  return typeof schema === 'object' && Object.keys(schema).length === 0;
}
