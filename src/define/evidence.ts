/**
 * How sure a statement about a provider is.
 *
 * - `documented`: the provider's documentation says or prints it.
 * - `observed`: an SDK, a plugin, a test vector or a captured-looking payload shows it.
 * - `inferred`: reasoned from something else; nobody says it.
 * - `opaque`: the documentation names the thing and says nothing more.
 */
export type Confidence = 'documented' | 'observed' | 'inferred' | 'opaque';

/** Every confidence, from the surest to the least sure. */
export const confidences = ['documented', 'observed', 'inferred', 'opaque'] as const satisfies readonly Confidence[];

/** Why a statement about a provider is believed. */
export interface Evidence {
  readonly confidence: Confidence;
  /** Where it was read: a page or a repository at a commit, with the date it was read. */
  readonly source: string;
  /** What the source does and does not say, where that needs words. */
  readonly note?: string;
}

/** A statement about a provider: a value and why it is believed. */
export interface Fact<Value> extends Evidence {
  readonly value: Value;
}

const evidence =
  (confidence: Confidence) =>
  (source: string, note?: string): Evidence =>
    note === undefined ? { confidence, source } : { confidence, source, note };

/** The provider's documentation says or prints it. */
export const documented = evidence('documented');
/** An SDK, a plugin, a vector or a captured-looking payload shows it. */
export const observed = evidence('observed');
/** Reasoned from something else; the source is what it was reasoned from. */
export const inferred = evidence('inferred');
/** The documentation names it and says nothing more. */
export const opaque = evidence('opaque');

/** States `value`, and why it is believed. */
export function fact<const Value>(value: Value, evidence: Evidence): Fact<Value> {
  return { value, ...evidence };
}

/** States that no source says. `source` is where it was looked for. */
export function unknown(source: string, note: string): Fact<undefined> {
  return { value: undefined, ...opaque(source, note) };
}

/** The least sure of several pieces of evidence; the first one where several are equally unsure. */
export function weakest(...pieces: readonly [Evidence, ...Evidence[]]): Evidence {
  return pieces.reduce((worst, piece) =>
    confidences.indexOf(piece.confidence) > confidences.indexOf(worst.confidence) ? piece : worst,
  );
}
