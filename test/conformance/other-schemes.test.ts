import { constants, createHash, createHmac, createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hmacOf, signaturesOfOtherSchemes } from '../../src/conformance/other-schemes.ts';
import { signedBytes } from '../../src/conformance/signed-text.ts';
import { nameOf } from '../../src/define/index.ts';
import { signedAttempt } from '../../src/delivery/index.ts';
import { providers } from '../../src/providers/index.ts';
import { latest as useepay } from '../../src/providers/useepay/index.ts';
import { generateKeys, schemeFunctions } from '../../src/signing/index.ts';
import { acme } from '../support/acme.ts';

const text = new TextEncoder().encode('Zoë');
const secret = 'the-secret-of-acme';

describe('signaturesOfOtherSchemes()', () => {
  test('makes keyed and plain hashes beside the one that is right', async () => {
    const signatures = await signaturesOfOtherSchemes(acme.delivery.signature.value, secret, text);
    const hmac = (hash: string) => createHmac(hash, secret).update(text).digest('hex');
    const plain = (hash: string) => createHash(hash).update(text).digest('hex');
    expect(signatures).toEqual({
      'HMAC-SHA-1': hmac('sha1'),
      'HMAC-SHA-1, named in front of it': `sha1=${hmac('sha1')}`,
      'SHA-1 without a key': plain('sha1'),
      'SHA-256 without a key': plain('sha256'),
      'HMAC-SHA-384': hmac('sha384'),
      'HMAC-SHA-384, named in front of it': `sha384=${hmac('sha384')}`,
      'SHA-384 without a key': plain('sha384'),
      'HMAC-SHA-512': hmac('sha512'),
      'HMAC-SHA-512, named in front of it': `sha512=${hmac('sha512')}`,
      'SHA-512 without a key': plain('sha512'),
    });
  });

  test('makes RSA signatures beside the one that is right, each good by its own algorithm', async () => {
    const { signing, verifying } = await generateKeys(useepay);
    const signatures = await signaturesOfOtherSchemes(useepay.delivery.signature.value, signing, text);
    const key = createPublicKey({ key: Buffer.from(verifying, 'base64'), format: 'der', type: 'spki' });
    const isGood = (hash: string, name: string, padding = constants.RSA_PKCS1_PADDING) =>
      verify(hash, text, { key, padding }, Buffer.from(signatures[name]!, 'base64'));
    expect(isGood('sha1', 'RSA with SHA-1')).toBe(true);
    expect(isGood('sha512', 'RSA with SHA-512')).toBe(true);
    expect(isGood('sha256', 'RSA-PSS with SHA-256', constants.RSA_PKCS1_PSS_PADDING)).toBe(true);
    expect(signatures['HMAC-SHA-256, with the public key for a secret']).toBe(
      createHmac('sha256', verifying).update(text).digest('base64'),
    );
    for (const name of Object.keys(signatures)) expect(isGood('sha256', name), name).toBe(false);
  });
});

describe('hmacOf()', () => {
  test('takes an empty key', async () => {
    const made = await hmacOf('SHA-256', new Uint8Array(), text);
    expect(Buffer.from(made).toString('hex')).toBe(createHmac('sha256', '').update(text).digest('hex'));
  });
});

describe('signedBytes()', () => {
  const versions = [acme, ...providers].map((provider) => ({ provider, version: nameOf(provider) }));
  test.each(versions)('are what the signature of an attempt for $version is over', async ({ provider }) => {
    const { signing, verifying } = await generateKeys(provider);
    const attempt = await signedAttempt(
      provider,
      { id: 'evt_1', name: 'Zoë + 1' },
      { url: 'http://x/', secret: signing },
    );
    const scheme = provider.delivery.signature.value;
    const signature = attempt.headers[scheme.header]!;
    const over = signedBytes(provider, attempt);
    expect(await schemeFunctions(scheme).verify(scheme, verifying, over, signature)).toBe(true);
  });
});
