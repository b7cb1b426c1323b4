import { expect } from 'vitest';
import { publicKeys, secrets, send } from '../receivers.ts';
import type { Message } from '../sender.ts';
import { smartpay, useepay, useepayForm, withHeaders } from '../sender.ts';
import type { Behaviour, Client } from './client.ts';
import { authorized, succeeded, three } from './client.ts';

/** The endpoint and the merchant of a receiver that knows them. */
export const own = { endpoint: 'webhookendpoint_live_own', merchant: '500000000000001' };

/** Signed when it is sent, since a signature grows old. */
const order = () => smartpay(authorized);
const payment = useepay(succeeded);
const base64 = payment.headers['sign']!;
const form = useepayForm(succeeded);

function refused(): Readonly<Record<string, Message>> {
  const good = order();
  const hex = good.headers['Smartpay-Signature']!;
  const signed = (signature: string | undefined) => withHeaders(good, { 'Smartpay-Signature': signature });
  return {
    'smartpay without a signature': signed(undefined),
    'smartpay with an empty signature': signed(''),
    'smartpay with garbage': signed('zzz'),
    'smartpay with a truncated signature': signed(hex.slice(2)),
    'smartpay with a signature twice over': signed(hex + hex),
    'smartpay with a prefixed signature': signed(`sha256=${hex}`),
    'smartpay with a signature and one more': signed(`${hex}, ${hex}`),
    'smartpay with a long signature': signed('a'.repeat(8000)),
    'smartpay signed with another secret': smartpay(authorized, Date.now(), Buffer.from('00', 'hex')),
    'smartpay without a timestamp': withHeaders(good, { 'Smartpay-Signature-Timestamp': undefined }),
    'smartpay with a timestamp that is no number': smartpay(authorized, 'now'),
    'smartpay signed six minutes ago': smartpay(authorized, Date.now() - 360_000),
    'smartpay signed in six minutes': smartpay(authorized, Date.now() + 360_000),
    'smartpay with another amount': { ...good, body: good.body.replace('1500', '1501') },
    'smartpay with a line more': { ...good, body: `${good.body}\n` },
    'smartpay spaced after it was signed': { ...good, body: JSON.stringify(authorized, null, 1) },
    'useepay without a signature': withHeaders(payment, { sign: undefined }),
    'useepay with an empty signature': withHeaders(payment, { sign: '' }),
    'useepay with garbage': withHeaders(payment, { sign: '!' }),
    'useepay with a truncated signature': withHeaders(payment, { sign: base64.slice(4) }),
    'useepay with a signature twice over': withHeaders(payment, { sign: base64 + base64 }),
    'useepay with an untidy signature': withHeaders(payment, { sign: base64.replaceAll('=', '') }),
    'useepay with another amount': { ...payment, body: payment.body.replace('10.5', '10.6') },
    'useepay form with another amount': { ...form, body: form.body.replace('10.5', '10.6') },
    'useepay form with two fields': { ...form, body: `${form.body}&${form.body}` },
    'useepay form without its field': { ...form, body: form.body.replace('data', 'date') },
    'useepay form that cannot be decoded': { ...form, body: 'data=%' },
    'useepay form that is no Unicode': { ...form, body: 'data=%ff' },
  };
}

async function expectRefused(client: Client, message: Message, name: string): Promise<string> {
  const { status, text } = await client.post(message);
  expect([name, status]).toEqual([name, 401]);
  return text;
}

