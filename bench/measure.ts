/** The median of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Runs every task `rounds` times, taking turns so that a slow moment hits all alike. Returns each one's median in milliseconds. */
export async function takeTurns<Name extends string>(
  tasks: { readonly [N in Name]: () => unknown },
  rounds: number,
): Promise<{ readonly [N in Name]: number }> {
  const entries = Object.entries<() => unknown>(tasks);
  const times = new Map<string, number[]>(entries.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, task] of entries) {
      const start = performance.now();
      await task();
      times.get(name)!.push(performance.now() - start);
    }
  }
  return Object.fromEntries([...times].map(([name, each]) => [name, median(each)])) as { [N in Name]: number };
}

/** How long each turn of `takeRates` is, in milliseconds. */
const turn = 20;

/** The last result, kept so that no engine leaves the work out. */
const kept: { result?: unknown } = {};

/** How often in a second each task can be done: the median of `rounds` turns, in each of which it is repeated. */
export async function takeRates<Name extends string>(
  tasks: { readonly [N in Name]: () => unknown },
  rounds = 15,
): Promise<{ readonly [N in Name]: number }> {
  const counts = new Map<string, number>();
  const repeated = Object.entries<() => unknown>(tasks).map(([name, task]) => {
    const repeat = (count: number) => {
      for (let left = count; left > 0; left--) kept.result = task();
    };
    const count = countFor(repeat);
    counts.set(name, count);
    return [name, () => repeat(count)] as const;
  });
  const times: { readonly [Name: string]: number } = await takeTurns(Object.fromEntries(repeated), rounds);
  return Object.fromEntries([...counts].map(([name, count]) => [name, (count / times[name]!) * 1000])) as {
    [N in Name]: number;
  };
}

/** How often to repeat a task to fill a turn. It is run for several turns first, so that it is compiled. */
function countFor(repeat: (count: number) => void): number {
  for (let count = 1; ; count *= 2) {
    const start = performance.now();
    repeat(count);
    const time = performance.now() - start;
    if (time > 3 * turn) return Math.max(1, Math.round((count * turn) / time));
  }
}
