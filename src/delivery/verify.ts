import type { Provider } from '../define/index.ts';
import { HookproofError } from '../errors.ts';
import { schemeFunctions } from '../signing/index.ts';
import { decodeBody } from './encode.ts';
import { fillBytes } from './template.ts';

/** Why a delivery is not to be believed. */
export type RefusalCode =
  | 'body-not-decodable'
  | 'body-too-large'
  | 'signature-malformed'
  | 'signature-missing'
  | 'signature-wrong'
  | 'timestamp-malformed'
  | 'timestamp-missing'
  | 'timestamp-out-of-tolerance'
  | 'wrong-content-type'
  | 'wrong-method';

/** One reason not to believe a delivery, in words for the person who must act. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

/** Whether a delivery is the provider's, and if not, every reason. */
export interface Verdict {
  readonly valid: boolean;
  readonly reasons: readonly Refusal[];
}

/** How a delivery is verified. */
export interface VerifyOptions {
  /** What is signed, where the provider's template is only assumed: `{body}`, `{encoded}` or `{json}`. */
  readonly signedText?: string;
  /** Seconds by which the signed time may differ from `now`. Without it the time is not judged. */
  readonly tolerance?: number;
  /** A date, or milliseconds since the Unix epoch. Now, when left out. */
  readonly now?: Date | number;
}

/** The largest body that is read, in bytes. */
const bodyLimit = 10 * 1024 * 1024;

/**
 * Verifies that a delivery is the provider's: signature over the raw bytes, headers, method. The request is left unread.
 * `key` is the shared secret, or the public key where the provider signs with a private one. Throws `BAD_KEY`, and
 * `BAD_ARGUMENT` for a request whose body has been read.
 *
 * @example
 * import { fixture, signedRequest, verify } from 'hookproof';
 * import { latest as smartpay } from 'hookproof/smartpay';
 * const event = fixture(smartpay, 'refund.created');
 * const request = await signedRequest(smartpay, event, { url: 'http://localhost/', secret: 'testsecret' });
 * assert.equal((await verify(smartpay, request, 'testsecret')).valid, true);
 * assert.equal((await verify(smartpay, request, 'othersecret')).reasons[0].code, 'signature-wrong');
 */
export async function verify(
  provider: Provider,
  request: Request,
  key: string,
  options: VerifyOptions = {},
): Promise<Verdict> {
  const { delivery } = provider;
  const scheme = delivery.signature.value;
  const functions = schemeFunctions(scheme);
  const reasons: Refusal[] = [];
  const refuse = (code: RefusalCode, state: string) =>
    reasons.push({ code, message: `Cannot verify ${provider.name} delivery: ${state}` });

  if (request.method !== delivery.method.value)
    refuse('wrong-method', `method is ${request.method}, not ${delivery.method.value}`);
  const wanted = delivery.headers['Content-Type']?.value;
  const found = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (wanted !== undefined && found !== wanted)
    refuse('wrong-content-type', `header "Content-Type" is "${found ?? ''}", not "${wanted}"`);

  const timestamp = readTimestamp(provider, request, options, refuse);

  const bytes = await readBody(request);
  const signature = request.headers.get(scheme.header);
  // A key that cannot be used is an error even when there is no signature to verify.
  const none = new Uint8Array();
  if (signature === null || signature === '') {
    await functions.verify(scheme, key, none, '');
    refuse('signature-missing', `header "${scheme.header}" is missing`);
  } else if (!functions.isWellFormed(scheme, signature)) {
    await functions.verify(scheme, key, none, '');
    refuse('signature-malformed', `header "${scheme.header}" holds no ${scheme.output} signature of the right length`);
  } else if (bytes === undefined) {
    refuse('body-too-large', `the body is larger than ${bodyLimit} bytes`);
  } else {
    const decoded = decodeBody(delivery, bytes);
    if (decoded === undefined)
      refuse('body-not-decodable', `the body is not a ${delivery.encoding.value.kind} body as documented`);
    const text = fillBytes(options.signedText ?? scheme.signedText, {
      body: bytes,
      encoded: decoded?.encoded ?? '',
      json: decoded?.json ?? '',
      timestamp: timestamp ?? '',
    });
    if (!(await functions.verify(scheme, key, text, signature)))
      refuse(
        'signature-wrong',
        `the signature is not over these bytes with this ${scheme.kind === 'hmac' ? 'secret' : 'key'}`,
      );
  }
  return { valid: reasons.length === 0, reasons };
}

function readTimestamp(
  provider: Provider,
  request: Request,
  options: VerifyOptions,
  refuse: (code: RefusalCode, state: string) => void,
): string | undefined {
  const described = provider.delivery.timestamp.value;
  if (described === undefined) return undefined;
  const text = request.headers.get(described.header);
  if (text === null || text === '') refuse('timestamp-missing', `header "${described.header}" is missing`);
  else if (!/^\d{1,16}$/.test(text))
    refuse('timestamp-malformed', `header "${described.header}" is not a number of ${described.unit}`);
  else if (options.tolerance !== undefined) {
    const age = (Number(options.now ?? Date.now()) - Number(text) * (described.unit === 'seconds' ? 1000 : 1)) / 1000;
    if (Math.abs(age) > options.tolerance)
      refuse(
        'timestamp-out-of-tolerance',
        `it was signed ${Math.abs(age)} seconds ${age > 0 ? 'ago' : 'ahead'}; the tolerance is ${options.tolerance}`,
      );
  }
  return text ?? undefined;
}

/** The body's bytes, or `undefined` once there are more than the limit: no more than that is ever held. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (request.bodyUsed)
    throw new HookproofError(
      'BAD_ARGUMENT',
      'Cannot verify delivery: its body has been read; verify before reading it',
    );
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = request.clone().body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    chunks.push(part.value);
    length += part.value.length;
    if (length <= bodyLimit) continue;
    // The promise waits for the caller's own copy to be cancelled as well.
    void reader?.cancel();
    return undefined;
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
