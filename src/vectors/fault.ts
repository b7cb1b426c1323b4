import type { Attempt, RefusalCode } from '../delivery/index.ts';
import type { SignatureVector } from './vector.ts';
import type { Subject } from './subject.ts';

/** One way in which a delivery is not the provider's. */
export interface Fault {
  readonly id: string;
  readonly says: string;
  readonly reasons: readonly RefusalCode[];
  /** `undecided` where no source says that a receiver must refuse it. */
  readonly verdict?: SignatureVector['verdict'];
  readonly note?: string;
  readonly now?: number;
  readonly attempt: Attempt;
}

/** Faults of one kind in a delivery: those that its provider's scheme can have. */
export type Faults = (subject: Subject) => Promise<readonly Fault[]>;

/** A fault for which the signature is found wrong. */
export function wrong(id: string, says: string, attempt: Attempt): Fault {
  return { id, says, reasons: ['signature-wrong'], attempt };
}

/** A fault for which the signature is found to be none. */
export function malformed(id: string, says: string, attempt: Attempt): Fault {
  return { id, says, reasons: ['signature-malformed'], attempt };
}
