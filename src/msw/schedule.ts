import type { Provider } from '../define/index.ts';

/** The waits before each retry, in seconds, and whether they are the provider's own. */
export interface RetrySchedule {
  readonly seconds: readonly number[];
  /** Whether no source says and the waits are an assumption of hookproof's. */
  readonly isAssumed: boolean;
}

/** An ASSUMPTION, for providers that say that they retry and not when: five retries over two and a half hours. */
const assumed = [60, 300, 900, 1800, 5400];

/** When a provider retries, unless the waits are given. */
export function retrySchedule(provider: Provider, given: readonly number[] | undefined): RetrySchedule {
  if (given !== undefined) return { seconds: given, isAssumed: false };
  const known = provider.delivery.retries.value;
  return known === undefined ? { seconds: assumed, isAssumed: true } : { seconds: known, isAssumed: false };
}

/** Milliseconds that a receiver has to answer where no source says: an ASSUMPTION. */
const assumedTimeout = 10_000;

/** How long a provider waits for an answer, in milliseconds, unless that is given. */
export function answerTimeout(provider: Provider, given: number | undefined): number {
  return given ?? (provider.delivery.timeout.value ?? assumedTimeout / 1000) * 1000;
}
