import { expect, test } from 'vitest';
import { valueAt } from '../../src/define/index.ts';

test('valueAt() returns what stands at a path', () => {
  expect(valueAt({ data: { list: ['a', { b: null }] } }, ['data', 'list', '1', 'b'])).toBeNull();
  expect(valueAt({ a: 1 }, [])).toEqual({ a: 1 });
});

test('valueAt() returns undefined where the path leads nowhere, and never what a prototype has', () => {
  expect(valueAt({ a: 1 }, ['b'])).toBeUndefined();
  expect(valueAt({ a: 'text' }, ['a', 'length'])).toBeUndefined();
  expect(valueAt(null, ['a'])).toBeUndefined();
  expect(valueAt({}, ['constructor'])).toBeUndefined();
  expect(valueAt({}, ['__proto__', 'toString'])).toBeUndefined();
});
