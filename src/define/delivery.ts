import type { Fact } from './evidence.ts';

/** How the body carries the event. */
export type Encoding =
  | { readonly kind: 'json' }
  /** One form field that holds the percent-encoded JSON. */
  | { readonly kind: 'form'; readonly field: string };

/**
 * What is signed, as a template. `{body}` is the raw body, `{timestamp}` the signed time as it stands in its header;
 * `{encoded}` and `{json}` are a form field's value before and after percent-decoding.
 */
export type SignedText = string;

/** How the characters of a shared secret become the bytes of a key. */
export type SecretEncoding =
  { readonly kind: 'base62'; readonly alphabet: string } | { readonly kind: 'base64' | 'hex' | 'raw' };

/** A keyed hash over the signed text, with a secret both sides hold. */
export interface HmacScheme {
  readonly kind: 'hmac';
  readonly hash: 'SHA-256' | 'SHA-384' | 'SHA-512';
  readonly secret: SecretEncoding;
  readonly signedText: SignedText;
  readonly output: 'hex' | 'base64';
  readonly header: string;
}

/** An RSASSA-PKCS1-v1_5 signature with SHA-256 over the signed text, in base64. */
export interface RsaSha256Scheme {
  readonly kind: 'rsa-sha256';
  readonly signedText: SignedText;
  readonly output: 'base64';
  readonly header: string;
}

/** How a delivery is signed. */
export type SignatureScheme = HmacScheme | RsaSha256Scheme;

/** The time in a delivery's headers. */
export interface TimestampHeader {
  readonly header: string;
  readonly unit: 'milliseconds' | 'seconds';
}

/** How a provider posts an event in one version, and what it takes for an answer. `undefined` says that no source says. */
export interface Delivery {
  readonly method: Fact<'POST'>;
  readonly encoding: Fact<Encoding>;
  /** Header name to value template: `{signature}`, `{timestamp}`, `{id}`, or one of `parameters`. */
  readonly headers: { readonly [Name: string]: Fact<string> };
  /** What fills the other placeholders of the headers, unless the caller says otherwise. */
  readonly parameters: { readonly [Name: string]: string };
  readonly signature: Fact<SignatureScheme>;
  /** The header that says when the attempt was signed. */
  readonly timestamp: Fact<TimestampHeader | undefined>;
  /** Seconds by which a signed time may be off. */
  readonly tolerance: Fact<number | undefined>;
  /** The statuses that acknowledge a delivery; every other is retried. */
  readonly acknowledgement: Fact<readonly number[]>;
  /** Seconds the receiver has to answer. */
  readonly timeout: Fact<number | undefined>;
  /** Seconds to wait before each retry. */
  readonly retries: Fact<readonly number[] | undefined>;
  /** Whether deliveries come in the order of what happened. */
  readonly ordered: Fact<boolean | undefined>;
  /** Whether one event may come more than once. */
  readonly duplicates: Fact<boolean | undefined>;
}
