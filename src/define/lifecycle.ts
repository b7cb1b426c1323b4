import type { Evidence } from './evidence.ts';

/** What may come after an event of one object. An event after which nothing comes is final; one that names itself may repeat. */
export interface Step extends Evidence {
  readonly next: readonly string[];
}

/** Which event of an object may follow which. An event type may be narrowed to a pinned alternative: `order.rejected.soft-decline`. */
export interface Lifecycle {
  readonly object: string;
  /** The events an object's story may begin with. */
  readonly first: readonly string[];
  readonly steps: { readonly [Event: string]: Step };
}

/** States what may come after an event. */
export function step(next: readonly string[], evidence: Evidence): Step {
  return { next, ...evidence };
}
