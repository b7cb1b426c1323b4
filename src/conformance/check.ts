import type { Provider } from '../define/index.ts';
import type { Examination } from './examination.ts';

/** How binding a check is. Only MUST checks decide whether a receiver passes. */
export type Level = 'MUST' | 'SHOULD' | 'MAY';

/** One thing that a receiver owes. */
export interface Check {
  /** Kebab-case, and the name of the check's file. */
  readonly id: string;
  readonly level: Level;
  /** A sentence about the receiver. */
  readonly title: string;
  /** Who says so. */
  readonly source: string;
  /** Why the check does not apply to a provider version, or `undefined` where it does. */
  readonly inapplicable?: (provider: Provider) => string | undefined;
  /** Delivers, and reports findings to the examination. */
  readonly run: (examination: Examination) => Promise<void>;
}
