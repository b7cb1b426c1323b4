import { describe, expect, test } from 'vitest';
import { signedRequest, verify, type VerifyOptions } from '../../src/delivery/index.ts';
import { fixture } from '../../src/fixture/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { v2024_10, v2026_04 } from '../../src/providers/useepay/index.ts';
import { generateKeys } from '../../src/signing/index.ts';

const secret = 'gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q';
const at = 1_700_000_000_000;
const good = () =>
  signedRequest(smartpay, fixture(smartpay, 'order.authorized'), { url: 'http://localhost/', secret, at });

/** The codes of the reasons against the good request after `change`. */
async function reasons(
  change: (request: Request) => Request | Promise<Request>,
  options?: VerifyOptions,
): Promise<string[]> {
  const verdict = await verify(smartpay, await change(await good()), secret, options);
  expect(verdict.valid).toBe(verdict.reasons.length === 0);
  return verdict.reasons.map(({ code }) => code);
}
const withHeader = (name: string, value: string | undefined) => (request: Request) => {
  const headers = new Headers(request.headers);
  if (value === undefined) headers.delete(name);
  else headers.set(name, value);
  return new Request(request, { headers });
};

describe('verify()', () => {
  test('accepts the good request and leaves it unread', async () => {
    const request = await good();
    expect((await verify(smartpay, request, secret)).valid).toBe(true);
    expect(request.bodyUsed).toBe(false);
  });
  test.each([
    ['a missing signature', withHeader('Smartpay-Signature', undefined), ['signature-missing']],
    ['an empty signature', withHeader('Smartpay-Signature', ''), ['signature-missing']],
    ['garbage', withHeader('Smartpay-Signature', 'garbage'), ['signature-malformed']],
    [
      'a signature in upper case',
      (request: Request) =>
        withHeader('Smartpay-Signature', request.headers.get('Smartpay-Signature')!.toUpperCase())(request),
      ['signature-malformed'],
    ],
    ['a signature of something else', withHeader('Smartpay-Signature', '0'.repeat(64)), ['signature-wrong']],
    ['another time', withHeader('Smartpay-Signature-Timestamp', '1700000000001'), ['signature-wrong']],
    ['a missing time', withHeader('Smartpay-Signature-Timestamp', undefined), ['timestamp-missing', 'signature-wrong']],
    [
      'a time that is none',
      withHeader('Smartpay-Signature-Timestamp', 'yesterday'),
      ['timestamp-malformed', 'signature-wrong'],
    ],
    ['another content type', withHeader('Content-Type', 'text/plain'), ['wrong-content-type']],
    ['a charset beside the content type', withHeader('Content-Type', 'application/json; charset=utf-8'), []],
    ['another method', (request: Request) => new Request(request, { method: 'PUT' }), ['wrong-method']],
    [
      'a changed body',
      async (request: Request) => new Request(request, { body: (await request.text()).replace('4980', '4981') }),
      ['signature-wrong'],
    ],
  ])('judges %s', async (_, change, codes) => {
    expect(await reasons(change)).toEqual(codes);
  });
  test('judges the age of a delivery only when given a tolerance', async () => {
    expect(await reasons((request) => request)).toEqual([]);
    expect(await reasons((request) => request, { tolerance: 300, now: at + 299_000 })).toEqual([]);
    expect(await reasons((request) => request, { tolerance: 300, now: at + 301_000 })).toEqual([
      'timestamp-out-of-tolerance',
    ]);
    expect(await reasons((request) => request, { tolerance: 300, now: new Date(at - 301_000) })).toEqual([
      'timestamp-out-of-tolerance',
    ]);
  });
  test('says each reason in words, without the secret', async () => {
    const verdict = await verify(smartpay, withHeader('Smartpay-Signature', undefined)(await good()), secret);
    expect(verdict.reasons).toEqual([
      { code: 'signature-missing', message: 'Cannot verify smartpay delivery: header "Smartpay-Signature" is missing' },
    ]);
  });
  test('throws for a key that cannot verify, whatever the delivery', async () => {
    for (const change of [(request: Request) => request, withHeader('Smartpay-Signature', undefined)])
      await expect(verify(smartpay, change(await good()), 'not-base62')).rejects.toThrow(
        expect.objectContaining({ code: 'BAD_KEY' }),
      );
  });
  test('refuses a body of more than ten megabytes, and reads no more of it', async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const { headers } = await good();
    const request = new Request('http://localhost/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    const verdict = await verify(smartpay, request, secret);
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['body-too-large']);
    expect(pulled).toBeLessThan(20);
  });
  test('throws for a body that has been read', async () => {
    const request = await good();
    await request.text();
    await expect(verify(smartpay, request, secret)).rejects.toThrow(
      expect.objectContaining({
        code: 'BAD_ARGUMENT',
        message: 'Cannot verify delivery: its body has been read; verify before reading it',
      }),
    );
  });
  test('judges UseePay bodies by their encoding', async () => {
    const keys = await generateKeys(v2026_04);
    const json = await signedRequest(v2026_04, fixture(v2026_04, 'invoice.paid'), {
      url: 'http://localhost/',
      secret: keys.signing,
    });
    expect((await verify(v2026_04, json, keys.verifying)).valid).toBe(true);
    const verdict = await verify(v2024_10, json, keys.verifying);
    expect(verdict.reasons.map(({ code }) => code)).toEqual([
      'wrong-content-type',
      'body-not-decodable',
      'signature-wrong',
    ]);
  });
});
