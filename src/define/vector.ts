import type { Evidence } from './evidence.ts';

/** A signature that is known from somewhere else, such as a provider's SDK, with all it takes to check it. */
export interface KnownVector extends Evidence {
  readonly name: string;
  /** The shared secret or the public key. */
  readonly key: string;
  readonly signature: string;
  /** The delivery that was signed, or else the bare text. */
  readonly signed: { readonly timestamp?: string; readonly body: string } | { readonly text: string };
  /** Another signature over the same that one source makes: which of the two the provider makes nobody says. */
  readonly rival?: Evidence & { readonly signature: string };
}
