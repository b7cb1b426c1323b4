import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ShopConfig } from '../../examples/shop/server.ts';
import { createShop } from '../../examples/shop/server.ts';
import type { Message } from './sender.ts';
import * as sender from './sender.ts';
import { rsa, smartpay, smartpayEvent, useepay, useepayForm, withHeaders } from './sender.ts';

const open = (config: ShopConfig = {}) => sender.open(createShop, config);

const order = {
  id: 'order_live_1',
  object: 'order',
  amount: 1500,
  currency: 'JPY',
  reference: '注文 🍣',
  metadata: {},
};
const authorized = smartpayEvent('evt_1', 'order.authorized', { ...order, status: 'succeeded', updatedAt: 2000 });
const intent = {
  id: 'pi_1',
  amount: 10.5,
  currency: 'USD',
  merchant_order_id: 'o1',
  created_at: '2024-01-27T10:30:00Z',
};
const succeeded = { id: 'evt_1', name: 'payment_intent.succeeded', data: { ...intent, status: 'succeeded' } };

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

describe('authenticity', () => {
  test('smartpay: the official vector is accepted at its own time', async () => {
    const body =
      '{"id":"evt_test_dwPfFKu5iSEKyHR2LFj9Lx","object":"event","createdAt":1653028523052,"test":true,"eventData":{"type":"payment.created","version":"2022-02-18","data":{"id":"payment_test_35LxgmF5KM22XKG38BjpJg","object":"payment","test":true,"createdAt":1653028523020,"updatedAt":1653028523020,"amount":200,"currency":"JPY","order":"order_test_RiYq2rthzRHrkKVGeucSwn","reference":"order_ref_1234567","status":"processed","metadata":{}}}}';
    const signature = '68007ada8485ea0ceca7c5e879ae860a50412b7af95ab8e81b32a3e13f3c0832';
    const message = withHeaders(smartpay(body, 1653028612220), { 'Smartpay-Signature': signature });
    const shop = await open({ smartpay: { secret: sender.secret, now: () => 1653028612220 } });
    expect(await shop.send(message)).toEqual([200]);
    expect(shop.effects().payments).toMatchObject([{ mode: 'test', status: 'processed', amount: 200 }]);
  });

  test('smartpay: each leading "A" of the secret is a zero byte', async () => {
    const shop = await open({ smartpay: { secret: 'AAbcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q' } });
    const key = Buffer.from('0000021ef4c3712f0aaefebdac0a55b0976e414e085a4821cfa333163d6d92', 'hex');
    expect(await shop.send(smartpay(authorized, Date.now(), key))).toEqual([200]);
  });

  const good = smartpay(authorized);
  const hex = good.headers['Smartpay-Signature']!;
  const refusedBySmartpay: Record<string, Message> = {
    'no signature': withHeaders(good, { 'Smartpay-Signature': undefined }),
    'an empty signature': withHeaders(good, { 'Smartpay-Signature': '' }),
    'a truncated signature': withHeaders(good, { 'Smartpay-Signature': hex.slice(2) }),
    'a doubled signature': withHeaders(good, { 'Smartpay-Signature': hex + hex }),
    'a prefixed signature': withHeaders(good, { 'Smartpay-Signature': `sha256=${hex}` }),
    'another key': smartpay(authorized, Date.now(), Buffer.from('00', 'hex')),
    'no timestamp': withHeaders(good, { 'Smartpay-Signature-Timestamp': undefined }),
    'a timestamp that is not a number': smartpay(authorized, 'now'),
    'an old timestamp': smartpay(authorized, Date.now() - 301_000),
    'a future timestamp': smartpay(authorized, Date.now() + 310_000),
    'a tampered body': { ...good, body: good.body.replace('1500', '1501') },
    'the same JSON in other bytes': { ...good, body: `${good.body}\n` },
    'an unsigned malformed body': withHeaders({ ...good, body: '{' }, { 'Smartpay-Signature': undefined }),
  };
  test.each(Object.entries(refusedBySmartpay))('smartpay: %s is refused with 401', async (_, message) => {
    const shop = await open();
    expect(await shop.send(message)).toEqual([401]);
    expect(shop.effects().orders).toEqual([]);
  });

  const paid = useepay(succeeded);
  const base64 = paid.headers['sign']!;
  const form = useepayForm(succeeded);
  const refusedByUseepay: Record<string, Message> = {
    'no signature': withHeaders(paid, { sign: undefined }),
    'an empty signature': withHeaders(paid, { sign: '' }),
    garbage: withHeaders(paid, { sign: '!' }),
    'a doubled signature': withHeaders(paid, { sign: base64 + base64 }),
    'another key': withHeaders(paid, {
      sign: rsa(paid.body, generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey),
    }),
    'a tampered body': { ...paid, body: paid.body.replace('10.5', '10.6') },
    'a form signed in another way': useepayForm(succeeded, 'encoded'),
    'a form without data': { ...form, body: 'date=%7B%7D' },
    'a form with two data fields': { ...form, body: `${form.body}&data=%7B%7D` },
    'a form that cannot be decoded': { ...form, body: 'data=%' },
  };
  test.each(Object.entries(refusedByUseepay))('useepay: %s is refused with 401', async (_, message) => {
    const shop = await open();
    expect(await shop.send(message)).toEqual([401]);
    expect(shop.effects().payments).toEqual([]);
  });

  test('re-spaced JSON with its own signature is accepted', async () => {
    const shop = await open();
    const spaced = [smartpay(JSON.stringify(authorized, null, 2)), useepay(`${JSON.stringify(succeeded, null, 2)}\n`)];
    expect(await shop.send(...spaced)).toEqual([200, 200]);
  });

  test('either key is accepted while both are configured, and PEM is a spelling of a key', async () => {
    const pem = sender.useepayKeys.publicKey.export({ format: 'pem', type: 'spki' }) as string; // pem is always text
    const other = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const publicKey = [other.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'), pem];
    const shop = await open({ smartpay: { secret: ['B', sender.secret] }, useepay: { publicKey } });
    const second = useepay({ ...succeeded, id: 'evt_2' });
    const rotated = withHeaders(second, { sign: rsa(second.body, other.privateKey) });
    expect(await shop.send(smartpay(authorized), useepay(succeeded), rotated)).toEqual([200, 200, 200]);
  });

  test('a provider that is not configured is refused, and an unusable key is an error at the start', async () => {
    const shop = createShop({});
    await new Promise<void>((resolve) => shop.server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => shop.close());
    const { port } = shop.server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/webhooks/smartpay`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(503);
    expect(() => createShop({ smartpay: { secret: '' } })).toThrow(TypeError);
    expect(() => createShop({ smartpay: { secret: [] } })).toThrow(TypeError);
    expect(() => createShop({ useepay: { publicKey: 'x' } })).toThrow(TypeError);
  });

  test('a delivery for another endpoint or another merchant has no effect', async () => {
    const shop = await open({
      smartpay: { secret: sender.secret, subscriptionId: 'webhookendpoint_live_1' },
      useepay: { publicKey: sender.publicKey, merchantNo: '500000000000001' },
    });
    const mine = withHeaders(smartpay(authorized), { 'Smartpay-Subscription-Id': 'webhookendpoint_live_1' });
    const foreign = { ...succeeded, data: { ...succeeded.data, merchant_no: '500000000000002' } };
    expect(await shop.send(smartpay(authorized), useepay(foreign))).toEqual([403, 403]);
    expect(shop.effects()).toMatchObject({ orders: [], payments: [] });
    expect(await shop.send(mine, useepay(succeeded))).toEqual([200, 200]);
  });
});

describe('HTTP', () => {
  test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is answered 405 with Allow', async (method) => {
    const shop = await open();
    for (const path of ['/webhooks/smartpay', '/webhooks/useepay']) {
      const response = await fetch(shop.origin + path, { method });
      expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST']);
    }
  });

  test('another path is answered 404; a query and a trailing slash are no other path', async () => {
    const shop = await open();
    const message = smartpay(authorized);
    const paths = ['/', '/webhooks', '/webhooks/smartpay/?a=b'];
    expect(await shop.send(...paths.map((path) => ({ ...message, path })))).toEqual([404, 404, 200]);
  });

  test('another content type is answered 415; a charset is no other content type', async () => {
    const shop = await open();
    const types = ['text/plain', 'application/jsonp', 'Application/JSON; charset=UTF-8'];
    const messages = [smartpay(authorized), useepay(succeeded)];
    for (const message of messages) {
      const sent = types.map((type) => withHeaders(message, { 'Content-Type': type }));
      expect(await shop.send(...sent)).toEqual([415, 415, 200]);
    }
    expect(await shop.send(withHeaders(smartpay(authorized), useepayForm({}).headers))).toEqual([415]);
  });

  test('1 MiB is accepted and one byte more is answered 413', async () => {
    const shop = await open();
    const json = JSON.stringify(authorized);
    const sized = (bytes: number) => smartpay(json + ' '.repeat(bytes - Buffer.byteLength(json)));
    expect(await shop.send(sized(1024 * 1024), sized(1024 * 1024 + 1))).toEqual([200, 413]);
  });

  test('an endless chunked body is answered 413 while it is still being sent, and hanging up then is harmless', async () => {
    const shop = await open();
    const status = await new Promise((resolve, reject) => {
      const upload = request(`${shop.origin}/webhooks/useepay`, { method: 'POST' }, (response) => {
        clearInterval(timer);
        resolve(response.statusCode);
        upload.destroy();
      });
      upload.on('error', reject);
      const timer = setInterval(() => upload.write(Buffer.alloc(256 * 1024)), 1);
    });
    expect(status).toBe(413);
    expect(await shop.send(useepay(succeeded))).toEqual([200]);
  });

  test('a sender that hangs up midway is harmless', async () => {
    const lines: string[] = [];
    const shop = await open({ log: (line) => lines.push(line) });
    await new Promise<void>((resolve) => {
      const socket = connect((shop.server.address() as AddressInfo).port, '127.0.0.1', () => {
        socket.write('POST /webhooks/useepay HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{');
        setTimeout(() => socket.destroy(), 20);
      });
      socket.on('close', () => setTimeout(resolve, 20));
    });
    expect([await shop.send(useepay(succeeded)), lines]).toEqual([[200], []]);
  });

  test.each(['{', '', '[]', 'null', '{}', '{"id":1}', '\u0000'])('authenticated %j is answered 400', async (body) => {
    const shop = await open();
    expect(await shop.send(smartpay(body), useepay(body))).toEqual([400, 400]);
  });

  test('a refusal says nothing about the payload', async () => {
    const shop = await open();
    const { path, headers, body } = useepay('{"card":4242');
    const response = await fetch(shop.origin + path, { method: 'POST', headers, body });
    expect(await response.text()).toBe('{"error":"the body is not JSON"}');
  });
});

describe('payloads', () => {
  test('unknown events are acknowledged and have no effect', async () => {
    const shop = await open();
    const before = shop.effects();
    const types = [
      'order.teleported',
      'payout.paid',
      'constructor',
      '__proto__',
      'toString.x',
      'refund',
      'refund.failed.x',
    ];
    for (const type of types) {
      const messages = [
        smartpay(smartpayEvent('evt_9', type, order)),
        useepay({ id: 'evt_9', name: type, data: intent }),
      ];
      expect(await shop.send(...messages)).toEqual([200, 200]);
    }
    expect(await shop.send(useepay({ id: 'evt_9', name: 'refund.constructor', data: intent }))).toEqual([200]);
    expect(shop.effects()).toEqual(before);
  });

  test('an unknown status does not crash and displaces no known one', async () => {
    const shop = await open();
    const odd = { ...order, status: 'constructor', updatedAt: 9000, extra: { deep: [] } };
    expect(await shop.send(smartpay(authorized), smartpay(smartpayEvent('evt_2', 'order.authorized', odd)))).toEqual([
      200, 200,
    ]);
    expect(shop.effects().orders).toMatchObject([{ status: 'succeeded' }]);
  });

  test('strange text is kept and hostile keys are harmless', async () => {
    const shop = await open();
    const reference = 'é \u202e \u0000 "\' ; drop table events; 👩‍👩‍👧 \ud800';
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const body = JSON.stringify(
      smartpayEvent('evt_1', 'order.authorized', { ...order, reference, status: 'succeeded' }),
    ).replace('"metadata":{}', `"__proto__":{"polluted":1},"constructor":{"prototype":1},"metadata":${deep}`);
    expect(await shop.send(smartpay(body))).toEqual([200]);
    expect(shop.effects().orders).toMatchObject([{ reference, status: 'succeeded' }]);
    expect({}).not.toHaveProperty('polluted');
  });

  test.each([0, 0.1, 10.5, 2 ** 31, Number.MAX_SAFE_INTEGER])('the amount %d is kept as it came', async (amount) => {
    const shop = await open();
    const event = { ...succeeded, data: { ...succeeded.data, amount } };
    expect(await shop.send(useepay(event))).toEqual([200]);
    expect(shop.effects().payments[0]!.amount).toBe(amount);
  });

  test('useepay: both shapes of a payment lead to the same state', async () => {
    const shop = await open();
    const wire = {
      id: '1012506201612797898',
      amount: 50,
      currency: 'USD',
      customer: { id: 'cus_1' },
      next_action: null,
    };
    const times = { create_at: '2025-08-20T08:08:54Z', modify_at: '2025-08-20T08:09:43Z', last_payment_error: {} };
    const second = { id: 'evt_2', name: 'payment_intent.succeeded', data: { ...wire, ...times, status: 'succeeded' } };
    expect(await shop.send(useepay(succeeded), useepay(second))).toEqual([200, 200]);
    expect(shop.effects().payments).toEqual([
      {
        provider: 'useepay',
        mode: 'live',
        id: '1012506201612797898',
        status: 'succeeded',
        amount: 50,
        currency: 'USD',
        customer: 'cus_1',
      },
      {
        provider: 'useepay',
        mode: 'live',
        id: 'pi_1',
        status: 'succeeded',
        amount: 10.5,
        currency: 'USD',
        reference: 'o1',
      },
    ]);
  });

  test.each(['dispute.created', 'dispute.create', 'dispute.cteate'])(
    'useepay: %s is read in the printed envelope',
    async (name) => {
      const shop = await open();
      const date = {
        id: '202603311146012302',
        status: 'need_reponse',
        create_at: '2026-03-31T03: 31: 49Z',
        amount: 11,
      };
      expect(await shop.send(useepay({ eventId: 'evt_1', name, date }))).toEqual([200]);
      expect(shop.effects().disputes).toMatchObject([{ id: '202603311146012302', status: 'need_reponse', amount: 11 }]);
      const closed = { id: 'evt_2', name: 'dispute.closed', data: { ...date, status: 'won' } };
      const late = { eventId: 'evt_3', name, date: { ...date, modify_at: '2027-01-01T00:00:00Z' } };
      expect(await shop.send(useepay(closed), useepay(late))).toEqual([200, 200]);
      expect(shop.effects().disputes).toMatchObject([{ status: 'won' }]);
    },
  );

  test.each(['cancelled', 'canceled'])(
    'useepay: "%s" is one status, and "invoice.open" is "invoice.sent"',
    async (spelling) => {
      const shop = await open();
      const canceled = { id: 'evt_1', name: `subscription.${spelling}`, data: { id: 'sub_1', status: spelling } };
      const invoice = { id: 'evt_2', name: 'invoice.open', data: { id: 'inv_1', status: 'open', total_amount: 99 } };
      expect(await shop.send(useepay(canceled), useepay(invoice))).toEqual([200, 200]);
      expect(shop.effects()).toMatchObject({ subscriptions: [{ status: 'canceled' }], invoices: [{ amount: 99 }] });
    },
  );

  test.each(['data', 'encoded', 'body'] as const)(
    'useepay: the form-encoded version is read when it signs the %s',
    async (signs) => {
      const shop = await open({ useepay: { publicKey: sender.publicKey, formSigns: signs } });
      const event = { ...succeeded, data: { ...succeeded.data, merchant_order_id: 'a+b & 注文' } };
      expect(await shop.send(useepayForm(event, signs))).toEqual([200]);
      expect(shop.effects().payments).toMatchObject([{ reference: 'a+b & 注文' }]);
    },
  );

  test('smartpay: test mode never moves live state, and can be turned off', async () => {
    const testEvent = smartpayEvent('evt_2', 'order.canceled', { ...order, status: 'canceled', updatedAt: 9000 }, true);
    const shop = await open();
    await shop.send(smartpay(authorized), smartpay(testEvent));
    expect(shop.effects().orders).toMatchObject([
      { mode: 'live', status: 'succeeded' },
      { mode: 'test', status: 'canceled' },
    ]);
    const strict = await open({ smartpay: { secret: sender.secret, acceptTestMode: false } });
    expect(await strict.send(smartpay(testEvent))).toEqual([200]);
    expect(strict.effects().orders).toEqual([]);
  });

  test('an order ships only when it is live, authorised, and what the shop sold', async () => {
    const shop = await open({
      findSale: (reference) => (reference === 'o1' ? { amount: 10.5, currency: 'usd' } : undefined),
    });
    const wrong = { ...succeeded, id: 'evt_2', data: { ...succeeded.data, id: 'pi_2', amount: 1 } };
    await shop.send(useepay(succeeded), useepay(wrong), smartpay(authorized));
    expect(shop.effects().shipments.map(({ id, decision }) => [id, decision])).toEqual([
      ['order_live_1', 'hold'],
      ['pi_1', 'ship'],
      ['pi_2', 'hold'],
    ]);
  });
});

describe('delivery', () => {
  test('a duplicate is acknowledged and has one effect, also concurrently and under another event id', async () => {
    const shop = await open();
    await shop.send(smartpay(authorized), useepay(succeeded));
    const once = shop.effects();
    const again = Array.from({ length: 20 }, () => [smartpay(authorized), useepay(succeeded)]).flat();
    const other = [smartpay({ ...authorized, id: 'evt_2' }), useepay({ ...succeeded, id: 'evt_2' })];
    const statuses = await Promise.all([...again, ...other].map((message) => shop.send(message)));
    expect(new Set(statuses.flat())).toEqual(new Set([200]));
    expect(shop.effects()).toEqual(once);
  });

  test('two events of one object both count, and one id at two providers is two events', async () => {
    const shop = await open();
    const refund = (id: string) =>
      useepay({ id, name: 'refund.succeeded', data: { id: `ref_${id}`, status: 'succeeded' } });
    await shop.send(useepay(succeeded), refund('a'), refund('b'), smartpay(authorized));
    expect(shop.effects()).toMatchObject({ payments: [{}], refunds: [{ id: 'ref_a' }, { id: 'ref_b' }], orders: [{}] });
  });

  const move = (id: string, status: string, updatedAt: number) =>
    smartpayEvent(id, `order.${{ requires_authorization: 'rejected', canceled: 'canceled' }[status] ?? 'authorized'}`, {
      ...order,
      status,
      updatedAt,
    });
  const pay = (status: string, at?: string) => ({
    id: `evt_${status}_${at}`,
    name: `payment_intent.${status}`,
    data: { ...intent, status, ...(at && { modify_at: at }) },
  });
  const subscription = (id: string, status: string, modify_at: string) =>
    useepay({ id, name: 'subscription.updated', data: { id: 'sub_1', status, modify_at } });
  const histories: Record<string, { messages: Message[]; state: object }> = {
    'a soft decline, then an authorisation': {
      messages: [
        move('a', 'requires_authorization', 1),
        move('b', 'requires_authorization', 2),
        move('c', 'succeeded', 3),
      ].map((event) => smartpay(event)),
      state: { orders: [{ status: 'succeeded' }] },
    },
    'the same with equal times': {
      messages: [
        move('a', 'requires_authorization', 1),
        move('c', 'requires_capture', 1),
        move('d', 'canceled', 1),
      ].map((event) => smartpay(event)),
      state: { orders: [{ status: 'canceled' }] },
    },
    'a token that is approved, disabled and enabled': {
      messages: ['requires_authorization', 'active', 'disabled', 'active'].map((status, at) =>
        smartpay(smartpayEvent(`evt_${at}`, 'token.enabled', { id: 'paytok_live_1', status, updatedAt: at })),
      ),
      state: { tokens: [{ status: 'active' }] },
    },
    'a payment without times, then a refund': {
      messages: [
        ...['requires_payment_method', 'pending', 'succeeded'].map((status) => useepay(pay(status))),
        useepay({
          id: 'evt_r',
          name: 'refund.succeeded',
          data: { id: 'r', status: 'succeeded', payment_intent_id: 'pi_1' },
        }),
      ],
      state: { payments: [{ status: 'succeeded' }], refunds: [{ payment: 'pi_1' }] },
    },
    'a payment that goes back and forth, and a failure later than the success': {
      messages: [
        pay('requires_payment_method', '2025-01-01T00:00:01Z'),
        pay('requires_customer_action', '2025-01-01T00:00:02Z'),
        pay('succeeded', '2025-01-01T00:00:03Z'),
        pay('failed', '2025-01-01T00:00:04Z'),
      ].map(useepay),
      state: { payments: [{ status: 'succeeded' }] },
    },
    'a subscription that is unpaid and recovers': {
      messages: [
        subscription('a', 'active', '2025-01-01T00:00:01Z'),
        subscription('b', 'unpaid', '2025-01-01T00:00:02Z'),
        subscription('c', 'active', '2025-01-01T00:00:03Z'),
      ],
      state: { subscriptions: [{ status: 'active' }] },
    },
  };
  test.each(Object.entries(histories))(
    '%s: every order of arrival leads to the same state',
    async (_, { messages, state }) => {
      const outcomes = new Set<string>();
      for (const arrival of permutations(messages)) {
        const shop = await open();
        expect(new Set(await shop.send(...arrival))).toEqual(new Set([200]));
        expect(shop.effects()).toMatchObject(state);
        outcomes.add(JSON.stringify(shop.effects()));
      }
      expect(outcomes.size).toBe(1);
    },
  );

  test('a database failure is answered 500 and stores nothing, so that the retry succeeds', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shop-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'shop.db');
    const lines: string[] = [];
    const shop = await open({ database: path, log: (line) => lines.push(line) });
    const intruder = new DatabaseSync(path);

    intruder.exec('begin immediate');
    expect(await shop.send(useepay(succeeded))).toEqual([500]);
    intruder.exec('rollback');

    intruder.exec(`create trigger full before insert on objects begin select raise(abort, 'disk full'); end`);
    expect(await shop.send(useepay(succeeded))).toEqual([500]);
    expect(intruder.prepare('select * from events').all()).toEqual([]);
    intruder.exec('drop trigger full');

    expect(await shop.send(useepay(succeeded), useepay(succeeded))).toEqual([200, 200]);
    expect(shop.effects().payments).toHaveLength(1);
    expect(lines).toHaveLength(2);
    intruder.close();
  });

  test('a duplicate after a restart, or at another instance, has one effect', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shop-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const database = join(folder, 'shop.db');
    const [one, two] = [await open({ database }), await open({ database })];
    const both = await Promise.all([one, two].map((shop) => shop.send(smartpay(authorized))));
    expect(both).toEqual([[200], [200]]);
    const before = one.effects();
    await one.close();
    const restarted = await open({ database });
    expect(await restarted.send(smartpay(authorized))).toEqual([200]);
    expect(restarted.effects()).toEqual(before);
  });
});