/** What receivers owe to the question of who is speaking. */
export const authenticity: Readonly<Record<string, Behaviour>> = {
  async 'acknowledges with exactly 200 and nothing more'(client) {
    for (const message of three()) {
      const { status, text } = await client.post(message);
      expect([status, text]).toEqual([200, '']);
    }
  },

  async 'refuses with 401, and without effect, what the provider did not sign'(client) {
    const before = await client.effects();
    for (const [name, message] of Object.entries(refused())) await expectRefused(client, message, name);
    expect(await client.effects()).toEqual(before);
  },

  async 'refuses a signature that is sent in two headers'(client) {
    const { path, headers, body } = order();
    const hex = headers['Smartpay-Signature']!;
    const twice = { ...headers, 'Smartpay-Signature': [hex, hex] };
    expect((await send(client.receiver.origin + path, 'POST', twice, body)).status).toBe(401);
  },

  async 'verifies before it parses: an unsigned body gets one answer, whatever is in it'(client) {
    for (const message of [order(), payment]) {
      const unsigned = withHeaders(message, { 'Smartpay-Signature': undefined, sign: undefined });
      const answers = new Set<string>();
      for (const body of [message.body, '{', '', '\u0000', '[]'])
        answers.add(await expectRefused(client, { ...unsigned, body }, body));
      expect(answers.size).toBe(1);
    }
  },

  async 'verifies the bytes, however the JSON is spelt'(client) {
    const spelt = (event: object) => [
      JSON.stringify(event, null, 2),
      `${JSON.stringify(event)}\n`,
      JSON.stringify(event).replace('shop', String.raw`\u0073hop`),
    ];
    const messages = [...spelt(authorized).map((body) => smartpay(body)), ...spelt(succeeded).map(useepay)];
    expect(await client.statuses(...messages)).toEqual(messages.map(() => 200));
    const { orders, payments } = await client.effects();
    expect([orders[0]?.reference, payments[0]?.reference]).toEqual(['shop-1', 'shop-2']);
  },

  async 'takes header names in any spelling'(client) {
    for (const { path, headers, body } of three())
      for (const spelt of [(name: string) => name.toLowerCase(), (name: string) => name.toUpperCase()]) {
        const respelt = Object.fromEntries(Object.entries(headers).map(([name, value]) => [spelt(name), value]));
        expect((await send(client.receiver.origin + path, 'POST', respelt, body)).status).toBe(200);
      }
  },

  async 'takes a delivery that is days old, freshly signed, and one that is signed four minutes off'(client) {
    const late = { ...authorized, createdAt: Date.now() - 3 * 86_400_000 };
    const off = [-240_000, 240_000].map((by) => smartpay(authorized, Date.now() + by));
    expect(await client.statuses(smartpay(late), ...off)).toEqual([200, 200, 200]);
  },

  async 'says nothing secret, and nothing of the payload, when it refuses'(client) {
    const marker = 'do-not-repeat-me';
    const bodies = [
      ...Object.values(refused()),
      smartpay(`{"${marker}`),
      useepay(`["${marker}"]`),
      { ...order(), path: `/${marker}` },
      withHeaders(order(), { 'Content-Type': `text/${marker}` }),
    ];
    for (const message of bodies) {
      const { status, headers, text } = await client.post(message);
      expect(status).toBeGreaterThanOrEqual(400);
      const said = JSON.stringify(headers) + text;
      for (const secret of [...secrets, ...publicKeys, marker, '1500', base64, 'node_modules', '.ts:', '.py'])
        expect(said).not.toContain(secret);
    }
  },
};

/** What a receiver that knows its own endpoint and merchant owes to deliveries for others. */
export const addressees: Behaviour = async (client) => {
  const foreign = useepay({ ...succeeded, data: { ...succeeded.data, merchant_no: '500000000000002' } });
  const others = [
    withHeaders(order(), { 'Smartpay-Subscription-Id': 'webhookendpoint_live_other' }),
    withHeaders(order(), { 'Smartpay-Subscription-Id': undefined }),
    withHeaders(payment, { merchant_no: '500000000000002' }),
    foreign,
  ];
  const before = await client.effects();
  expect(await client.statuses(...others)).toEqual([403, 403, 403, 403]);
  expect(await client.effects()).toEqual(before);
  expect(await client.statuses(withHeaders(order(), { 'Smartpay-Subscription-Id': own.endpoint }), payment)).toEqual([
    200, 200,
  ]);
};
