import type { RsaSha256Scheme } from '../define/index.ts';
import { HookproofError } from '../errors.ts';
import { remember } from './remember.ts';
import type { SchemeFunctions } from './scheme.ts';
import { fromBase64, toBase64 } from './secret.ts';

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** RSASSA-PKCS1-v1_5 signatures. Keys are PEM, or the same DER in base64 without PEM's first and last line. */
export const rsaSha256: SchemeFunctions<RsaSha256Scheme> = {
  async sign(_scheme, key, text) {
    const imported = await importKey(key, 'pkcs8', 'PRIVATE KEY', 'sign');
    return toBase64(new Uint8Array(await crypto.subtle.sign(algorithm, imported, text)));
  },
  async verify(_scheme, key, text, signature) {
    const imported = await importKey(key, 'spki', 'PUBLIC KEY', 'verify');
    const bytes = fromBase64(signature);
    return bytes !== undefined && crypto.subtle.verify(algorithm, imported, bytes, text);
  },
  isWellFormed: (_scheme, signature) => signature !== '' && fromBase64(signature) !== undefined,
  async generateKeys() {
    const parameters = { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
    const pair = await crypto.subtle.generateKey(parameters, true, ['sign', 'verify']);
    const [signing, verifying] = await Promise.all([
      crypto.subtle.exportKey('pkcs8', pair.privateKey),
      crypto.subtle.exportKey('spki', pair.publicKey),
    ]);
    return { signing: toBase64(new Uint8Array(signing)), verifying: toBase64(new Uint8Array(verifying)) };
  },
};

function importKey(key: string, format: 'pkcs8' | 'spki', label: string, use: 'sign' | 'verify'): Promise<CryptoKey> {
  return remember(`${format} ${key}`, () => readKey(key, format, label, use));
}

async function readKey(
  key: string,
  format: 'pkcs8' | 'spki',
  label: string,
  use: 'sign' | 'verify',
): Promise<CryptoKey> {
  const bytes = derOf(key);
  try {
    return await crypto.subtle.importKey(format, bytes ?? new Uint8Array(), algorithm, false, [use]);
  } catch (cause) {
    const wanted = `an RSA ${label} in PEM (${format === 'pkcs8' ? 'PKCS #8' : 'SPKI'}) or its base64`;
    throw new HookproofError('BAD_KEY', `Cannot read RSA key to ${use} with: it is not ${wanted}`, { cause });
  }
}

/** The bytes of a key in PEM, or in base64 alone; `undefined` where it is neither. */
export function derOf(key: string): Uint8Array<ArrayBuffer> | undefined {
  return fromBase64(key.replace(/-----(BEGIN|END) (PRIVATE|PUBLIC) KEY-----/g, '').replace(/\s/g, ''));
}
