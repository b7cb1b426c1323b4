import type { IdFormat } from './envelope.ts';

/** How a moment is written: a number since the Unix epoch, or ISO 8601 in UTC with whole seconds. */
export type TimeNotation = 'milliseconds' | 'seconds' | 'iso';

/**
 * Values by dotted path; all of them must be there. They are looked for in the request's body, then in what is remembered,
 * then in the object. `present` stands for any value but null.
 */
export interface Condition {
  readonly [Path: string]: unknown;
}

/** In a condition: any value but null. */
export const present = { present: true } as const;

/** Where the value of a field comes from. */
export type Source =
  /** A constant. */
  | { readonly value: unknown }
  /** A dotted path in the request's body. */
  | { readonly body: string }
  /** A header of the request that carries a credential. */
  | { readonly credential: string }
  /** A dotted path in the object acted on, or in what is remembered of it. */
  | { readonly of: string; readonly as?: TimeNotation }
  /** The time, so many seconds from now, or one interval of a `recurring` from now. */
  | { readonly now: TimeNotation; readonly plus?: number; readonly after?: string }
  /** Whether the request's key is one of test mode. */
  | { readonly mode: 'isTest' }
  /** A constant with `{id}` in its texts: the object's. */
  | { readonly template: unknown }
  /** A dotted path in the object as it is filled so far. */
  | { readonly sibling: string }
  /** An object of its own. */
  | { readonly object: Filling }
  /** New random characters. */
  | { readonly random: IdFormat }
  /** The id of an object that is made along with this one, from the body or a part of it and what else is given; or some of its fields. */
  | { readonly made: string; readonly part?: string; readonly give?: Filling; readonly fields?: readonly string[] }
  /** The ids of objects that are made along with this one, one from each item of a list in the body. */
  | { readonly each: string; readonly made: string };

/** Fields and where each comes from; of several sources the first that gives something. */
export interface Filling {
  readonly [Field: string]: Source | readonly Source[];
}
