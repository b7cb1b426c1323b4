import { getResponse } from 'msw';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createShop } from '../../examples/shop/server.ts';
import type { Provider } from '../../src/define/index.ts';
import { boxHandlers, createBox, virtualClock, type Box, type BoxOptions } from '../../src/msw/index.ts';
import { latest, v2024_10, v2025_11_06 } from '../../src/providers/useepay/index.ts';
import { generateKeys } from '../../src/signing/index.ts';
import { open, type Running } from '../examples/sender.ts';
import { checkedFetch, expectValidEvents } from './support.ts';

type Fields = { readonly [Name: string]: unknown };

/** A small client, as a merchant would write it from the documentation. */
class UseepayClient {
  readonly #send: (request: Request) => Promise<Response>;

  constructor(send: (request: Request) => Promise<Response>) {
    this.#send = send;
  }

  async call(method: 'GET' | 'POST', path: string, body?: object): Promise<Fields> {
    const response = await this.#send(
      new Request(`https://openapi.useepay.com/api/v1/${path}`, {
        method,
        headers: {
          'Content-Type': 'application/json',
          'x-merchant-no': '500000000013102',
          'x-app-id': 'www.A07.com',
          'x-api-key': 'UseePay_SK_TEST_1',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const answer = (await response.json()) as Fields;
    if (!response.ok) throw new Error(`${response.status} ${String(answer['code'])} ${String(answer['source'])}`);
    return answer;
  }
}

const payment = {
  amount: 100.23,
  currency: 'USD',
  merchant_order_id: '72934khwqjry09ew807',
  customer: { email: 'test@example.com', first_name: 'zhang', last_name: 'shan', merchant_customer_id: 'cust00002' },
  metadata: { id: 1 },
  order: {
    products: [{ name: 'IPHONE7', quantity: 5, unit_price: 100.01, seller: { identifier: 'a', name: 'b' } }],
    shipping: { address: { city: 'Shanghai', postcode: '100000', state: 'Shanghai', line1: 'Pudong' } },
  },
  return_url: 'https://shop.example/paid',
};

const keys = await generateKeys(latest);

/** A box behind MSW's handlers, a client, and the example shop. */
async function start<P extends Provider>(
  provider: P,
  options: BoxOptions = {},
): Promise<{ box: Box<P>; client: UseepayClient; shop: Running }> {
  const shop = await open(createShop, { useepay: { publicKey: keys.verifying } });
  const receiver = `${shop.origin}/webhooks/useepay`;
  const clock = virtualClock('2026-03-02T01:02:03Z');
  const box = createBox(provider, { keys, clock, endpoints: [{ receiver }], ...options });
  const handlers = boxHandlers({ ...box, fetch: checkedFetch(provider, box.fetch) });
  onTestFinished(() => expectValidEvents(provider, box.deliveries));
  return { box, client: new UseepayClient(async (request) => (await getResponse(handlers, request))!), shop };
}

const chaos = { duplicates: 0.5, reordering: 0.5, loss: 0.2, delay: 30 };
const versions = [
  { name: '2024-10', provider: v2024_10 },
  { name: '2025-11-06', provider: v2025_11_06 },
  { name: '2026-04', provider: latest },
];

describe.each(versions)('a merchant with UseePay $name', ({ provider }) => {
  test.each(['orderly', 'one', 'two', 'three'])(
    'takes a payment at once and gives part of it back: %s',
    async (seed) => {
      const { box, client, shop } = await start(provider, { seed, chaos: seed === 'orderly' ? {} : chaos });
      const made = await client.call('POST', 'payment_intents/create', {
        ...payment,
        confirm: true,
        payment_method_data: { type: 'card' },
      });
      expect(made['status']).toBe('pending');
      await box.settled();
      const id = String(made['id']);
      expect(await client.call('GET', `payment_intents/${id}`)).toMatchObject({ status: 'succeeded', amount: 100.23 });
      const refund = await client.call('POST', 'refunds/create', {
        payment_intent_id: id,
        amount: 40,
        reason: 'broken',
      });
      expect(refund['status']).toBe('received');
      await box.settled();
      expect(await client.call('GET', `refunds/${String(refund['id'])}`)).toMatchObject({ status: 'succeeded' });

      const { payments, refunds, shipments } = shop.effects();
      expect(payments).toMatchObject([
        { id, status: 'succeeded', amount: 100.23, reference: payment.merchant_order_id },
      ]);
      expect(refunds).toMatchObject([{ id: refund['id'], payment: id, status: 'succeeded', amount: 40 }]);
      expect(shipments).toMatchObject([{ id, decision: 'ship' }]);
      expect(box.deliveries.map(({ state }) => state)).toEqual(box.deliveries.map(() => 'acknowledged'));
    },
  );

  test.each(['orderly', 'one', 'two', 'three'])(
    'sends a customer to the hosted page and captures later: %s',
    async (seed) => {
      const { box, client, shop } = await start(provider, { seed, chaos: seed === 'orderly' ? {} : chaos });
      const made = await client.call('POST', 'payment_intents/create', { ...payment, auto_capture: false });
      expect(made).toMatchObject({ status: 'requires_payment_method', next_action: { type: 'redirect' } });
      const id = String(made['id']);
      await expect(client.call('POST', `payment_intents/${id}/capture`)).rejects.toThrow('400 invalid_request_error');
      box.pay(id);
      await box.settled();
      expect(shop.effects().shipments).toEqual([]);
      await expect(client.call('POST', `payment_intents/${id}/capture`, { amount: 101 })).rejects.toThrow(
        '400 invalid_argument amount',
      );
      const captured = await client.call('POST', `payment_intents/${id}/capture`, { amount: 90 });
      expect(captured).toMatchObject({ status: 'succeeded', captured_amount: 90 });
      await box.settled();
      expect(shop.effects().payments).toMatchObject([{ id, status: 'succeeded' }]);
      expect(shop.effects().shipments).toMatchObject([{ id, decision: 'ship' }]);
      await expect(client.call('POST', `payment_intents/${id}/cancel`)).rejects.toThrow('400 invalid_request_error');
    },
  );

  test('hears of a payment that is declined, and of one that is cancelled', async () => {
    const { box, client, shop } = await start(provider);
    const [one, two] = [
      await client.call('POST', 'payment_intents/create', payment),
      await client.call('POST', 'payment_intents/create', { ...payment, customer: undefined }),
    ];
    box.challenge(String(one['id']));
    box.decline(String(one['id']));
    await client.call('POST', `payment_intents/${String(two['id'])}/cancel`);
    await box.settled();
    const { payments, shipments } = shop.effects();
    expect(new Set(payments.map(({ status }) => status))).toEqual(new Set(['canceled', 'failed']));
    expect(shipments).toEqual([]);
    expect(box.deliveries.filter(({ endpoint }) => endpoint !== '').map(({ type }) => type)).toEqual([
      'payment_intent.created',
      'payment_intent.created',
      'payment_intent.requires_customer_action',
      'payment_intent.failed',
      'payment_intent.cancelled',
    ]);
  });

  test('bills subscriptions', async () => {
    const { box, client, shop } = await start(provider);
    const customer = await client.call('POST', 'customers/create', {
      merchant_customer_id: 'c-1',
      email: 'a@example.com',
    });
    const subscription = await client.call('POST', 'subscriptions/create', {
      customer_id: customer['id'],
      currency: 'USD',
      recurring: { interval: 'month', interval_count: 1, unit_amount: 9.9, total_billing_cycles: 12 },
    });
    expect(subscription).toMatchObject({
      status: 'incomplete',
      current_period_start: '2026-03-02T01:02:03Z',
      current_period_end: '2026-04-02T01:02:03Z',
    });
    const id = String(subscription['id']);
    const invoice = await client.call('POST', 'invoices/create', {
      customer_id: customer['id'],
      subscription_id: id,
      currency: 'USD',
      total_amount: '9.90',
    });
    await client.call('POST', `invoices/${String(invoice['id'])}/pay`);
    box.activate(id);
    await client.call('POST', `subscriptions/${id}`, { description: 'T-shirt club' });
    await client.call('POST', `subscriptions/${id}/cancel`);
    await box.settled();
    const { subscriptions, invoices } = shop.effects();
    expect(subscriptions).toMatchObject([{ id, status: 'canceled' }]);
    expect(invoices).toMatchObject([{ id: invoice['id'], status: 'paid', amount: 9.9, subscription: id }]);
  });

  test('keeps mandates, ways to pay and webhooks, and reads lists page by page', async () => {
    const { client } = await start(provider);
    const made: Fields[] = [];
    for (const name of ['a', 'b', 'c'])
      made.push(await client.call('POST', 'customers/create', { merchant_customer_id: name, name }));
    const [first, second] = [
      await client.call('GET', 'customers?page_num=0&page_size=2'),
      await client.call('GET', 'customers?page_num=1&page_size=2'),
    ] as { items: Fields[]; has_more: boolean }[];
    expect([first, second].map((page) => [page!.items.map(({ name }) => name), page!.has_more])).toEqual([
      [['c', 'b'], true],
      [['a'], false],
    ]);
    expect(await client.call('GET', 'customers?from_created_at=2026-03-02T01:02:03Z&page_size=1')).toMatchObject({
      items: [{ name: 'c' }],
    });
    expect(await client.call('GET', 'customers?from_created_at=1772413324000')).toMatchObject({ items: [] });
    await expect(client.call('GET', 'customers?from_created_at=lately')).rejects.toThrow(
      '400 invalid_argument from_created_at',
    );
    const id = String(made[0]!['id']);
    expect(await client.call('POST', `customers/${id}`, { name: 'd' })).toMatchObject({ id, name: 'd' });
    const acceptance = {
      type: 'online',
      accepted_at: '2026-03-02T01:02:03Z',
      online: { ip_address: '::1', user_agent: 'a' },
    };
    const mandate = await client.call('POST', 'mandates/create', { customer_id: id, customer_acceptance: acceptance });
    expect(await client.call('GET', `mandates/${String(mandate['id'])}`)).toEqual(mandate);
    expect(await client.call('GET', 'mandates?customer_id=cus_other')).toMatchObject({ items: [] });
    const method = await client.call('POST', 'payment_methods/create', { type: 'card', customer_id: id });
    expect(method['id']).toMatch(/^undocumented_/);
    const url = 'https://shop.example/hooks';
    const webhook = await client.call('POST', 'webhooks/create', { url, events: ['refund.succeeded'] });
    expect(webhook).toMatchObject({ status: 'enabled', api_version: provider.version, secret: null });
    await expect(client.call('POST', 'webhooks/create', { url, api_version: '1999-01' })).rejects.toThrow(
      '400 invalid_argument api_version',
    );
    await expect(client.call('POST', 'webhooks/create', { url, events: ['refund.suceeded'] })).rejects.toThrow(
      '400 invalid_argument events',
    );
    expect(await client.call('POST', `webhooks/${String(webhook['id'])}`, { status: 'disabled' })).toMatchObject({
      status: 'disabled',
    });
  });
});

describe('a checkout session of UseePay', () => {
  test.each(['payment', 'subscription'])(
    'for a %s ends with the payment paid and the session complete',
    async (mode) => {
      const { box, client, shop } = await start(latest);
      const session = await client.call('POST', 'checkout_sessions', {
        mode,
        ui_mode: 'custom',
        amount: 99.99,
        currency: 'USD',
        merchant_order_id: 'order-1',
        customer: { email: 'a@example.com', name: 'A' },
        line_items: [
          {
            quantity: 1,
            price_data: {
              product_data: { name: 'T-shirt' },
              unit_amount: 99.99,
              currency: 'USD',
              recurring: { interval: 'year', interval_count: 1, unit_amount: '99.99' },
            },
          },
        ],
      });
      expect(session).toMatchObject({ status: 'open', payment_status: 'unpaid', customer: { email: 'a@example.com' } });
      box.complete(String(session['id']));
      await box.settled();
      const id = String(session['payment_intent_id']);
      expect(await client.call('GET', `payment_intents/${id}`)).toMatchObject({
        status: 'succeeded',
        customer_id: (session['customer'] as Fields)['id'],
      });
      expect(await client.call('GET', `checkout_sessions/${String(session['id'])}`)).toMatchObject({
        payment_status: 'paid',
      });
      const { checkoutSessions, payments, subscriptions } = shop.effects();
      expect(checkoutSessions).toMatchObject([{ status: 'complete', payment: id }]);
      expect(payments).toMatchObject([{ id, status: 'succeeded' }]);
      expect(subscriptions.map(({ status }) => status)).toEqual(mode === 'payment' ? [] : ['active']);
    },
  );
});
