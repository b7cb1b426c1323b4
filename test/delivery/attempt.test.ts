import { expect, test } from 'vitest';
import { rowsOf } from '../../src/define/index.ts';
import { decodeBody, encodeEvent, signedRequest, verify } from '../../src/delivery/index.ts';
import { fixture } from '../../src/fixture/index.ts';
import { providers } from '../../src/providers/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { v2024_10, v2026_04 } from '../../src/providers/useepay/index.ts';
import { generateKeys } from '../../src/signing/index.ts';

const url = 'http://localhost:3000/webhooks';

test.each(providers)(
  'signedRequest() of $name@$version posts every event with every header filled, and verify() accepts it',
  async (provider) => {
    const keys = await generateKeys(provider);
    for (const [type] of rowsOf(provider)) {
      const request = await signedRequest(provider, fixture(provider, type as never), { url, secret: keys.signing });
      expect(request.method).toBe('POST');
      expect([...request.headers.keys()].toSorted()).toEqual(
        Object.keys(provider.delivery.headers)
          .map((name) => name.toLowerCase())
          .toSorted(),
      );
      for (const value of request.headers.values()) expect(value).not.toMatch(/^$|[{}]/);
      expect(await verify(provider, request, keys.verifying)).toEqual({ valid: true, reasons: [] });
    }
  },
);

test('signedRequest() of Smartpay carries the documented headers', async () => {
  const event = fixture(smartpay, 'order.authorized');
  const secret = 'gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q';
  const request = await signedRequest(smartpay, event, {
    url,
    secret,
    at: new Date(1_700_000_000_123),
    parameters: { endpoint: 'webhookendpoint_test_1' },
  });
  expect(request.headers.get('Smartpay-Signature-Timestamp')).toBe('1700000000123');
  expect(request.headers.get('Smartpay-Event-Id')).toBe(event.id);
  expect(request.headers.get('Smartpay-Subscription-Id')).toBe('webhookendpoint_test_1');
  expect(request.headers.get('Content-Type')).toBe('application/json');
  expect(await request.text()).toBe(JSON.stringify(event));
});

test('signedRequest() of UseePay 2024-10 posts one percent-encoded form field', async () => {
  const { signing } = await generateKeys(v2024_10);
  const event = fixture(v2024_10, 'payment_intent.succeeded');
  const request = await signedRequest(v2024_10, event, {
    url,
    secret: signing,
    parameters: { merchant: '500000000099999' },
  });
  expect(request.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
  expect(request.headers.get('merchant_no')).toBe('500000000099999');
  expect(request.headers.get('api_version')).toBe('2024-10');
  const body = await request.text();
  expect(body).toMatch(
    /^data=%7B%22id%22%3A%22evt_[0-9a-f]{32}%22%2C%22name%22%3A%22payment_intent\.succeeded%22%2C%22data%22%3A%7B/,
  );
  expect(JSON.parse(new URLSearchParams(body).get('data')!)).toEqual(event);
});

test.each(['{json}', '{encoded}', '{body}'])(
  'signedRequest() of UseePay 2024-10 signs %s when told to, and verify() must be told too',
  async (signedText) => {
    const keys = await generateKeys(v2024_10);
    const request = await signedRequest(v2024_10, fixture(v2024_10, 'refund.succeeded'), {
      url,
      secret: keys.signing,
      signedText,
    });
    expect((await verify(v2024_10, request, keys.verifying, { signedText })).valid).toBe(true);
    expect((await verify(v2024_10, request, keys.verifying)).valid).toBe(signedText === '{json}');
  },
);

test('signedRequest() posts a string as it is', async () => {
  const { signing } = await generateKeys(v2026_04);
  const request = await signedRequest(v2026_04, ' {"not": "minified"}\n', { url, secret: signing });
  expect(await request.text()).toBe(' {"not": "minified"}\n');
});

test.each([
  [{ url: 'no url' }, 'BAD_ARGUMENT', 'Cannot make request to "no url"'],
  [{ secret: 'not-base62' }, 'BAD_KEY', 'Cannot read secret: it is not base62'],
  [{ at: Number.NaN }, 'BAD_ARGUMENT', 'Cannot sign at "NaN": it is not a time'],
  [
    { signedText: '{nonsense}' },
    'BAD_ARGUMENT',
    'Cannot fill "{nonsense}": "{nonsense}" is unknown; known are "{body}"',
  ],
])('signedRequest() refuses %o', async (wrong, code, message) => {
  const event = fixture(smartpay, 'token.used');
  const promise = signedRequest(smartpay, event, { url, secret: 'abc', ...wrong });
  await expect(promise).rejects.toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(message) as string }),
  );
});

test.each(['http://shop:hunter22@127.0.0.1/', 'http://shop:hunter22@127.0.0.1:99999/'])(
  'signedRequest() refuses %s, and does not repeat what opens it',
  async (url) => {
    const promise = signedRequest(smartpay, fixture(smartpay, 'token.used'), { url, secret: 'abc' });
    const { code, message } = (await promise.catch((error: unknown) => error)) as { code: string; message: string };
    expect([code, message]).toEqual([
      'BAD_ARGUMENT',
      expect.stringContaining('Cannot make request to "http://127.0.0.1'),
    ]);
    expect(message).not.toContain('hunter22');
  },
);

test('encodeEvent() and decodeBody() are inverse for texts of every kind', () => {
  for (const { delivery } of providers) {
    for (const text of ['{}', '{"a":"港区 & = + % 😀"}', '', 'not json', '{"a":"\ud800"}']) {
      const encoded = encodeEvent(delivery, text);
      expect(decodeBody(delivery, encoded.body)?.json).toBe(new TextDecoder().decode(new TextEncoder().encode(text)));
    }
  }
  expect(decodeBody(v2024_10.delivery, new TextEncoder().encode('date=%7B%7D'))).toBeUndefined();
  expect(decodeBody(v2024_10.delivery, new TextEncoder().encode('data=%7'))).toBeUndefined();
});
