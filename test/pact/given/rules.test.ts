import { expect, test } from 'vitest';
import * as z from 'zod';
import { rulesFor } from '../../../src/pact/given/index.ts';

const all = (...matchers: object[]) => ({ combine: 'AND', matchers });
const any = (...matchers: object[]) => ({ combine: 'OR', matchers });
const type = { match: 'type' };
const none = { match: 'null' };
const regex = (pattern: string) => ({ match: 'regex', regex: pattern });

test.each([
  ['a text', z.string(), 'x', all(type)],
  ['a text that is not empty', z.string().min(1), 'x', all(type, regex(String.raw`^[\s\S]+$`))],
  ['a text of a whole pattern', z.string().regex(/^[a-z]{2}$/), 'xy', all(type, regex('^[a-z]{2}$'))],
  [
    'a pattern that is not for the whole',
    z.string().regex(/b/),
    'abc',
    all(type, regex(String.raw`^[\s\S]*(?:b)[\s\S]*$`)),
  ],
  [
    'a pattern of alternatives',
    z.string().regex(/^a|b$/),
    'ax',
    all(type, regex(String.raw`^[\s\S]*(?:^a|b$)[\s\S]*$`)),
  ],
  ['alternatives in a group', z.string().regex(/^(a|[|]b)$/), 'a', all(type, regex('^(a|[|]b)$'))],
  ['a pattern with a slash', z.string().regex(/^a\/b$/), 'a/b', all(type, regex('^a/b$'))],
  ['a pattern with a flag, which Pact has not', z.string().regex(/^a$/i), 'A', all(type)],
  [
    'a time',
    z.iso.datetime({ precision: 0 }),
    '2026-03-02T01:02:03Z',
    all(type, regex(String.raw`^[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z))$`)),
  ],
  ['a number', z.number(), 1.5, all({ match: 'number' })],
  ['a whole number', z.int(), 1, all({ match: 'integer' })],
  ['a truth value', z.boolean(), true, all(type)],
  ['a constant', z.literal('a'), 'a', all({ match: 'equality' })],
  ['one of several texts', z.enum(['a.b', 'c']), 'c', all(type, regex(String.raw`^(?:a\.b|c)$`))],
  ['one of several constants', z.literal(['a', 'b']), 'b', all(type, regex('^(?:a|b)$'))],
  ['an optional text', z.string().optional(), 'x', all(type)],
  ['a nullable text', z.string().nullable(), 'x', any(type, none)],
  ['a nullable pattern', z.string().regex(/^x$/).nullable(), 'x', any(regex('^x$'), none)],
  ['a nullable whole number that is null', z.int().nullable(), null, any({ match: 'integer' }, none)],
  ['a nullable text that is null', z.string().nullish(), null, any(regex(String.raw`^[\s\S]*$`), none)],
  ['a nullable object that is null', z.object({}).nullable(), null, all(none)],
  [
    'a number or text, as a number',
    z.union([z.number(), z.string().regex(/^\d+$/)]),
    1,
    any({ match: 'number' }, regex(String.raw`^\d+$`)),
  ],
  ['a number or text, as a text', z.union([z.number(), z.string()]), 'x', any(type, { match: 'number' })],
  ['anything', z.unknown(), { a: 1 }, all(type)],
] as const)('rulesFor() says %s in words that Pact has', (_name, schema, value, rule) => {
  expect(rulesFor(schema, value)).toEqual({ $: rule });
});

test('rulesFor() has a rule for each field that is there, each list and record, and what is in them', () => {
  const schema = z.looseObject({
    id: z.string(),
    left: z.string().optional(),
    'odd-key': z.int(),
    list: z.array(z.strictObject({ sku: z.string(), note: z.string().optional() })),
    record: z.record(z.string(), z.union([z.string(), z.number()])),
    empty: z.array(z.string()),
    inner: z.strictObject({ at: z.int() }).nullable(),
  });
  const value = {
    id: 'x',
    'odd-key': 1,
    list: [{ sku: 'a' }, { sku: 'b', note: 'c' }],
    record: { a: 'x' },
    empty: [],
    inner: { at: 1 },
    unknown: 1,
  };
  expect(rulesFor(schema, value)).toEqual({
    '$.id': all(type),
    "$['odd-key']": all({ match: 'integer' }),
    '$.list': all(type),
    '$.list[*].sku': all(type),
    '$.list[*].note': all(type),
    '$.record': all({ match: 'values' }),
    '$.record.*': any(type, { match: 'number' }),
    '$.empty': all(type),
    '$.inner.at': all({ match: 'integer' }),
    '$.unknown': all(type),
  });
});

test('rulesFor() refuses what JSON has not', () => {
  expect(() => rulesFor(z.object({ at: z.date() }), { at: new Date(0) })).toThrow(
    'Cannot write rule for "$.at": JSON has no "date"',
  );
});
