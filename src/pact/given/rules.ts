import * as z from 'zod';

/** One of Pact's matchers. Only those that version 3 of the specification has are used. */
export interface Matcher {
  readonly match: 'type' | 'regex' | 'integer' | 'number' | 'null' | 'equality' | 'values';
  readonly regex?: string;
}

/** What a pact says of one path. */
export interface Rule {
  readonly combine: 'AND' | 'OR';
  readonly matchers: readonly Matcher[];
}

/** What a pact says of a message: its rules by path, in the order of the message's fields. */
export type Rules = { readonly [Path: string]: Rule };

/**
 * The rules by which a Pact verifier accepts what `schema` accepts with the fields that `value` has. They are looser
 * where Pact has no words: bounds of numbers and lengths, what stands in an empty list or record, some unions, the days of
 * a month. They are stricter in two things that Pact cannot say: that a field may be left out, and that an object may be null.
 */
export function rulesFor(schema: z.core.$ZodType, value: unknown): Rules {
  return Object.fromEntries(derive(schema, value, '$'));
}

type Schema = z.core.$ZodType;
type Kind = z.core.$ZodTypeDef['type'];
type Entry = readonly [path: string, rule: Rule];
type Derive = (schema: Schema, value: unknown, path: string) => readonly Entry[];

const definitionOf = (schema: Schema) => schema._zod.def as unknown as { readonly [Name: string]: unknown };

const derive: Derive = (schema, value, path) => table[schema._zod.def.type](schema, value, path);

const all = (...matchers: readonly Matcher[]): Rule => ({ combine: 'AND', matchers });

const leaf =
  (...matchers: readonly Matcher[]): Derive =>
  (_schema, _value, path) => [[path, all(...matchers)]];

const inner: Derive = (schema, value, path) => derive(definitionOf(schema)['innerType'] as Schema, value, path);

const unsupported: Derive = (schema, _value, path) => {
  throw new TypeError(`Cannot write rule for "${path}": JSON has no "${schema._zod.def.type}"`);
};

const ofSameType = leaf({ match: 'type' });

/** `regex` alone also matches a number or a boolean that is written so: it is joined to the type. */
const text = (...patterns: readonly string[]): Rule =>
  all({ match: 'type' }, ...patterns.map((regex) => ({ match: 'regex', regex }) as const));

const oneOf = (values: readonly unknown[]): Derive => {
  if (values.length === 1) return leaf({ match: 'equality' });
  const texts = values.filter((value) => typeof value === 'string');
  const pattern = `^(?:${texts.map(escaped).join('|')})$`;
  return (schema, value, path) =>
    texts.length === values.length ? [[path, text(pattern)]] : ofSameType(schema, value, path);
};

/** How each kind of zod schema is said to Pact. A kind that zod adds is a compile error here. */
const table: { readonly [K in Kind]: Derive } = {
  any: ofSameType,
  array: (schema, value, path) => [
    [path, all({ match: 'type' })],
    ...firstOfEach(
      (value as readonly unknown[]).flatMap((item) =>
        derive(definitionOf(schema)['element'] as Schema, item, `${path}[*]`),
      ),
    ),
  ],
  bigint: unsupported,
  boolean: ofSameType, // `boolean` also matches the text "true"
  catch: inner,
  custom: ofSameType,
  date: unsupported,
  default: inner,
  enum: (schema, value, path) => oneOf(Object.values(definitionOf(schema)['entries'] as object))(schema, value, path),
  file: unsupported,
  function: unsupported,
  int: leaf({ match: 'integer' }),
  intersection: (schema, value, path) => {
    const { left, right } = definitionOf(schema) as { readonly left: Schema; readonly right: Schema };
    return firstOfEach([...derive(left, value, path), ...derive(right, value, path)]);
  },
  lazy: (schema, value, path) => derive((definitionOf(schema)['getter'] as () => Schema)(), value, path),
  literal: (schema, value, path) => oneOf(definitionOf(schema)['values'] as readonly unknown[])(schema, value, path),
  map: unsupported,
  nan: unsupported,
  never: unsupported,
  nonoptional: inner,
  null: leaf({ match: 'null' }),
  nullable: (schema, value, path) => {
    if (value === null) return nullRule(definitionOf(schema)['innerType'] as Schema, path);
    return inner(schema, value, path).map(([at, rule]) =>
      at === path && typeof value !== 'object' ? [at, either([rule, all({ match: 'null' })])] : [at, rule],
    );
  },
  number: (schema, _value, path) => [
    [path, all({ match: z.toJSONSchema(schema).type === 'integer' ? 'integer' : 'number' })],
  ],
  object: (schema, value, path) => {
    const fields = definitionOf(schema)['shape'] as { readonly [Key: string]: Schema };
    return Object.entries(value as object).flatMap(([key, field]) =>
      Object.hasOwn(fields, key)
        ? derive(fields[key]!, field, path + step(key))
        : ofSameType(schema, field, path + step(key)),
    );
  },
  optional: inner,
  pipe: (schema, value, path) => derive(definitionOf(schema)['in'] as Schema, value, path),
  prefault: inner,
  promise: unsupported,
  readonly: inner,
  record: (schema, value, path) => [
    [path, all({ match: 'values' })],
    ...firstOfEach(
      Object.values(value as object).flatMap((field) =>
        derive(definitionOf(schema)['valueType'] as Schema, field, `${path}.*`),
      ),
    ),
  ],
  set: unsupported,
  string: (schema, _value, path) => [[path, text(...patternsOf(schema))]],
  success: unsupported,
  symbol: unsupported,
  template_literal: (schema, _value, path) => [[path, text(whole(schema._zod.pattern!.source))]],
  transform: unsupported,
  tuple: unsupported,
  undefined: unsupported,
  union: (schema, value, path) => {
    const options = definitionOf(schema)['options'] as readonly Schema[];
    const fitting = options.find((option) => accepts(option, value)) ?? options[0]!;
    const entries = derive(fitting, value, path);
    if (typeof value === 'object') return entries;
    const others = options.filter((option) => option !== fitting && isScalar(option));
    return [
      [path, either([...entries, ...others.flatMap((other) => withoutExample(other, path))].map(([, rule]) => rule))],
    ];
  },
  unknown: ofSameType,
  void: unsupported,
};

