/** A ratio or rate beside what it should be. A benchmark states it and asserts nothing: machines differ. */
export function target(
  what: string,
  value: number,
  least: number,
  show = (number: number) => number.toFixed(1),
): string {
  return `target ${what}: ${show(value)}, at least ${show(least)}: ${value >= least ? 'met' : 'not met'}`;
}
