import { distance } from 'fastest-levenshtein';

/** Every way in which hookproof says no. */
export type ErrorCode =
  | 'BAD_ARGUMENT'
  | 'BAD_JSON'
  | 'BAD_KEY'
  | 'BAD_PATH'
  | 'BAD_PROBE'
  | 'BROKER_FAILED'
  | 'CHECK_FAILED'
  | 'CHECK_SKIPPED'
  | 'CONTRACT_BROKEN'
  | 'MISSING_PACKAGE'
  | 'NOTHING_READ'
  | 'PACT_CONFLICT'
  | 'PACT_LOCKED'
  | 'REMOTE_REFUSED'
  | 'UNKNOWN_EVENT'
  | 'UNKNOWN_NAME'
  | 'UNKNOWN_VARIANT'
  | 'UNREACHABLE'
  | 'VERIFIER_FAILED';

/** An error with a message for the person who must act. `cause` holds what was caught, such as zod's issues. */
export class HookproofError extends Error {
  override readonly name = 'HookproofError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The end of a message about an unknown name: the nearest known ones, or else all there are. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = known
    .map((candidate) => ({ candidate, edits: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= Math.max(2, Math.ceil(candidate.length / 3)))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
  const quoted = (near.length > 0 ? near : known).map((candidate) => `"${candidate}"`).join(', ');
  return near.length > 0 ? `did you mean ${quoted}` : `known are ${quoted}`;
}