const scalars: ReadonlySet<Kind> = new Set([
  'boolean',
  'enum',
  'int',
  'literal',
  'number',
  'string',
  'template_literal',
]);

function isScalar(schema: Schema): boolean {
  return scalars.has(schema._zod.def.type);
}

/** What may stand where the example is null. Of an object Pact can say no more than that it is null. */
function nullRule(schema: Schema, path: string): readonly Entry[] {
  const none = all({ match: 'null' });
  return [[path, isScalar(schema) ? either([...withoutExample(schema, path).map(([, rule]) => rule), none]) : none]];
}

/** The rule of a scalar where the example is of another type, so that `type` cannot be said. */
function withoutExample(schema: Schema, path: string): readonly Entry[] {
  return derive(schema, undefined, path).map(([at, { matchers }]) => {
    const rest = matchers.filter(({ match }) => match !== 'type' && match !== 'equality');
    return [at, all(...(rest.length > 0 ? rest : [{ match: 'regex', regex: '^[\\s\\S]*$' } as const]))];
  });
}

/** Any of several rules, each by its strictest matcher: Pact joins matchers by one word alone. */
function either(rules: readonly Rule[]): Rule {
  if (rules.length === 1) return rules[0]!;
  const strictest = rules.flatMap(({ combine, matchers }) => (combine === 'OR' ? matchers : matchers.slice(-1)));
  const known = new Set<string>();
  const matchers = strictest.filter((matcher) => {
    const key = JSON.stringify(matcher);
    return known.has(key) ? false : known.add(key);
  });
  return { combine: 'OR', matchers };
}

/** The entries, without those for a path that has one: items of one list have one rule together. */
function firstOfEach(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.toReversed())].toReversed();
}

/** Every pattern that a string must match, as Pact wants them: for the whole text. */
function patternsOf(schema: Schema): string[] {
  const { pattern, allOf = [], minLength } = z.toJSONSchema(schema, { io: 'input' });
  const checks = [schema, ...(schema._zod.def.checks ?? [])].map((check) => definitionOf(check as Schema)['pattern']);
  // A flag would be lost, and a rule without it be stricter.
  if (checks.some((found) => found instanceof RegExp && /[^gu]/.test(found.flags))) return [];
  const patterns = [pattern, ...allOf.map((part) => part.pattern)].flatMap((found) => found ?? []);
  const isFilled = minLength !== undefined && minLength > 0;
  return [...(isFilled ? ['^[\\s\\S]+$'] : []), ...patterns.map(whole)];
}

function whole(pattern: string): string {
  const plain = pattern.replaceAll('\\/', '/').replace(exactDate, anyDate);
  const isWhole = plain.startsWith('^') && /[^\\]\$$/.test(plain) && !alternates(plain);
  return isWhole ? plain : `^[\\s\\S]*(?:${plain})[\\s\\S]*$`;
}

/** zod's pattern of a date knows the length of every month: nobody could read a mismatch with it. */
const exactDate = z.core.regexes.date.source.slice(1, -1);
const anyDate = '[0-9]{4}-[0-9]{2}-[0-9]{2}';

/** Whether a pattern is a choice of several at its outermost level. */
function alternates(pattern: string): boolean {
  let rest = pattern.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/g, '');
  while (/\([^()]*\)/.test(rest)) rest = rest.replaceAll(/\([^()]*\)/g, '');
  return rest.includes('|');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** One step of a path in Pact's notation. */
function step(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `['${key}']`;
}

function accepts(schema: Schema, value: unknown): boolean {
  return z.safeParse(schema, value).success;
}
