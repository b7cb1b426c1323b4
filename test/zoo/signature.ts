import { constants, createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import type { Provider } from '../../src/define/index.ts';

/** What came in, the body as the bytes that were posted. */
export interface Delivery {
  readonly headers: Headers;
  readonly body: Buffer;
  /** Says when the sender hangs up. */
  readonly signal?: AbortSignal;
}

/** How one provider's signatures are verified, with node:crypto and nothing of hookproof. */
export interface Signature {
  readonly header: string;
  /** The JSON that a body carries. */
  readonly json: (body: Buffer) => string;
  /** What was signed. `json` stands in for the delivery's own where a receiver writes it anew. */
  readonly text: (delivery: Delivery, json?: string) => Buffer;
  /** The only signature that is right; a receiver that holds a public key cannot make it. */
  readonly expected: (text: Buffer) => string;
  readonly matches: (text: Buffer, signature: string) => boolean;
}

/** Reads a provider's signatures with the receiver's key; without one, no signature is right. */
export function signatureOf(provider: Provider, key?: string): Signature {
  const { signature, encoding, timestamp } = provider.delivery;
  const { header } = signature.value;
  const { field } = { field: undefined, ...encoding.value };
  const json = (body: Buffer) =>
    field === undefined ? body.toString() : (new URLSearchParams(body.toString()).get(field) ?? '');
  const signed = ({ body }: Delivery, other?: string) =>
    other === undefined && field === undefined ? body : Buffer.from(other ?? json(body));

  if (key === undefined) {
    const expected = () => {
      throw new Error('Cannot sign: there is no key');
    };
    return { header, json, text: signed, expected, matches: () => false };
  }
  if (signature.value.kind === 'rsa-sha256') {
    const publicKey = rsaKey(key);
    return {
      header,
      json,
      text: signed,
      expected: () => {
        throw new Error('Cannot sign: this is a public key');
      },
      matches: (text, signature) => {
        const bytes = Buffer.from(signature, 'base64');
        return bytes.toString('base64') === signature && verify('RSA-SHA256', text, publicKey, bytes);
      },
    };
  }
  const secret = signature.value.secret.kind === 'base62' ? base62(key, signature.value.secret.alphabet) : key;
  const expected = (text: Buffer) => createHmac('sha256', secret).update(text).digest('hex');
  return {
    header,
    json,
    text: (delivery, json) =>
      Buffer.concat([Buffer.from(`${delivery.headers.get(timestamp.value?.header ?? '')}.`), signed(delivery, json)]),
    expected,
    matches: (text, signature) =>
      /^[0-9a-f]{64}$/.test(signature) && timingSafeEqual(Buffer.from(signature), Buffer.from(expected(text))),
  };
}

/** UseePay's public key as its merchant centre gives it. */
export function rsaKey(base64: string) {
  const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
  return { key, padding: constants.RSA_PKCS1_PADDING };
}

function base62(secret: string, alphabet: string): Buffer {
  const digits = Array.from(secret, (digit) => BigInt(alphabet.indexOf(digit)));
  const hex = digits.reduce((number, digit) => number * 62n + digit, 0n).toString(16);
  const zeros = digits.findIndex((digit) => digit !== 0n);
  return Buffer.from('00'.repeat(zeros) + hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}
