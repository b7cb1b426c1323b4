import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counterexample, replayOf } from '../../src/conformance/property.ts';

const draws = { seed: 'seed', draws: 100, patience: 60_000 };
const numbers = fc.integer({ min: 0, max: 1000 });

describe('counterexample()', () => {
  test('finds the smallest draw that does not hold, and says how to come by it again', async () => {
    const found = await counterexample(draws, numbers, (value) => () => Promise.resolve(value < 100));
    expect(found!.value).toBe(100);
    expect(replayOf(found!)).toBe(`seed ${found!.seed}, path ${found!.path}`);
    const again = fc.check(
      fc.property(numbers, (value) => value < 100),
      { seed: found!.seed, path: found!.path },
    );
    expect(again.counterexample).toEqual([100]);
  });

  test('finds nothing where every draw holds, and tries each of them once', async () => {
    let count = 0;
    const found = await counterexample({ ...draws, examples: [1, 2] }, numbers, () => () => {
      count++;
      return Promise.resolve(true);
    });
    expect([found, count]).toEqual([undefined, 102]);
  });

  test('tries the examples first', async () => {
    const tried: number[] = [];
    const found = await counterexample({ ...draws, examples: [7, 3, 5] }, fc.constantFrom(3, 5, 7), (value) => () => {
      tried.push(value);
      return Promise.resolve(value !== 3);
    });
    expect(tried.slice(0, 2)).toEqual([7, 3]);
    expect(found!.value).toBe(3);
  });

  test('makes draws ready while one before them is tried, and tries one at a time', async () => {
    let ready = 0;
    let tried = 0;
    let running = 0;
    const most = { ahead: 0, running: 0 };
    await counterexample(draws, numbers, () => {
      most.ahead = Math.max(most.ahead, ++ready - tried);
      return async () => {
        most.running = Math.max(most.running, ++running);
        await new Promise((resolve) => setTimeout(resolve));
        running--;
        tried++;
        return true;
      };
    });
    expect(most).toEqual({ ahead: 9, running: 1 });
  });

  test('names what it tries in the same way each time, however long each takes', async () => {
    const namesOf = async (milliseconds: () => number) => {
      const names: string[] = [];
      await counterexample(draws, numbers, (value, name) => async () => {
        names.push(`${name} ${value}`);
        await new Promise((resolve) => setTimeout(resolve, milliseconds()));
        return value < 800;
      });
      return names;
    };
    let count = 0;
    const names = await namesOf(() => 0);
    expect(await namesOf(() => count++ % 4)).toEqual(names);
    expect(new Set(names.map((name) => name.replace(/ \d+$/, ''))).size).toBe(names.length);
  });

  test('keeps a draw that fails just once', async () => {
    let count = 0;
    const found = await counterexample(draws, numbers, () => () => Promise.resolve(++count !== 3));
    expect(found!.path).toBe('2');
  });

  const gone = new Error('gone');
  const isGone = (): never => {
    throw gone;
  };
  test.each<[string, () => () => Promise<boolean>]>([
    ['a trial throws', () => async () => isGone()],
    ['it cannot be made ready', () => isGone()],
  ])('throws what was thrown where %s, and takes it for no counterexample', async (_, prepare) => {
    await expect(counterexample(draws, numbers, prepare)).rejects.toBe(gone);
  });

  test('throws once what was begun is over', async () => {
    const running = new Set<number>();
    let count = 0;
    const prepare = (value: number) => {
      if (count++ === 3) isGone();
      return async () => {
        running.add(value);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running.delete(value);
        return true;
      };
    };
    await expect(counterexample(draws, numbers, prepare)).rejects.toBe(gone);
    expect([...running]).toEqual([]);
  });

  test('throws what is thrown while a smaller one is sought', async () => {
    let count = 0;
    const trial = () => (++count > 2 ? Promise.reject(new Error('gone')) : Promise.resolve(false));
    await expect(counterexample(draws, numbers, () => trial)).rejects.toThrow('gone');
  });

  test('tries nothing more once its time is over', async () => {
    let count = 0;
    const found = await counterexample({ ...draws, patience: 20 }, numbers, () => async () => {
      count++;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return true;
    });
    expect(found).toBeUndefined();
    expect(count).toBeLessThan(10);
    expect(count).toBeGreaterThan(0);
  });
});
