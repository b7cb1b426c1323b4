import type { SecretEncoding } from '../define/index.ts';
import { HookproofError } from '../errors.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const decoders = {
  base62: (secret, encoding) => baseToBytes(secret, (encoding as { readonly alphabet: string }).alphabet),
  base64: (secret) => fromBase64(secret),
  hex: (secret) => fromHex(secret),
  raw: (secret) => new TextEncoder().encode(secret),
} satisfies Record<SecretEncoding['kind'], (secret: string, encoding: SecretEncoding) => Bytes | undefined>;

/** The key bytes of a shared secret. Throws `BAD_KEY`, without showing the secret, where it is not of the encoding. */
export function decodeSecret(secret: string, encoding: SecretEncoding): Bytes {
  if (secret === '') throw new HookproofError('BAD_KEY', 'Cannot read secret: it is empty');
  const bytes = decoders[encoding.kind](secret, encoding);
  if (bytes === undefined) throw new HookproofError('BAD_KEY', `Cannot read secret: it is not ${encoding.kind}`);
  return bytes;
}

/** Reads a number written in the digits of `alphabet`; each leading zero digit is a zero byte of its own. */
function baseToBytes(text: string, alphabet: string): Bytes | undefined {
  let value = 0n;
  for (const character of text) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return undefined;
    value = value * BigInt(alphabet.length) + BigInt(digit);
  }
  const zeros = text.length - text.replace(new RegExp(`^${alphabet[0]}+`), '').length;
  const digits = value === 0n ? '' : value.toString(16);
  const hex = digits.padStart(digits.length + (digits.length % 2), '0');
  return fromHex('00'.repeat(zeros) + hex);
}

/** The bytes that a text of hexadecimal digits names, or `undefined` where it is no such text. */
export function fromHex(text: string): Bytes | undefined {
  if (text.length % 2 !== 0 || !/^[0-9A-Fa-f]*$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, index) => parseInt(text.slice(index * 2, index * 2 + 2), 16));
}

/** The bytes that a base64 text names, or `undefined` where it is no such text. */
export function fromBase64(text: string): Bytes | undefined {
  if (text.length % 4 !== 0 || !/^[0-9A-Za-z+/]*={0,2}$/.test(text)) return undefined;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Lowercase hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += digits[byte >> 4]! + digits[byte & 15]!;
  return text;
}

const digits = '0123456789abcdef';

/** Base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
