type Fields = { readonly [Key: string]: unknown };

const define = (fields: Fields, key: string, descriptor: PropertyDescriptor) =>
  Object.defineProperty({ ...fields }, key, { configurable: true, ...descriptor });

const firstKey = (fields: Fields) => Object.keys(fields)[0] ?? 'added';

const lastKey = (fields: Fields) => Object.keys(fields).at(-1) ?? 'added';

const withOwn = (fields: Fields, json: string) => {
  const copy = JSON.parse(json) as Fields;
  for (const [key, value] of Object.entries(fields)) Object.defineProperty(copy, key, { value, enumerable: true });
  return copy;
};

/** What can be done to an object that a plain copy of its fields would not show, or that JSON cannot say. */
const disguises: { readonly [Name: string]: (fields: Fields) => unknown } = {
  'a plain copy': (fields) => ({ ...fields }),
  'frozen fields': (fields) => Object.freeze({ ...fields }),
  'no prototype': (fields) => Object.assign(Object.create(null) as object, fields),
  'fields that are inherited': (fields) => Object.create(fields) as object,
  'a field that is inherited': (fields) => {
    const { [lastKey(fields)]: last, ...others } = fields;
    return Object.assign(Object.create({ [lastKey(fields)]: last }) as object, others);
  },
  'an instance of a class': (fields) => Object.assign(new (class Sent extends Object {})(), fields),
  'a getter of a class': (fields) => {
    const { [firstKey(fields)]: first, ...others } = fields;
    class Sent extends Object {}
    Object.defineProperty(Sent.prototype, firstKey(fields), { get: () => first });
    return Object.assign(new Sent(), others);
  },
  'a field that is hidden': (fields) =>
    define(fields, firstKey(fields), { value: fields[firstKey(fields)], enumerable: false }),
  'a hidden field that is wrong': (fields) =>
    define(fields, lastKey(fields), { value: Symbol('wrong'), enumerable: false }),
  'a hidden field beside an unknown one': (fields) =>
    define({ ...fields, added: 1 }, lastKey(fields), { value: fields[lastKey(fields)], enumerable: false }),
  'an unknown field that is hidden': (fields) => define(fields, 'added', { value: 1, enumerable: false }),
  getters: (fields) =>
    Object.defineProperties(
      {},
      Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { get: () => value, enumerable: true }])),
    ),
  'an unknown getter that throws': (fields) =>
    define(fields, 'added', {
      get: () => {
        throw new Error('read');
      },
      enumerable: true,
    }),
  'a symbol': (fields) => ({ ...fields, [Symbol('added')]: 1 }),
  'a hidden symbol': (fields) => Object.defineProperty({ ...fields }, Symbol('added'), { value: 1 }),
  'an own __proto__': (fields) => withOwn(fields, '{"__proto__":{"added":1}}'),
  'an own __proto__ that is a text': (fields) => withOwn(fields, '{"__proto__":"added"}'),
  'an own constructor': (fields) => ({ ...fields, constructor: 'added' }),
  'an own constructor that is a function': (fields) => ({ ...fields, constructor: Map }),
  'an own toString': (fields) => ({ ...fields, toString: 'added' }),
  'a number for a key': (fields) => ({ ...fields, 0: 'added' }),
  'a list with the fields': (fields) => Object.assign([], fields),
  'a list in disguise': (fields) => Object.setPrototypeOf(Object.assign([], fields), Object.prototype) as object,
  'a map': (fields) => new Map(Object.entries(fields)),
  'a function with the fields': (fields) => {
    const sent = () => undefined;
    for (const [key, value] of Object.entries(fields)) Object.defineProperty(sent, key, { value, enumerable: true });
    return sent;
  },
  'a proxy': (fields) => new Proxy({ ...fields }, {}),
  'keys the other way round': (fields) => Object.fromEntries(Object.entries(fields).toReversed()),
  'an unknown field': (fields) => ({ ...fields, added: 1 }),
  'an unknown field that is undefined': (fields) => ({ ...fields, added: undefined }),
  'nothing but undefined': (fields) => Object.fromEntries(Object.keys(fields).map((key) => [key, undefined])),
  'no field': () => ({}),
};

/** What may stand for any value and is none that JSON has, or one that is easily taken for another. */
export const oddities: readonly unknown[] = [
  undefined,
  null,
  NaN,
  Infinity,
  -0,
  0.5,
  2 ** 53,
  -1,
  1n,
  '',
  '\u{1F600}',
  ' https://a.example/\n',
  'https:',
  Symbol('odd'),
  true,
  // What `typeof` calls an object.
  Object('text'),
  Object(1),
  Object(true),
  new Date(0),
  [],
  [undefined],
  Array(1),
  Object.assign([], { added: 1 }),
  {},
  () => undefined,
];

/** What a judge says of a value: a verdict, or what it throws, such as what a getter threw. */
export function said(judge: (value: unknown) => boolean, value: unknown): unknown {
  try {
    return judge(value);
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

/** Every copy of a value in which one object, or one field or item, is another. */
export function* variations(value: unknown): Generator<readonly [name: string, value: unknown]> {
  for (const odd of oddities) yield [typeof odd, odd];
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [name, item] of variations(value[0])) yield [`[0] ${name}`, value.with(0, item)];
    return;
  }
  const fields = value as Fields;
  for (const [name, disguise] of Object.entries(disguises)) yield [name, disguise(fields)];
  for (const key of Object.keys(fields)) {
    const { [key]: _, ...others } = fields;
    yield [`without ${key}`, others];
    for (const [name, inner] of variations(fields[key])) yield [`${key} ${name}`, { ...fields, [key]: inner }];
  }
}
