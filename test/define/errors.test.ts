import { describe, expect, test } from 'vitest';
import { didYouMean, HookproofError } from '../../src/errors.ts';

describe('didYouMean()', () => {
  const known = ['order.authorized', 'order.canceled', 'order.rejected', 'payment.created'];

  test('names the nearest names, nearest first, whatever their case', () => {
    expect(didYouMean('order.canceld', known)).toBe('did you mean "order.canceled"');
    expect(didYouMean('ORDER.REJECTED', known)).toMatch(/^did you mean "order\.rejected"/);
  });
  test('names three at most', () => {
    expect(didYouMean('a', ['b', 'c', 'd', 'e'])).toBe('did you mean "b", "c", "d"');
  });
  test('names all where none is near', () => {
    expect(didYouMean('invoice', known)).toBe(
      'known are "order.authorized", "order.canceled", "order.rejected", "payment.created"',
    );
  });
});

describe('HookproofError', () => {
  test('has a code, and the cause that was caught', () => {
    const cause = new Error('caught');
    const error = new HookproofError('BAD_JSON', 'Cannot read body: it is no JSON', { cause });
    expect(error).toMatchObject({ name: 'HookproofError', code: 'BAD_JSON', cause });
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toBe('HookproofError: Cannot read body: it is no JSON');
  });
});
