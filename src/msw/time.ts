import type { TimeNotation } from '../define/index.ts';

/** A moment as a provider writes it. */
export function written(milliseconds: number, notation: TimeNotation): number | string {
  if (notation === 'milliseconds') return milliseconds;
  if (notation === 'seconds') return Math.floor(milliseconds / 1000);
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The moment that a provider wrote, in milliseconds; `undefined` where it is none. */
export function moment(value: unknown): number | undefined {
  if (typeof value === 'number') return value < 1e11 ? value * 1000 : value;
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** The moment one interval after another: so many days, weeks, months or years in UTC. */
export function afterInterval(milliseconds: number, interval: unknown, count: number): number {
  const date = new Date(milliseconds);
  if (interval === 'day') date.setUTCDate(date.getUTCDate() + count);
  else if (interval === 'week') date.setUTCDate(date.getUTCDate() + 7 * count);
  else if (interval === 'month') date.setUTCMonth(date.getUTCMonth() + count);
  else date.setUTCFullYear(date.getUTCFullYear() + count);
  return date.getTime();
}
