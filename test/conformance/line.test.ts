import { describe, expect, test } from 'vitest';
import { Line } from '../../src/conformance/line.ts';

/** A job that ends when it is told to. */
function job() {
  let end!: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { end, run: () => ended };
}

describe('Line', () => {
  test('does jobs one after the other, in the order in which they came', async () => {
    const line = new Line();
    const done: string[] = [];
    const first = job();
    await line.add(async () => {
      await first.run();
      done.push('first');
    });
    await line.add(async () => void done.push('second'));
    expect(done).toEqual([]);
    first.end();
    await line.settled();
    expect(done).toEqual(['first', 'second']);
  });

  test('lets nobody add who finds too many waiting', async () => {
    const line = new Line();
    const slow = job();
    let added = 0;
    const adding = (async () => {
      for (; added < 20; added++) await line.add(slow.run);
    })();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(added).toBe(8);
    slow.end();
    await adding;
    expect(added).toBe(20);
  });

  test('has whoever adds a job wait for it where none may wait', async () => {
    const line = new Line(Promise.resolve(), 0);
    const slow = job();
    let isAdded = false;
    const adding = line.add(slow.run).then(() => (isAdded = true));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isAdded).toBe(false);
    slow.end();
    await adding;
  });

  test('does nothing after a job that threw, and throws the same to whoever adds or waits', async () => {
    const line = new Line();
    const done: string[] = [];
    await line.add(() => Promise.reject(new Error('gone')));
    await line.add(async () => void done.push('too late')).catch(() => undefined);
    await expect(line.settled()).rejects.toThrow('gone');
    await expect(line.add(async () => void done.push('later still'))).rejects.toThrow('gone');
    await expect(line.settled()).rejects.toThrow('gone');
    expect(done).toEqual([]);
  });

  test('does nothing before its turn', async () => {
    const turn = job();
    const line = new Line(turn.run());
    const done: string[] = [];
    await line.add(async () => void done.push('first'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(done).toEqual([]);
    turn.end();
    await line.settled();
    expect(done).toEqual(['first']);
  });

  test('does nothing where its turn throws, and throws the same', async () => {
    const line = new Line(Promise.reject(new Error('no reset')));
    const done: string[] = [];
    await line.add(async () => void done.push('first'));
    await expect(line.settled()).rejects.toThrow('no reset');
    expect(done).toEqual([]);
  });
});
