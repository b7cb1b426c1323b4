import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { HmacScheme } from '../../src/define/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { hmac } from '../../src/signing/hmac.ts';
import { decodeSecret, toHex } from '../../src/signing/secret.ts';

const scheme = smartpay.delivery.signature.value as HmacScheme;
const bytes = (text: string) => new TextEncoder().encode(text);

/** The vectors that Smartpay's SDKs carry (V0, V0b), and three made with the official Node SDK 0.9.1. */
const vectors = [
  {
    name: 'V0',
    secret: 'gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q',
    text: '1653028612220.{"id":"evt_test_dwPfFKu5iSEKyHR2LFj9Lx","object":"event","createdAt":1653028523052,"test":true,"eventData":{"type":"payment.created","version":"2022-02-18","data":{"id":"payment_test_35LxgmF5KM22XKG38BjpJg","object":"payment","test":true,"createdAt":1653028523020,"updatedAt":1653028523020,"amount":200,"currency":"JPY","order":"order_test_RiYq2rthzRHrkKVGeucSwn","reference":"order_ref_1234567","status":"processed","metadata":{}}}}',
    signature: '68007ada8485ea0ceca7c5e879ae860a50412b7af95ab8e81b32a3e13f3c0832',
  },
  {
    name: 'V0b',
    secret: 'MOCKSECRETKEY',
    text: 'test data',
    signature: 'ae82b27dd6dafd0dbfc65faff07160833776cf60915782ef991557e51e4d1782',
  },
  {
    name: 'V1',
    secret: 'gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q',
    text: '1664522079584.{"id":"evt_test_yETRfprzCxFsSJaJZPIENt","object":"event"}',
    signature: '57d9205e62a3ec389dea62d1d27a9eeccf1cb023a00588f1eac1b6c886f1c0b5',
  },
  {
    name: 'V2, not ASCII',
    secret: 'MgUfJaMacS7r5JxGxdqFiZ1hpGY9a5lZcVQZDo6s',
    text: '1700000000000.{"city":"港区","n":1}',
    signature: 'c05e44b6f1db9ecff826cf8a0775e908d07691fcb72fe2a40729670dbc2bdfb2',
  },
  {
    name: 'V3, a secret with two leading zero digits',
    secret: 'AAbcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q',
    text: '1700000000000.{"a":1}',
    signature: '2ae9ac1d227c0d7766299a2eb92a141dc56bb142889967c1ea4b7df33a45cfb9',
  },
];

describe.each(vectors)('hmac with $name', ({ secret, text, signature }) => {
  test('sign() makes the vector', async () => {
    expect(await hmac.sign(scheme, secret, bytes(text))).toBe(signature);
  });
  test('verify() accepts the vector and nothing one character away', async () => {
    expect(await hmac.verify(scheme, secret, bytes(text), signature)).toBe(true);
    expect(await hmac.verify(scheme, secret, bytes(`${text} `), signature)).toBe(false);
    expect(await hmac.verify(scheme, `${secret}A`, bytes(text), signature)).toBe(false);
    expect(
      await hmac.verify(
        scheme,
        secret,
        bytes(text),
        signature.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      ),
    ).toBe(false);
  });
});

test('decodeSecret() reads Smartpay base62 as the SDKs do', () => {
  const key = (secret: string) => toHex(decodeSecret(secret, scheme.secret));
  expect(key('gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q')).toBe(
    '260d2907ea2fcd7a83ca52e8c1c98a012423eaddde8a8cf03fb3163d6d92',
  );
  expect(key('AAbcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q')).toBe(
    '0000021ef4c3712f0aaefebdac0a55b0976e414e085a4821cfa333163d6d92',
  );
  expect(key('AB')).toBe('0001');
  expect(key('A')).toBe('00');
});

test.each([
  ['base64', 'c2VjcmV0', 'secret'],
  ['hex', '736563726574', 'secret'],
  ['raw', 'secret', 'secret'],
] as const)('decodeSecret() reads %s', (kind, secret, plain) => {
  expect(new TextDecoder().decode(decodeSecret(secret, { kind }))).toBe(plain);
});

test.each([
  [scheme.secret, 'not-base62', 'Cannot read secret: it is not base62'],
  [scheme.secret, '', 'Cannot read secret: it is empty'],
  [{ kind: 'hex' }, 'abc', 'Cannot read secret: it is not hex'],
  [{ kind: 'base64' }, 'a', 'Cannot read secret: it is not base64'],
] as const)('decodeSecret() refuses %o with %j and does not show it', (encoding, secret, message) => {
  expect(() => decodeSecret(secret, encoding)).toThrow(expect.objectContaining({ code: 'BAD_KEY', message }));
});

test.each(['', 'zz', '68007ada', 'A'.repeat(64), `${'0'.repeat(64)},${'0'.repeat(64)}`])(
  'isWellFormed() refuses %j',
  (signature) => {
    expect(hmac.isWellFormed(scheme, signature)).toBe(false);
  },
);

test.each(['SHA-256', 'SHA-384', 'SHA-512'] as const)(
  'sign() and verify() agree with node:crypto on %s in base64',
  async (hash) => {
    const other: HmacScheme = { ...scheme, hash, output: 'base64', secret: { kind: 'raw' } };
    const expected = createHmac(hash.replace('-', ''), 'k').update('text').digest('base64');
    expect(await hmac.sign(other, 'k', bytes('text'))).toBe(expected);
    expect(await hmac.verify(other, 'k', bytes('text'), expected)).toBe(true);
  },
);

test.each([scheme.secret, { kind: 'base64' }, { kind: 'hex' }, { kind: 'raw' }] as const)(
  'generateKeys() makes a secret of %o that signs, another each time',
  async (secret) => {
    const mine: HmacScheme = { ...scheme, secret };
    const keys = await hmac.generateKeys(mine);
    expect(keys.signing).toBe(keys.verifying);
    expect(keys.signing).not.toBe((await hmac.generateKeys(mine)).signing);
    expect(await hmac.verify(mine, keys.verifying, bytes('x'), await hmac.sign(mine, keys.signing, bytes('x')))).toBe(
      true,
    );
  },
);
