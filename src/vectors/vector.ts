import type { Confidence } from '../define/index.ts';
import type { RefusalCode } from '../delivery/index.ts';

/** A delivery, and whether a receiver must take it for the provider's. */
export interface SignatureVector {
  /** Never given to another vector: `smartpay@2022-02-18/invalid/body-changed/order.authorized`. */
  readonly id: string;
  /** `undecided` where no source says what the provider does, so that neither answer is wrong. */
  readonly verdict: 'valid' | 'invalid' | 'undecided';
  /** Why `verify()` of hookproof refuses it, every reason; none where it accepts. */
  readonly reasons: readonly RefusalCode[];
  readonly says: string;
  readonly confidence: Confidence;
  readonly note?: string;
  readonly source?: string;
  /** The name of the key to verify with, in the file's `keys`. */
  readonly key: string;
  /** Milliseconds since the Unix epoch at which the delivery comes, where its age is judged. */
  readonly now?: number;
  readonly request: VectorRequest;
}

/** A delivery as it goes over the wire, its body in base64. */
export interface VectorRequest {
  readonly method: string;
  readonly headers: { readonly [Name: string]: string };
  readonly body: string;
}
