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
