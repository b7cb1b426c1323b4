/** The keys of one webhook endpoint: what the provider signs with and what the receiver verifies with. */
export interface Keys {
  readonly signing: string;
  /** The same text as `signing` where both sides share a secret. */
  readonly verifying: string;
}

/** How one kind of signature is made and checked. Every function throws `BAD_KEY` for a key it cannot use. */
export interface SchemeFunctions<Scheme> {
  readonly sign: (scheme: Scheme, key: string, text: Uint8Array<ArrayBuffer>) => Promise<string>;
  /** Compares in constant time. */
  readonly verify: (scheme: Scheme, key: string, text: Uint8Array<ArrayBuffer>, signature: string) => Promise<boolean>;
  /** Whether `signature` could be a signature of this scheme at all. */
  readonly isWellFormed: (scheme: Scheme, signature: string) => boolean;
  readonly generateKeys: (scheme: Scheme) => Promise<Keys>;
}
