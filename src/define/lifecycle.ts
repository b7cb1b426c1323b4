import type { Evidence } from './evidence.ts';

/** What may come after an event of one object. An event after which nothing comes is final; one that names itself may repeat. */
export interface Step extends Evidence {
  readonly next: readonly string[];
  /** Those of `next` that set right what looked like an end, such as an authorisation after a decline. */
  readonly corrections: readonly string[];
}

/** Which event of an object may follow which. An event type may be narrowed to a pinned alternative: `order.rejected.soft-decline`. */
export interface Lifecycle {
  readonly object: string;
  /** The events an object's story may begin with. */
  readonly first: readonly string[];
  readonly steps: { readonly [Event: string]: Step };
}

/** States what may come after an event, and which of it sets right what looked like an end. */
export function step(next: readonly string[], evidence: Evidence, corrections: readonly string[] = []): Step {
  return { next, corrections, ...evidence };
}

/** The event type that a step is about, its alternative aside. */
export function stepType(step: string, types: object): string {
  return Object.hasOwn(types, step) ? step : step.slice(0, step.lastIndexOf('.'));
}

/** Whether one event type may come after another of the same object, however many come in between. */
export function mayFollow(lifecycles: readonly Lifecycle[], types: object): (from: string, to: string) => boolean {
  const next = new Map<string, Set<string>>();
  for (const [name, { next: names }] of lifecycles.flatMap(({ steps }) => Object.entries(steps))) {
    const type = stepType(name, types);
    next.set(type, new Set([...(next.get(type) ?? []), ...names]));
  }
  const reached = new Map<string, ReadonlySet<string>>();
  const walk = (type: string, found = new Set<string>()): ReadonlySet<string> => {
    for (const each of next.get(type) ?? []) if (!found.has(each)) walk(each, found.add(each));
    return found;
  };
  return (from, to) => {
    const found = reached.get(from) ?? walk(from);
    reached.set(from, found);
    return found.has(to);
  };
}
