import { describe, expect, test } from 'vitest';
import { confidences, documented, fact, inferred, observed, opaque, unknown, weakest } from '../../src/define/index.ts';

const source = 'https://example.com, read 2026-11-22';

describe('weakest()', () => {
  const [sure, seen, reasoned, named] = [documented(source), observed(source), inferred(source), opaque(source)];

  test('returns the least sure piece, wherever it stands', () => {
    expect(weakest(sure)).toBe(sure);
    expect(weakest(sure, seen)).toBe(seen);
    expect(weakest(reasoned, sure, seen)).toBe(reasoned);
    expect(weakest(seen, named, reasoned, sure)).toBe(named);
  });
  test('returns the first of several that are equally unsure', () => {
    const first = inferred(source, 'first');
    expect(weakest(sure, first, inferred(source, 'second'))).toBe(first);
  });
});

test('confidences are listed from the surest to the least sure', () => {
  expect(confidences).toEqual(['documented', 'observed', 'inferred', 'opaque']);
});

test('evidence has a note only where one is given', () => {
  expect(documented(source)).toStrictEqual({ confidence: 'documented', source });
  expect(observed(source, 'there')).toStrictEqual({ confidence: 'observed', source, note: 'there' });
});

test('fact() joins a value and its evidence', () => {
  expect(fact([200], inferred(source, 'a guess'))).toStrictEqual({
    value: [200],
    confidence: 'inferred',
    source,
    note: 'a guess',
  });
});

test('unknown() has no value and is opaque', () => {
  expect(unknown(source, 'not said')).toStrictEqual({
    value: undefined,
    confidence: 'opaque',
    source,
    note: 'not said',
  });
});
