/** What time it is, and how to wait. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Waits so many milliseconds, or until the signal is aborted. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Tells the clock of work that takes real time: a virtual one stands still until it is done. */
  readonly during?: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const timer = setTimeout(done, milliseconds);
      function done() {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      }
      signal?.addEventListener('abort', done);
    }),
};

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/**
 * A clock that goes on by itself to the moment the next sleeper waits for, as soon as nothing else is to be done: hours of
 * retries pass at once. It begins at a date, or at so many milliseconds since the Unix epoch.
 *
 * @example
 * import { virtualClock } from 'hookproof/msw';
 * const clock = virtualClock('2026-03-02T00:00:00Z');
 * await clock.sleep(2 * 60 * 60 * 1000);
 * assert.equal(new Date(clock.now()).toISOString(), '2026-03-02T02:00:00.000Z');
 */
export function virtualClock(start: Date | number | string): Required<Clock> {
  let time = new Date(start).getTime();
  if (!Number.isFinite(time)) throw new TypeError(`Cannot start clock: "${String(start)}" is not a time`);
  let busy = 0;
  let ticking = false;
  const sleepers = new Set<Sleeper>();

  /** Lets all that is ready run first: each turn of the event loop may bring new work. */
  function tick(turns = 3): void {
    if (ticking && turns === 3) return;
    ticking = true;
    setTimeout(() => {
      if (turns > 1) return tick(turns - 1);
      ticking = false;
      if (busy > 0) return;
      const next = [...sleepers].reduce<Sleeper | undefined>(
        (first, each) => (first === undefined || each.until < first.until ? each : first),
        undefined,
      );
      if (next === undefined) return;
      time = Math.max(time, next.until);
      next.wake();
      tick();
    }, 0);
  }

  return {
    now: () => time,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve();
        const sleeper = { until: time + Math.max(0, milliseconds), wake };
        function wake() {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', wake);
          resolve();
        }
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wake);
        tick();
      }),
    async during(work) {
      busy++;
      try {
        return await work();
      } finally {
        busy--;
        tick();
      }
    },
  };
}
