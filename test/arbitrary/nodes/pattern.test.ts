import { describe, expect, test } from 'vitest';
import { parsePattern } from '../../../src/arbitrary/nodes/pattern.ts';

const characters = (text: string) => ({ kind: 'class', characters: text });
const literal = (text: string) => ({ kind: 'literal', text });

describe('parsePattern()', () => {
  test.each([
    [/^abc$/, { kind: 'sequence', parts: [literal('a'), literal('b'), literal('c')] }],
    [/a|b/, { kind: 'choice', options: [literal('a'), literal('b')] }],
    [/[a-c_]/, characters('abc_')],
    [/[\d-]/, characters('0123456789-')],
    [/\x41/, literal('A')],
    [/\u0042/, literal('B')],
    [/\./, literal('.')],
    [/(?<name>a)/, literal('a')],
    [/(?:a)/, literal('a')],
    [/a?/, { kind: 'repeat', inner: literal('a'), min: 0, max: 1 }],
    [/a{2}/, { kind: 'repeat', inner: literal('a'), min: 2, max: 2 }],
    [/a{2,5}?/, { kind: 'repeat', inner: literal('a'), min: 2, max: 5 }],
    [/a{2,}/, { kind: 'repeat', inner: literal('a'), min: 2, max: 12 }],
    [/a+/, { kind: 'repeat', inner: literal('a'), min: 1, max: 11 }],
    [/a{b/, { kind: 'sequence', parts: [literal('a'), literal('{'), literal('b')] }],
  ])('reads %s', (expression, pattern) => {
    expect(parsePattern(expression)).toEqual({ pattern, isExact: true });
  });

  test.each([
    /^(?=a)[ab]$/,
    /^(?!b)[ab]$/,
    /(?<=a)b/,
    /(?<!a)b/,
    /\ba/,
    /a\B/,
    /(^a|b)/,
    /(?:a$|b)/,
    new RegExp('[a-c]', 'v'),
  ])('reads %s, and says that some of its texts may not match', (expression) => {
    expect(parsePattern(expression)?.isExact).toBe(false);
  });

  test.each([
    /(a)\1/,
    /(?<a>b)\k<a>/,
    /\p{L}/u,
    /\cA/,
    /\0/,
    /a/i,
    /^a$/m,
    new RegExp('[[a]]', 'v'),
    /\u{41}/u,
    /🙂/u,
    /a^b/,
    /a$b/,
    /[^ -~]/,
  ])('does not read %s', (expression) => {
    expect(parsePattern(expression)).toBe(undefined);
  });
});
