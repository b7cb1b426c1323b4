import type * as zod from 'zod';

/** A minor of zod 4, as the tests import it. */
export type Zod = typeof zod;

/** A schema of any kind. */
export type Schema = zod.ZodType;

/** Ways to write a schema that the engine must draw from, by name: every supported kind, check and string format. */
export const constructs: { readonly [Name: string]: (z: Zod) => Schema } = {
  // Text
  string: (z) => z.string(),
  'string min': (z) => z.string().min(3),
  'string max': (z) => z.string().max(5),
  'string min max': (z) => z.string().min(2).max(4),
  'string length': (z) => z.string().length(7),
  'string nonempty': (z) => z.string().nonempty(),
  'string startsWith': (z) => z.string().startsWith('pre-'),
  'string endsWith': (z) => z.string().endsWith('.json'),
  'string includes': (z) => z.string().includes('@@'),
  'string includes two texts': (z) => z.string().includes('ab').includes('cd'),
  'string affixes and bounds': (z) => z.string().startsWith('a').endsWith('z').min(4).max(9),
  'string of overlapping affixes': (z) => z.string().startsWith('aa').endsWith('a').min(3),
  'string trim': (z) => z.string().trim().min(2),
  'string toLowerCase': (z) => z.string().toLowerCase(),
  'string toUpperCase': (z) => z.string().toUpperCase().max(4),
  'string normalize': (z) => z.string().normalize(),
  'string slugify': (z) => z.string().slugify(),
  'string lowercase': (z) => z.string().lowercase(),
  'string uppercase': (z) => z.string().uppercase(),
  'string lowercase and bounds': (z) => z.string().lowercase().min(3).max(6),
  'string overwrite': (z) => z.string().overwrite((text) => text.replaceAll(' ', '')),
  'coerce string': (z) => z.coerce.string().min(1),

  // Patterns
  'regex of a prefixed id': (z) => z.string().regex(/^ch_[0-9A-Za-z]{14,24}$/),
  'regex of alternatives': (z) => z.string().regex(/^(man_[0-9a-f]+|xxx)$/),
  'regex without anchors': (z) => z.string().regex(/[a-f]\d/),
  'regex anchored at the start': (z) => z.string().regex(/^ab+/),
  'regex of groups': (z) => z.string().regex(/^(?:a(b|c){2}){1,2}(?<tail>x|y)?$/),
  'regex of quantifiers': (z) => z.string().regex(/^a?b*c+d{2}e{2,}f{1,3}g+?$/),
  'regex of classes': (z) => z.string().regex(/^[^a-z\s][\w.-]\D\S[\]\\^]$/),
  'regex of escapes': (z) => z.string().regex(/^\x41\u0042\t\.\/$/),
  'regex with flag i': (z) => z.string().regex(/^[a-f]{4}$/i),
  'regex with flag u': (z) => z.string().regex(/^\p{Lu}\d$/u),
  'regex with flag s': (z) => z.string().regex(/^a.b$/s),
  'regex with flag m': (z) => z.string().regex(/^a$/m),
  'regex with flag g': (z) => z.string().regex(/^ab$/g),
  'regex of a look-ahead': (z) => z.string().regex(/^(?=.*\d)[a-z\d]{3}$/),
  'regex of a look-behind': (z) => z.string().regex(/^[ab]{2}(?<!bb)$/),
  'regex of anchors inside': (z) => z.string().regex(/^(?:a|b$)(?:$|c)/),
  'regex of a word boundary': (z) => z.string().regex(/^ab\b$/),
  'regex and bounds': (z) =>
    z
      .string()
      .regex(/^[a-z]+$/)
      .min(3)
      .max(5),
  'regex and affix': (z) =>
    z
      .string()
      .regex(/^[a-z]+$/)
      .startsWith('ab'),
  'two regexes': (z) =>
    z
      .string()
      .regex(/^[a-f]+$/)
      .regex(/^.{2,4}$/),

  // Formats
  email: (z) => z.email(),
  'email and bounds': (z) => z.email().max(20),
  'email of a pattern': (z) => z.email({ pattern: /^[a-z]+@example\.org$/ }),
  'email of a looser pattern': (z) => z.email({ pattern: z.regexes.unicodeEmail }),
  url: (z) => z.url(),
  'url of a protocol': (z) => z.url({ protocol: /^http$/ }),
  'url of another protocol': (z) => z.url({ protocol: /^ftp$/ }),
  'url of a hostname': (z) => z.url({ hostname: /^shop\.test$/ }),
  httpUrl: (z) => z.httpUrl(),
  uuid: (z) => z.uuid(),
  'uuid of version 4': (z) => z.uuidv4(),
  'uuid of version 6': (z) => z.uuidv6(),
  'uuid of version 7': (z) => z.uuidv7(),
  'uuid of version 1': (z) => z.uuid({ version: 'v1' }),
  guid: (z) => z.guid(),
  cuid: (z) => z.cuid(),
  cuid2: (z) => z.cuid2(),
  ulid: (z) => z.ulid(),
  xid: (z) => z.xid(),
  ksuid: (z) => z.ksuid(),
  nanoid: (z) => z.nanoid(),
  ipv4: (z) => z.ipv4(),
  ipv6: (z) => z.ipv6(),
  cidrv4: (z) => z.cidrv4(),
  cidrv6: (z) => z.cidrv6(),
  mac: (z) => z.mac(),
  'mac with hyphens': (z) => z.mac({ delimiter: '-' }),
  base64: (z) => z.base64(),
  base64url: (z) => z.base64url(),
  'base64 and bounds': (z) => z.base64().min(8),
  e164: (z) => z.e164(),
  jwt: (z) => z.jwt(),
  'jwt of an algorithm': (z) => z.jwt({ alg: 'RS256' }),
  emoji: (z) => z.emoji(),
  hostname: (z) => z.hostname(),
  hex: (z) => z.hex(),
  'hash in hex': (z) => z.hash('sha256'),
  'hash in base64': (z) => z.hash('md5', { enc: 'base64' }),
  'hash in base64url': (z) => z.hash('sha384', { enc: 'base64url' }),
  'iso date': (z) => z.iso.date(),
  'iso time': (z) => z.iso.time(),
  'iso time to the minute': (z) => z.iso.time({ precision: -1 }),
  'iso time to the millisecond': (z) => z.iso.time({ precision: 3 }),
  'iso datetime': (z) => z.iso.datetime(),
  'iso datetime with offset': (z) => z.iso.datetime({ offset: true }),
  'iso datetime, local': (z) => z.iso.datetime({ local: true }),
  'iso datetime to the second': (z) => z.iso.datetime({ precision: 0 }),
  'iso datetime to the minute': (z) => z.iso.datetime({ precision: -1 }),
  'iso datetime of twelve digits': (z) => z.iso.datetime({ precision: 12 }),
  'iso duration': (z) => z.iso.duration(),
  'credit card': (z) => z.creditCard(),
  iban: (z) => z.iban(),
  'currency code': (z) => z.currencyCode(),
  'format of its own, by a pattern': (z) => z.stringFormat('sku', /^[A-Z]{3}-\d{4}$/),
  'format of its own, by code': (z) => z.stringFormat('even', (text) => text.length % 2 === 0),
  'format as a method': (z) => z.string().uuid(),
  'check of a format': (z) => z.string().check(z.ipv4()),

  // Numbers
  number: (z) => z.number(),
  'number min max': (z) => z.number().min(0).max(100),
  'number gt lt': (z) => z.number().gt(0).lt(1),
  'number above a large bound': (z) => z.number().min(1e15),
  'number below a negative bound': (z) => z.number().lt(-5),
  'number of one value': (z) => z.number().min(4.5).max(4.5),
  'number in a narrow span': (z) => z.number().gt(0.001).lt(0.002),
  'number positive': (z) => z.number().positive(),
  'number negative': (z) => z.number().negative(),
  'number nonnegative': (z) => z.number().nonnegative(),
  'number nonpositive': (z) => z.number().nonpositive(),
  'number multipleOf': (z) => z.number().multipleOf(0.05),
  'number multipleOf a small step': (z) => z.number().multipleOf(1e-7).min(0).max(1),
  'number multipleOf two steps': (z) => z.number().multipleOf(4).multipleOf(6),
  'number multipleOf and exclusive bounds': (z) => z.number().multipleOf(5).gt(0).lt(15),
  'int and multipleOf a fraction': (z) => z.int().multipleOf(2.5),
  int: (z) => z.int(),
  'int min max': (z) => z.int().min(-3).max(3),
  'int gt lt': (z) => z.int().gt(1).lt(4),
  'int between fractions': (z) => z.int().gt(0.5).lt(2.5),
  'int by method': (z) => z.number().int().positive(),
  int32: (z) => z.int32(),
  uint32: (z) => z.uint32(),
  float32: (z) => z.float32(),
  float64: (z) => z.float64(),
  'safe number': (z) => z.number().safe(),
  'finite number': (z) => z.number().finite(),
  'coerce number': (z) => z.coerce.number().int().min(1),
  nan: (z) => z.nan(),
  bigint: (z) => z.bigint(),
  'bigint min max': (z) => z.bigint().min(5n).max(9n),
  'bigint gt lt': (z) => z.bigint().gt(5n).lt(8n),
  'bigint multipleOf': (z) => z.bigint().multipleOf(7n).positive(),
  'bigint beyond the usual': (z) => z.bigint().min(10n ** 30n),
  'bigint negative': (z) => z.bigint().negative(),
  int64: (z) => z.int64(),
  uint64: (z) => z.uint64(),

  // Constants
  boolean: (z) => z.boolean(),
  null: (z) => z.null(),
  undefined: (z) => z.undefined(),
  void: (z) => z.void(),
  literal: (z) => z.literal('order'),
  'literal of several values': (z) => z.literal(['a', 1, true, null, 10n, undefined]),
  enum: (z) => z.enum(['JPY', 'USD']),
  'enum of a native enum': (z) => z.enum({ Up: 0, Down: 1, 0: 'Up', 1: 'Down' }),
  'enum of texts and numbers': (z) => z.enum({ Yes: 'yes', No: 0 } as const),
  'enum exclude': (z) => z.enum(['a', 'b', 'c']).exclude(['a']),
  nativeEnum: (z) => z.nativeEnum({ Low: 1, High: 10 }),
  keyof: (z) => z.keyof(z.object({ id: z.string(), amount: z.int() })),
  stringbool: (z) => z.stringbool(),
  'stringbool of its own words': (z) => z.stringbool({ truthy: ['on'], falsy: ['off'], case: 'sensitive' }),
  'coerce boolean': (z) => z.coerce.boolean(),

  // Template literals
  'template literal': (z) => z.templateLiteral(['order-', z.int().nonnegative()]),
  'template literal of a choice': (z) => z.templateLiteral([z.enum(['test', 'live']), '_', z.literal(['a', 'b'])]),
  'template literal of text': (z) => z.templateLiteral(['<', z.string().min(1).max(4), '>']),
  'template literal of a format': (z) => z.templateLiteral(['urn:uuid:', z.uuid()]),
  'template literal of optional parts': (z) => z.templateLiteral(['v', z.number().optional(), z.boolean().nullable()]),
  'template literal in another': (z) => z.templateLiteral([z.templateLiteral(['a', z.boolean()]), '!']),
  'template literal with special characters': (z) => z.templateLiteral(['$(', z.literal('a.b*c'), ')^']),

  // Dates
  date: (z) => z.date(),
  'date min max': (z) => z.date().min(new Date('2026-01-01')).max(new Date('2026-12-31')),
  'date after the usual': (z) => z.date().min(new Date('2050-01-01')),
  'date before the usual': (z) => z.date().max(new Date('1990-01-01')),
  'coerce date': (z) => z.coerce.date(),

  // Wrappers
  optional: (z) => z.string().optional(),
  nullable: (z) => z.int().nullable(),
  nullish: (z) => z.boolean().nullish(),
  'optional of nullable of optional': (z) => z.string().optional().nullable().optional(),
  exactOptional: (z) => z.object({ a: z.exactOptional(z.string()), b: z.int() }),
  default: (z) => z.string().default('none'),
  'default in an object': (z) => z.object({ a: z.int().default(1), b: z.string().default('b').nullable() }),
  prefault: (z) => z.string().trim().prefault('none'),
  catch: (z) => z.int().catch(0),
  'catch in an object': (z) => z.object({ a: z.int().catch(0), b: z.string().optional().catch('') }),
  readonly: (z) => z.object({ a: z.int() }).readonly(),
  nonoptional: (z) => z.string().optional().nonoptional(),
  'nonoptional in an object': (z) => z.object({ a: z.nonoptional(z.int().optional()), b: z.int().nullish() }),
  brand: (z) => z.string().min(1).brand<'Id'>(),
  describe: (z) => z.string().describe('a name').meta({ title: 'Name' }),

  // Lists
  array: (z) => z.array(z.int()),
  'array min': (z) => z.array(z.string()).min(2),
  'array max': (z) => z.array(z.boolean()).max(2),
  'array length': (z) => z.array(z.null()).length(3),
  'array nonempty': (z) => z.array(z.int()).nonempty(),
  'array longer than the usual': (z) => z.array(z.int()).min(30),
  'array of arrays': (z) => z.array(z.array(z.int()).max(3)),
  'array of optional items': (z) => z.array(z.string().optional()),
  tuple: (z) => z.tuple([z.string(), z.int()]),
  'tuple with rest': (z) => z.tuple([z.string()], z.int()),
  'tuple with optional items': (z) => z.tuple([z.string(), z.int().optional(), z.boolean().optional()]),
  'tuple with optional items and rest': (z) => z.tuple([z.string(), z.int().optional()], z.boolean()),
  'tuple of nothing': (z) => z.tuple([]),
  set: (z) => z.set(z.int()),
  'set min max': (z) =>
    z
      .set(z.enum(['a', 'b', 'c', 'd']))
      .min(1)
      .max(3),
  'set of nearly all': (z) => z.set(z.enum(['a', 'b', 'c'])).size(3),
  'set of objects': (z) => z.set(z.object({ a: z.int() })),
  map: (z) => z.map(z.string(), z.int()),
  'map min': (z) => z.map(z.string().min(1), z.object({ a: z.int() })).min(2),

  // Objects
  object: (z) => z.object({ id: z.string(), amount: z.int().optional() }),
  'object of nothing': (z) => z.object({}),
  'object of many optional fields': (z) =>
    z.object(Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`field${index}`, z.int().optional()]))),
  strictObject: (z) => z.strictObject({ id: z.string(), note: z.string().nullish() }),
  looseObject: (z) => z.looseObject({ id: z.string() }),
  'object catchall': (z) => z.object({ id: z.string() }).catchall(z.int()),
  'object catchall never': (z) => z.object({ id: z.string() }).catchall(z.never()),
  'object extend': (z) => z.strictObject({ id: z.string() }).extend({ id: z.literal('a'), b: z.int() }),
  'object pick': (z) => z.object({ a: z.int(), b: z.string() }).pick({ a: true }),
  'object omit': (z) => z.object({ a: z.int(), b: z.string() }).omit({ a: true }),
  'object partial': (z) => z.object({ a: z.int(), b: z.string() }).partial(),
  'object partial of some': (z) => z.object({ a: z.int(), b: z.string() }).partial({ b: true }),
  'object required': (z) => z.object({ a: z.int().optional(), b: z.string().nullish() }).required(),
  'object deepPartial': (z) => z.deepPartial(z.object({ a: z.int(), b: z.object({ c: z.string() }) })),
  'object with awkward keys': (z) =>
    z.object({ constructor: z.int(), 'a b': z.int(), '': z.int().optional(), '1': z.int() }),
  'object of any and unknown': (z) => z.object({ a: z.any(), b: z.unknown(), c: z.any().optional() }),
  'object of undefined': (z) => z.object({ a: z.undefined(), b: z.union([z.int(), z.undefined()]) }),
  record: (z) => z.record(z.string(), z.int()),
  'record of matching keys': (z) => z.record(z.string().regex(/^x_[a-z]+$/), z.int().nullable()),
  'record of an enum': (z) => z.record(z.enum(['a', 'b']), z.int()),
  'record of a literal': (z) => z.record(z.literal(['a', 'b']), z.string().optional()),
  'record of numbers': (z) => z.record(z.number().int().nonnegative(), z.string()),
  'record of a template literal': (z) => z.record(z.templateLiteral(['k', z.int().nonnegative()]), z.boolean()),
  'record of a choice of keys': (z) => z.record(z.union([z.literal('a'), z.literal('b')]), z.int()),
  'record of a choice of patterns': (z) => z.record(z.union([z.string().regex(/^a/), z.literal('b')]), z.int()),
  'record with a check': (z) => z.record(z.string(), z.int()).refine((entries) => Object.keys(entries).length <= 2),
  partialRecord: (z) => z.partialRecord(z.enum(['a', 'b', 'c']), z.int()),
  looseRecord: (z) => z.looseRecord(z.string().regex(/^x_/), z.int()),

  // Choices
  union: (z) => z.union([z.string(), z.int()]),
  'union of objects': (z) => z.union([z.strictObject({ a: z.int() }), z.strictObject({ b: z.int() })]),
  'union of overlapping objects': (z) => z.union([z.object({ a: z.int() }), z.object({ a: z.string(), b: z.int() })]),
  'union in a union': (z) => z.union([z.union([z.int(), z.null()]), z.array(z.union([z.string(), z.boolean()]))]),
  discriminatedUnion: (z) =>
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('card'), last4: z.string().length(4) }),
      z.object({ type: z.literal(['bank', 'debit']), iban: z.string() }),
    ]),
  'discriminatedUnion in another': (z) =>
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('card') }),
      z.discriminatedUnion('kind', [
        z.object({ type: z.literal('bank'), kind: z.literal('iban') }),
        z.object({ type: z.literal('bank'), kind: z.literal('bic') }),
      ]),
    ]),
  xor: (z) => z.xor([z.object({ a: z.int() }), z.object({ b: z.int() })]),
  or: (z) => z.string().or(z.null()),
  intersection: (z) => z.intersection(z.object({ a: z.int() }), z.object({ b: z.string() })),
  'intersection of overlapping objects': (z) =>
    z.intersection(z.object({ a: z.enum(['x', 'y']), b: z.int() }), z.object({ a: z.enum(['y', 'z']) })),
  'intersection of three': (z) =>
    z
      .object({ a: z.int() })
      .and(z.object({ b: z.int() }))
      .and(z.looseObject({})),
  'intersection of scalars': (z) => z.intersection(z.enum(['a', 'b', 'c']), z.enum(['b', 'c', 'd'])),

  // Recursion
  lazy: (z) => z.lazy(() => z.string()),
  'recursion by a getter': (z) => {
    const tree = z.object({
      name: z.string(),
      get children() {
        return z.array(tree);
      },
    });
    return tree;
  },
  'recursion by an optional getter': (z) => {
    const list = z.strictObject({
      value: z.int(),
      get next(): zod.ZodOptional<Schema> {
        return z.optional(list);
      },
    });
    return list;
  },
  'recursion by a nullable getter': (z) => {
    const list = z.object({
      get next(): zod.ZodNullable<Schema> {
        return z.nullable(list);
      },
    });
    return list;
  },
  'mutual recursion': (z) => {
    const folder = z.object({
      name: z.string(),
      get files(): zod.ZodArray<Schema> {
        return z.array(file);
      },
    });
    const file = z.object({
      bytes: z.int().nonnegative(),
      get parent(): zod.ZodOptional<Schema> {
        return z.optional(folder);
      },
    });
    return folder;
  },
  'recursion by lazy': (z) => {
    const json: Schema = z.lazy(() => z.union([z.string(), z.null(), z.array(json), z.record(z.string(), json)]));
    return json;
  },
  'recursion by tuples': (z) => {
    const tree: Schema = z.lazy(() => z.tuple([z.int(), tree.optional(), tree.optional()]));
    return tree;
  },
  'recursion by two nullable getters': (z) => {
    const tree = z.object({
      get left(): zod.ZodNullable<Schema> {
        return z.nullable(tree);
      },
      get right(): zod.ZodNullable<Schema> {
        return z.nullable(tree);
      },
    });
    return tree;
  },
  'recursion by a set and a map': (z) => {
    const graph: Schema = z.lazy(() => z.object({ set: z.set(graph), map: z.map(z.string(), graph) }));
    return graph;
  },
  'recursion that ends in the last option': (z) => {
    const expression: Schema = z.lazy(() =>
      z.union([z.object({ op: z.literal('+'), left: expression, right: expression }), z.number()]),
    );
    return expression;
  },
  json: (z) => z.json(),

  // Code
  refine: (z) => z.int().refine((value) => value % 2 === 0),
  superRefine: (z) =>
    z.string().superRefine((text, context) => {
      if (text.length % 2 === 1) context.addIssue({ code: 'custom', message: 'odd' });
    }),
  check: (z) =>
    z.array(z.int()).check(({ value, issues }) => {
      if (value.length > 2) issues.push({ code: 'custom', message: 'long', input: value });
    }),
  'check of several': (z) => z.array(z.int()).check(z.minLength(1), z.maxLength(3)),
  'refine across fields': (z) => z.object({ low: z.int(), high: z.int() }).refine(({ low, high }) => low <= high),
  property: (z) => z.string().check(z.property('length', z.number().max(3))),
  transform: (z) => z.string().transform((text) => text.length),
  'transform and then a check': (z) => z.string().transform(Number).pipe(z.number().nonnegative()),
  pipe: (z) => z.string().pipe(z.string().max(4)),
  codec: (z) =>
    z.codec(z.iso.datetime(), z.date(), {
      decode: (text) => new Date(text),
      encode: (date) => date.toISOString(),
    }),
  preprocess: (z) => z.preprocess((value) => (typeof value === 'string' ? value.trim() : value), z.string().min(2)),
  any: (z) => z.any(),
  unknown: (z) => z.unknown(),
};

