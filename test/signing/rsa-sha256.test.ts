import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign as opensslSign,
  verify as opensslVerify,
} from 'node:crypto';
import { expect, test } from 'vitest';
import type { RsaSha256Scheme } from '../../src/define/index.ts';
import { rsaSha256 } from '../../src/signing/rsa-sha256.ts';

const scheme: RsaSha256Scheme = { kind: 'rsa-sha256', signedText: '{body}', output: 'base64', header: 'sign' };
const text = new TextEncoder().encode('{"name":"张三"}');
const keys = await rsaSha256.generateKeys(scheme);
const privateKey = createPrivateKey({ key: Buffer.from(keys.signing, 'base64'), format: 'der', type: 'pkcs8' });
const publicKey = createPublicKey({ key: Buffer.from(keys.verifying, 'base64'), format: 'der', type: 'spki' });

test('sign() makes what OpenSSL verifies and makes itself', async () => {
  const signature = await rsaSha256.sign(scheme, keys.signing, text);
  expect(opensslVerify('RSA-SHA256', text, publicKey, Buffer.from(signature, 'base64'))).toBe(true);
  expect(signature).toBe(opensslSign('RSA-SHA256', text, privateKey).toString('base64'));
});

test('verify() accepts what OpenSSL signs, and nothing else', async () => {
  const signature = opensslSign('RSA-SHA256', text, privateKey).toString('base64');
  expect(await rsaSha256.verify(scheme, keys.verifying, text, signature)).toBe(true);
  expect(await rsaSha256.verify(scheme, keys.verifying, text.slice(1), signature)).toBe(false);
  const other = await rsaSha256.generateKeys(scheme);
  expect(await rsaSha256.verify(scheme, other.verifying, text, signature)).toBe(false);
  expect(await rsaSha256.verify(scheme, keys.verifying, text, 'not base64!')).toBe(false);
});

test.each([1024, 3072])('sign() and verify() read PEM keys of %i bits', async (modulusLength) => {
  const pem = generateKeyPairSync('rsa', {
    modulusLength,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const signature = await rsaSha256.sign(scheme, pem.privateKey, text);
  expect(await rsaSha256.verify(scheme, pem.publicKey, text, signature)).toBe(true);
});

test('sign() refuses what is no private key, and says what is wanted without showing it', async () => {
  const message = 'Cannot read RSA key to sign with: it is not an RSA PRIVATE KEY in PEM (PKCS #8) or its base64';
  for (const key of ['', 'nonsense', keys.verifying]) {
    await expect(rsaSha256.sign(scheme, key, text)).rejects.toThrow(
      expect.objectContaining({ code: 'BAD_KEY', message }),
    );
  }
  await expect(rsaSha256.verify(scheme, keys.signing, text, 'AAAA')).rejects.toThrow(
    'Cannot read RSA key to verify with',
  );
});
