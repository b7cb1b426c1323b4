import type { HmacScheme } from '../define/index.ts';
import { remember } from './remember.ts';
import type { SchemeFunctions } from './scheme.ts';
import { decodeSecret, fromBase64, fromHex, toBase64, toHex } from './secret.ts';

const digestBytes = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 } as const;

/** Keyed hashes. WebCrypto compares them in constant time. */
export const hmac: SchemeFunctions<HmacScheme> = {
  async sign(scheme, key, text) {
    const signature = new Uint8Array(await crypto.subtle.sign('HMAC', await importKey(scheme, key, 'sign'), text));
    return scheme.output === 'hex' ? toHex(signature) : toBase64(signature);
  },
  async verify(scheme, key, text, signature) {
    const imported = await importKey(scheme, key, 'verify');
    const bytes = decode(scheme, signature);
    return bytes !== undefined && crypto.subtle.verify('HMAC', imported, bytes, text);
  },
  isWellFormed: (scheme, signature) => decode(scheme, signature) !== undefined,
  async generateKeys(scheme) {
    const bytes = crypto.getRandomValues(new Uint8Array(40));
    const secret = writeSecret(scheme, bytes);
    return { signing: secret, verifying: secret };
  },
};

function importKey(scheme: HmacScheme, key: string, use: 'sign' | 'verify'): Promise<CryptoKey> {
  return remember(JSON.stringify([scheme.hash, scheme.secret, use, key]), async () => {
    const bytes = decodeSecret(key, scheme.secret);
    return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: scheme.hash }, false, [use]);
  });
}

function decode(scheme: HmacScheme, signature: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes =
    scheme.output === 'base64' ? fromBase64(signature) : /[A-F]/.test(signature) ? undefined : fromHex(signature);
  return bytes?.length === digestBytes[scheme.hash] ? bytes : undefined;
}

/** A secret of the scheme's own encoding, one character or byte for each byte of `random`. */
function writeSecret(scheme: HmacScheme, random: Uint8Array): string {
  const { secret } = scheme;
  if (secret.kind === 'base64') return toBase64(random);
  if (secret.kind === 'base62')
    return Array.from(random, (byte) => secret.alphabet[byte % secret.alphabet.length]).join('');
  return toHex(random);
}