/** The constructs that a minor lacks, or draws nothing from because the schema does not say what it takes. */
export const absent: { readonly [Minor: string]: readonly string[] } = {
  'zod-4-0': [
    'string slugify',
    'httpUrl',
    'mac',
    'mac with hyphens',
    'hex',
    'hash in hex',
    'hash in base64',
    'hash in base64url',
    'credit card',
    'iban',
    'currency code',
    'stringbool of its own words',
    'exactOptional',
    'map min',
    'object deepPartial',
    'looseRecord',
    'xor',
    'codec',
    'function',
  ],
  'zod-4-3': ['credit card', 'iban', 'currency code', 'stringbool of its own words', 'object deepPartial'],
  'zod-4-5': ['iban', 'currency code'],
  zod: [],
};

/** Schemas that cannot be drawn, and the place that the error names. */
export const undrawable: { readonly [Kind: string]: { readonly at: string; readonly schema: (z: Zod) => Schema } } = {
  never: { at: 'a.b', schema: (z) => z.object({ a: z.object({ b: z.never() }) }) },
  symbol: { at: '[]', schema: (z) => z.array(z.symbol()) },
  file: { at: 'a', schema: (z) => z.object({ a: z.file().optional() }) },
  function: { at: 'a[]', schema: (z) => z.object({ a: z.array(functionOf(z)) }) },
  promise: { at: '[1]', schema: (z) => z.tuple([z.int(), z.promise(z.int())]) },
  custom: { at: '*', schema: (z) => z.record(z.string(), z.instanceof(URL)) },
  transform: { at: 'a', schema: (z) => z.object({ a: z.transform((value) => value) }) },
  success: { at: '<key>', schema: (z) => z.map(z.success(z.string()), z.int()) },
};

/** A schema of functions: in the types it is none, since early minors made none. */
function functionOf(z: Zod): Schema {
  const made: unknown = z.function();
  return made as Schema;
}
