import { expect, test } from 'vitest';
import { track, untracked, type ReadPath } from '../../../src/pact/reads/track.ts';

/** A tracked value, and the paths that are read of it. */
function tracking<Value>(value: Value): { readonly value: Value; readonly read: string[] } {
  const read: string[] = [];
  return { value: track(value, (path: ReadPath) => void read.push(path.join('.'))), read };
}

test('track() tells of the items of lists, and of what is read in them', () => {
  const { value, read } = tracking({
    items: [
      { sku: 'a', price: 1 },
      { sku: 'b', price: 2 },
    ],
  });
  const [first] = value.items;
  expect([first!.sku, value.items.length, value.items.map(({ price }) => price)]).toEqual(['a', 2, [1, 2]]);
  expect([...new Set(read)]).toEqual(['items', 'items.[]', 'items.[].sku', 'items.[].price']);
});

test('track() tells of fields that are not there, and not of what any value is asked for', async () => {
  const { value, read } = tracking<{ a: number; b?: number }>({ a: 1 });
  expect(value.b).toBe(undefined);
  await Promise.resolve(value);
  expect([Object.keys(value), value.constructor, JSON.stringify(untracked(value))]).toEqual([['a'], Object, '{"a":1}']);
  expect(read).toEqual(['b']);
});

test('track() keeps what is written, deleted and defined by the reader to itself', () => {
  const { value, read } = tracking<{ a?: number; b?: number; c?: number }>({ a: 1, b: 2 });
  value.a = 3;
  delete value.b;
  Object.defineProperty(value, 'c', { value: 4 });
  expect([value.a, value.b, value.c]).toEqual([3, undefined, 4]);
  expect(read).toEqual([]);
});

test('track() is no way into prototypes', () => {
  const hostile = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"name":"x"}}') as {
    readonly [Key: string]: { readonly name: string };
  };
  const { value, read } = tracking(hostile);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(value['constructor']!.name).toBe('x');
  expect('polluted' in {}).toBe(false);
  expect(untracked(value)).toEqual(hostile);
  expect(read).toEqual(['constructor', 'constructor.name']);
});

test('untracked() gives plain copies, also inside of other values, and leaves those that hold none', () => {
  const { value, read } = tracking({ a: { b: [1] } });
  const plain = { x: 1, when: new Date(0) };
  expect(untracked(plain)).toBe(plain);
  expect(untracked({ plain, list: [value.a] })).toEqual({ plain, list: [{ b: [1] }] });
  expect(read).toEqual(['a']);
});
