import { describe, expect, test } from 'vitest';
import { systemClock, virtualClock } from '../../src/msw/index.ts';

describe('virtualClock()', () => {
  test('wakes sleepers in the order of their times, whatever the order they lay down in', async () => {
    const clock = virtualClock(0);
    const woken: string[] = [];
    const sleep = async (name: string, milliseconds: number) => {
      await clock.sleep(milliseconds);
      woken.push(`${name} at ${clock.now()}`);
    };
    await Promise.all([sleep('late', 7_200_000), sleep('soon', 1000), sleep('now', 0), sleep('never before now', -5)]);
    expect(woken).toEqual(['now at 0', 'never before now at 0', 'soon at 1000', 'late at 7200000']);
  });

  test('stands still while something takes real time', async () => {
    const clock = virtualClock(0);
    const asleep = clock.sleep(1000);
    await clock.during(async () => {
      await systemClock.sleep(20);
      expect(clock.now()).toBe(0);
    });
    await asleep;
    expect(clock.now()).toBe(1000);
  });

  test('wakes a sleeper whose signal is aborted, without going on', async () => {
    for (const clock of [virtualClock(0), systemClock]) {
      const controller = new AbortController();
      const before = clock.now();
      const asleep = clock.sleep(60_000, controller.signal);
      controller.abort();
      await asleep;
      await clock.sleep(60_000, controller.signal);
      expect(clock.now() - before).toBeLessThan(60_000);
    }
  });

  test('refuses a start that is no time', () => {
    expect(() => virtualClock('yesterday')).toThrow('Cannot start clock: "yesterday" is not a time');
  });
});
