import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { compileVerdict } from '../../../src/define/verdict/compile.ts';
import { oddities, said, variations } from './hostile.ts';

const node: z.ZodType = z.strictObject({
  name: z.string(),
  get next() {
    return node.optional();
  },
});

/** Schemas, and a value that each accepts: those that are compiled, and some of each way to have zod judge. */
const schemas: { readonly [Name: string]: readonly [z.ZodType, unknown] } = {
  'a field without a value of its own': [z.strictObject({ a: z.unknown(), b: z.unknown().optional() }), { a: 1 }],
  'unknown fields that are taken': [z.looseObject({ a: z.string(), b: z.string().optional() }), { a: '', c: 1 }],
  'unknown fields that are dropped': [z.object({ a: z.string(), b: z.string().optional() }), { a: '', c: 1 }],
  'unknown fields of one kind': [z.object({ a: z.string() }).catchall(z.number()), { a: '', c: 1 }],
  'a field named like a method': [z.strictObject({ toString: z.string().optional() }), { toString: '' }],
  'a symbol for a field': [z.strictObject({ [Symbol.for('a')]: z.string().optional() }), {}],
  'a field with a default': [z.strictObject({ a: z.string().default('') }), {}],
  'a field that may be absent but not undefined': [z.strictObject({ a: z.string().exactOptional() }), {}],
  'an object with a predicate': [z.strictObject({ a: z.string() }).refine(({ a }) => a !== ''), { a: '1' }],
  'a record with a predicate': [
    z.record(z.string(), z.string()).refine((entries) => Object.keys(entries).length < 3),
    { a: '', b: '' },
  ],
  'a record of records with a predicate': [
    z.record(z.string(), z.record(z.string(), z.number())).refine((all) => Object.keys(all['a'] ?? {}).length < 2),
    { a: { b: 1 } },
  ],
  'a record with keys of one kind': [z.record(z.enum(['a', 'b']), z.string()), { a: '', b: '' }],
  'a record with numbers for keys': [z.record(z.coerce.string(), z.unknown()), { 1: '' }],
  'a record of anything': [z.record(z.string(), z.unknown()), { a: 1 }],
  'a loose record': [z.looseRecord(z.string().min(2), z.string()), { a: 1 }],
  'a text of two or three characters': [z.string().min(2).max(3), 'ab'],
  'a text with a predicate': [z.string().refine((text) => text !== ''), 'a'],
  'a text after trimming': [z.string().trim().min(1), 'a'],
  'a pattern that remembers': [z.string().regex(/a/g), 'a'],
  'a URL': [z.url(), 'https://a.example/'],
  'an email address': [z.email(), 'a@b.example'],
  'a time': [z.iso.datetime(), '2026-03-02T01:02:03Z'],
  'a coerced number': [z.coerce.number(), 1],
  'a number between bounds': [z.number().gt(-1).lte(2), 1],
  'a whole number': [z.int().min(0), 1],
  'a number of 32 bits': [z.int32(), 1],
  'a multiple': [z.number().multipleOf(5), 5],
  'a list of two': [z.array(z.string()).length(2), ['', '']],
  'a list of at least two': [z.array(z.string()).min(2), ['', '']],
  'a nullable enum': [z.enum(['a', 'b']).nullable(), 'a'],
  literals: [z.literal([1, NaN, null, 'a']), 'a'],
  'one of two': [z.union([z.string(), z.strictObject({ a: z.number() })]), { a: 1 }],
  'exactly one of two': [z.xor([z.string(), z.string().min(1), z.number()]), 1],
  'one by its discriminator': [
    z.discriminatedUnion('a', [
      z.strictObject({ a: z.literal(1) }),
      z.strictObject({ a: z.literal(2), b: z.string() }),
    ]),
    { a: 2, b: '' },
  ],
  'a schema that contains itself': [node, { name: '', next: { name: '', next: { name: '' } } }],
};

const texts = ['', 'a', 'ab', 'abc', 'abcd', '\u{1F600}', '\u{1F600}\u{1F600}', '\u{1F600}ab', '\u{1F600}'.repeat(4)];

describe('compileVerdict()', () => {
  test.each(Object.entries(schemas))('says what safeParse says: %s', (_name, [schema, value]) => {
    const accepts = compileVerdict(schema);
    expect(accepts(value)).toBe(true);
    const values = [...variations(value), ...[...oddities, ...texts].map((each) => ['', each] as const)];
    const wrong = values.filter(
      ([, each]) => said(accepts, each) !== said((value) => schema.safeParse(value).success, each),
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test('throws what safeParse throws', () => {
    const asynchronous = z.record(z.string(), z.string()).refine(async () => true);
    expect(() => compileVerdict(asynchronous)({})).toThrow(z.core.$ZodAsyncError);
    const schema = z.strictObject({ a: z.string() });
    const unreadable = Object.defineProperty({}, 'a', {
      get: () => {
        throw new RangeError('read');
      },
      enumerable: true,
    });
    expect(() => compileVerdict(schema)(unreadable)).toThrow(RangeError);
  });

  test.each([
    ['where no code may be generated', ['--disallow-code-generation-from-strings'], ''],
    ['where zod is told not to', [], 'z.config({ jitless: true });'],
  ])('leaves the verdict to zod %s', (_name, flags, before) => {
    const program = `
      import * as z from 'zod';
      import { compileVerdict } from './src/define/verdict/compile.ts';
      ${before}
      const FunctionOf = globalThis.Function;
      globalThis.Function = new Proxy(FunctionOf, { construct: (...all) => (console.log('made'), Reflect.construct(...all)) });
      const accepts = compileVerdict(z.strictObject({ a: z.url(), b: z.array(z.string()).optional() }));
      console.log(accepts({ a: 'https://a.example' }), accepts({ a: 'https://a.example', c: 1 }));`;
    const { stdout } = spawnSync(process.execPath, [...flags, '--input-type=module', '--eval', program], {
      encoding: 'utf8',
    });
    expect(stdout.split('\n').filter((line) => line !== 'made' || before !== '')).toEqual(['true false', '']);
  });
});
