import type { Session } from './session.ts';

/** Seconds that a receiver has where the provider does not say: what most of them give at the least. */
const usual = 10;

/** Milliseconds in which a receiver must answer: the provider's, or the run's where its caller waits less. */
export function deadlineOf({ options: { provider, timeout } }: Session): number {
  return Math.min((provider.delivery.timeout.value ?? usual) * 1000, timeout);
}

/** Milliseconds for which a check tries draws, and for which it seeks a smaller one: a receiver that hangs has no end of them. */
export function patienceOf({ options: { timeout } }: Session): number {
  return 6 * timeout;
}
