import type { HmacScheme, RsaSha256Scheme, SignatureScheme } from '../define/index.ts';
import { derOf } from '../signing/rsa-sha256.ts';
import { decodeSecret, toBase64, toHex } from '../signing/secret.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Signatures = { readonly [Name: string]: string };

/** Signatures over a text by schemes that are not the provider's, as a clause about a delivery: who believes one takes more than it is promised. */
export function signaturesOfOtherSchemes(scheme: SignatureScheme, secret: string, text: Bytes): Promise<Signatures> {
  return scheme.kind === 'hmac' ? beside(scheme, secret, text) : besideRsa(scheme, secret, text);
}

async function beside(scheme: HmacScheme, secret: string, text: Bytes): Promise<Signatures> {
  const key = decodeSecret(secret, scheme.secret);
  const signed: [string, string][] = [];
  for (const hash of ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']) {
    const name = hash.replace('-', '').toLowerCase();
    if (hash !== scheme.hash) {
      const signature = write(scheme, await hmacOf(hash, key, text));
      signed.push([`HMAC-${hash}`, signature], [`HMAC-${hash}, named in front of it`, `${name}=${signature}`]);
    }
    signed.push([`${hash} without a key`, write(scheme, await digestOf(hash, text))]);
  }
  return Object.fromEntries(signed);
}

async function besideRsa(scheme: RsaSha256Scheme, secret: string, text: Bytes): Promise<Signatures> {
  const pkcs8 = derOf(secret) ?? new Uint8Array();
  const sign = async (name: string, hash: string) => {
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name, hash }, false, ['sign']);
    return write(scheme, new Uint8Array(await crypto.subtle.sign({ name, saltLength: 32 }, key, text)));
  };
  return {
    'RSA with SHA-1': await sign('RSASSA-PKCS1-v1_5', 'SHA-1'),
    'RSA with SHA-512': await sign('RSASSA-PKCS1-v1_5', 'SHA-512'),
    'RSA-PSS with SHA-256': await sign('RSA-PSS', 'SHA-256'),
    'SHA-256 without a key': write(scheme, await digestOf('SHA-256', text)),
    // The public key is no secret: a receiver that takes it for one can be lied to by everybody.
    'HMAC-SHA-256, with the public key for a secret': write(
      scheme,
      await hmacOf('SHA-256', new TextEncoder().encode(await publicKeyOf(pkcs8)), text),
    ),
  };
}

/** A keyed hash of a text. The key may be empty. */
export async function hmacOf(hash: string, key: Bytes, text: Bytes): Promise<Bytes> {
  // WebCrypto takes no empty key; one zero byte is the same key, since keys are filled up with zeros.
  const bytes = key.length === 0 ? new Uint8Array(1) : key;
  const imported = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, text));
}

/** A signature as the scheme writes one. */
export function write(scheme: SignatureScheme, signature: Bytes): string {
  return scheme.output === 'hex' ? toHex(signature) : toBase64(signature);
}

async function digestOf(hash: string, text: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest(hash, text));
}

/** The public key of a private one, in base64. */
async function publicKeyOf(pkcs8: Bytes): Promise<string> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const { kty, n, e } = await crypto.subtle.exportKey(
    'jwk',
    await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, true, ['sign']),
  );
  const key = await crypto.subtle.importKey('jwk', { kty: kty!, n: n!, e: e! }, algorithm, true, ['verify']);
  return toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', key)));
}
