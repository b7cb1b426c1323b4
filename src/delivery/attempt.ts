import { valueAt, type Provider } from '../define/index.ts';
import { HookproofError } from '../errors.ts';
import { schemeFunctions } from '../signing/index.ts';
import { encodeEvent } from './encode.ts';
import { fill, fillBytes } from './template.ts';
import { withoutLogin } from './without-login.ts';

/** One try of a delivery, as it goes over the wire. */
export interface Attempt {
  readonly url: string;
  readonly method: string;
  readonly headers: { readonly [Name: string]: string };
  readonly body: Uint8Array<ArrayBuffer>;
}

/** How an attempt is made. */
export interface AttemptOptions {
  /** Where the receiver listens. */
  readonly url: string;
  /** The shared secret, or the private key where the provider signs with one. */
  readonly secret: string;
  /** The time that is signed: a date, or milliseconds since the Unix epoch. Now, when left out. */
  readonly at?: Date | number;
  /** Values for the headers' other placeholders, such as `{ merchant: '500000000013102' }`. */
  readonly parameters?: { readonly [Name: string]: string };
  /** Another template of what is signed, where the provider's is only assumed: `{body}`, `{encoded}` or `{json}`. */
  readonly signedText?: string;
}

/**
 * Signs an event as the provider does and returns the bytes and headers to post.
 * A string is posted as it is, so that a body of any spelling, or none, can be signed.
 */
export async function signedAttempt(
  provider: Provider,
  event: object | string,
  options: AttemptOptions,
): Promise<Attempt> {
  const { delivery } = provider;
  const { json, encoded, body } = encodeEvent(delivery, event);
  const scheme = delivery.signature.value;
  const timestamp = timestampText(provider, options.at ?? Date.now());
  const text = fillBytes(options.signedText ?? scheme.signedText, { body, encoded, json, timestamp });
  const signature = await schemeFunctions(scheme).sign(scheme, options.secret, text);
  const id = eventId(provider, event);
  const values = { id, timestamp, ...delivery.parameters, ...options.parameters, signature };
  const headers = Object.entries(delivery.headers).map(([name, template]) => [name, fill(template.value, values)]);
  return { url: options.url, method: delivery.method.value, headers: Object.fromEntries(headers), body };
}

/**
 * Signs an event as the provider does and returns the request it would send, its bytes and headers exact.
 * A string is posted as it is.
 *
 * Throws `BAD_KEY` for a secret that cannot sign, and `BAD_ARGUMENT` for a URL, time or template that is none.
 *
 * @example
 * import { fixture, signedRequest } from 'hookproof';
 * import { latest as smartpay } from 'hookproof/smartpay';
 * const event = fixture(smartpay, 'refund.created');
 * const request = await signedRequest(smartpay, event, { url: 'http://localhost/', secret: 'testsecret' });
 * assert.equal(request.headers.get('Smartpay-Event-Id'), event.id);
 * assert.deepEqual(await request.json(), event);
 */
export async function signedRequest(
  provider: Provider,
  event: object | string,
  options: AttemptOptions,
): Promise<Request> {
  return toRequest(await signedAttempt(provider, event, options));
}

/** The attempt as a WHATWG `Request`. */
export function toRequest(attempt: Attempt, init: RequestInit = {}): Request {
  const { method, headers } = attempt;
  const body = method === 'GET' || method === 'HEAD' ? null : attempt.body;
  try {
    return new Request(attempt.url, { method, headers, body, ...init });
  } catch (cause) {
    const state = withoutLogin((cause as Error).message); // which repeats the URL
    throw new HookproofError('BAD_ARGUMENT', `Cannot make request to "${withoutLogin(attempt.url)}": ${state}`, {
      cause,
    });
  }
}

function eventId(provider: Provider, event: object | string): string {
  const id = typeof event === 'string' ? undefined : valueAt(event, provider.envelope.paths.id);
  return typeof id === 'string' ? id : '';
}

function timestampText(provider: Provider, at: Date | number): string {
  const milliseconds = Number(at);
  if (!Number.isFinite(milliseconds))
    throw new HookproofError('BAD_ARGUMENT', `Cannot sign at "${String(at)}": it is not a time`);
  return String(provider.delivery.timestamp.value?.unit === 'seconds' ? Math.floor(milliseconds / 1000) : milliseconds);
}
