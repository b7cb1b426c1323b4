import type { Provider } from '../define/index.ts';
import type { Examination } from './examination.ts';
import type { Need } from './needs.ts';

/** How binding a check is, the most binding first. Only MUST checks decide whether a receiver passes. */
export const levels = ['MUST', 'SHOULD', 'MAY'] as const;

/** How binding a check is. Only MUST checks decide whether a receiver passes. */
export type Level = (typeof levels)[number];

/** What a check is about, in the order of a report. */
export const groups = {
  authenticity: 'Who is believed',
  answers: 'What is answered',
  effects: 'What deliveries bring about',
  payloads: 'What a payload may hold',
} as const;

/** What a check is about. */
export type Group = keyof typeof groups;

/** One thing that a receiver owes. */
export interface Check {
  /** Kebab-case, and the name of the check's file. */
  readonly id: string;
  readonly group: Group;
  /** A level, or the level by what the provider itself says. */
  readonly level: Level | ((provider: Provider) => Level);
  /** A sentence about the receiver. */
  readonly title: string;
  /** Who says so. */
  readonly source: string;
  /** What it needs beside a receiver that answers; it is skipped where one of them is missing. */
  readonly needs?: readonly Need[];
  /** Why the check does not apply to a provider version, or `undefined` where it does. */
  readonly inapplicable?: (provider: Provider) => string | undefined;
  /**
   * Delivers, and reports findings to the examination. Until `send`, `effects`, a function of the probe or
   * `settled()` has resolved, its turn may not have come, and may never come; what begins with `plain` or `expect` may
   * return before. Events are made and signed ahead, but nothing is opened or timed.
   */
  readonly run: (examination: Examination) => Promise<void>;
}

/** The level of a check for one provider. */
export function levelOf({ level }: Check, provider: Provider): Level {
  return typeof level === 'function' ? level(provider) : level;
}
