import { describe, expect, test } from 'vitest';
import { ahead } from '../../src/conformance/ahead.ts';

const examination = { session: { signsAhead: true } };

describe('ahead()', () => {
  test('gives what was made ready in the order of the items, however long each takes', async () => {
    const given: number[] = [];
    const prepare = async (item: number) => {
      await new Promise((resolve) => setTimeout(resolve, item % 2 === 0 ? 3 : 0));
      return item;
    };
    for await (const ready of ahead(
      examination,
      Array.from({ length: 20 }, (_, index) => index),
      prepare,
    ))
      given.push(ready);
    expect(given).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  test('makes no more than eight ready before their turn', async () => {
    const begun: number[] = [];
    const prepare = (item: number) => Promise.resolve(begun.push(item));
    const items = ahead(
      examination,
      Array.from({ length: 20 }, (_, index) => index),
      prepare,
    );
    await items.next();
    expect(begun.length).toBe(9);
    await items.next();
    expect(begun.length).toBe(10);
  });

  test('makes nothing ready before its turn where a time is signed', async () => {
    const begun: number[] = [];
    const prepare = (item: number) => Promise.resolve(begun.push(item));
    for await (const count of ahead({ session: { signsAhead: false } }, [1, 2, 3], prepare))
      expect(begun.length).toBe(count);
    expect(begun).toEqual([1, 2, 3]);
  });

  test('throws what could not be made ready when it is its turn', async () => {
    const prepare = (item: number) => (item === 3 ? Promise.reject(new Error('no key')) : Promise.resolve(item));
    const given: number[] = [];
    const use = async () => {
      for await (const ready of ahead(examination, [1, 2, 3, 4], prepare)) given.push(ready);
    };
    await expect(use()).rejects.toThrow('no key');
    expect(given).toEqual([1, 2]);
  });
});
