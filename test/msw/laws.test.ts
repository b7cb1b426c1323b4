import { describe, expect, test } from 'vitest';
import { valueAt, type Lifecycle, type Provider } from '../../src/define/index.ts';
import { createBox, virtualClock, type Box } from '../../src/msw/index.ts';
import { randomNumbers } from '../../src/msw/random.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { latest as latestUseepay, v2024_10 } from '../../src/providers/useepay/index.ts';
import { checkedFetch, expectValidEvents } from './support.ts';

type Ask = (route: string, body?: unknown, headers?: Record<string, string>) => Promise<{ readonly id: string }>;

const start = '2026-03-02T00:00:00Z';
const receiver = () => new Response();
const credentials = {
  smartpay: { Authorization: 'Basic sk_test_x' },
  useepay: { 'x-merchant-no': '500000000013102', 'x-app-id': 'www.A07.com', 'x-api-key': 'UseePay_SK_TEST_1' },
};

/** Asks a box in one line; every answer is checked, and the errors are counted. */
function asking(provider: Provider, box: Pick<Box, 'fetch'>, seen: Map<string, number>): Ask {
  const { origins, prefix } = provider.api!;
  const fetch = checkedFetch(provider, box.fetch, seen);
  return async (route, body, headers = {}) => {
    const [method, path] = route.split(' ') as [string, string];
    const request = new Request(`${origins.value[0]}${prefix.value}${path}`, {
      method,
      headers: { ...credentials[provider.name as 'smartpay'], ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await (await fetch(request)).text();
    return (text === '' ? {} : JSON.parse(text)) as { id: string };
  };
}

const shippingInfo = { address: { line1: 'a', locality: 'b', postalCode: '1', country: 'JP' } };
const order = {
  amount: 500,
  currency: 'JPY',
  items: [{ name: 'a', amount: 500, currency: 'JPY' }],
  shippingInfo,
  customerInfo: {},
};
const urls = { successUrl: 'https://a.example', cancelUrl: 'https://b.example' };

const useepayPayment = { amount: 10.5, currency: 'USD', merchant_order_id: 'o-1' };

/** Requests that bring about every error of a provider. */
const errorScripts: readonly { name: string; provider: Provider; run: (ask: Ask, box: Box<never>) => Promise<void> }[] =
  [
    {
      name: 'smartpay',
      provider: smartpay,
      async run(ask, box) {
        await ask('GET /orders', undefined, { Authorization: 'Bearer x' });
        await ask('POST /coupons', { name: 'a' });
        await ask('POST /coupons', '{');
        await ask('GET /payouts');
        for (const path of [
          'orders',
          'payments',
          'refunds',
          'tokens',
          'coupons',
          'promotion-codes',
          'checkout-sessions',
          'webhook-endpoints',
        ])
          await ask(`GET /${path}/none`);
        const { order: made } = (await ask('POST /checkout-sessions', { ...order, ...urls })) as unknown as {
          order: { id: string };
        };
        await ask(`PUT /orders/${made.id}/cancellation`);
        await ask('POST /payments', { order: made.id, amount: 1, currency: 'JPY' });
        const manual = (await ask('POST /checkout-sessions', {
          ...order,
          ...urls,
          captureMethod: 'manual',
        })) as unknown as { order: { id: string } };
        (box as Box).act('authorize', manual.order.id);
        await ask('POST /payments', { order: manual.order.id, amount: 501, currency: 'JPY' });
        const payment = await ask('POST /payments', { order: manual.order.id, amount: 10, currency: 'JPY' });
        await ask('POST /refunds', { payment: payment.id, amount: 11, currency: 'JPY', reason: 'fraudulent' });
        const { token } = (await ask('POST /checkout-sessions', { ...urls, mode: 'token' })) as unknown as {
          token: { id: string };
        };
        await ask('POST /orders', { ...order, token: token.id });
        const coupon = await ask('POST /coupons', { name: 'a', discountType: 'percentage', discountPercentage: 5 });
        await ask('POST /promotion-codes', { coupon: coupon.id, code: 'A' });
        await ask('POST /promotion-codes', { coupon: coupon.id, code: 'a' });
      },
    },
    {
      name: 'useepay',
      provider: latestUseepay,
      async run(ask) {
        await ask('GET /refunds', undefined, { 'x-api-key': '' });
        await ask('POST /payment_intents/create', { ...useepayPayment, currency: undefined });
        await ask('POST /payment_intents/create', { ...useepayPayment, amount: -1 });
        await ask('GET /payment_intents/none');
        await ask('GET /disputes');
        const { id } = await ask('POST /payment_intents/create', useepayPayment);
        await ask(`POST /payment_intents/${id}/capture`, {});
        await ask('POST /customers/create', { merchant_customer_id: 'one' });
        await ask('POST /customers/create', { merchant_customer_id: 'one' });
        await ask('GET /refunds', undefined, { 'Hookproof-Fault': 'error=service_unavailable' });
      },
    },
  ];

describe.each(errorScripts)('the box of $name', ({ provider, run }) => {
  test('answers every error that its API has', async () => {
    const seen = new Map<string, number>();
    const box = createBox(provider);
    await run(asking(provider, box, seen), box as unknown as Box<never>);
    const { errors } = provider.api!;
    expect(Object.keys(errors).filter((name) => !seen.has(name))).toEqual([]);
  });
});

/** What a box is filled with before everything that can happen to it does. */
const fillings = {
  async smartpay(ask: Ask) {
    for (const captureMethod of ['automatic', 'manual'])
      await ask('POST /checkout-sessions', { ...order, ...urls, captureMethod });
    for (let count = 0; count < 3; count++) await ask('POST /checkout-sessions', { ...urls, mode: 'token' });
  },
  async useepay(ask: Ask) {
    const customer = await ask('POST /customers/create', { merchant_customer_id: 'one' });
    const recurring = { interval: 'week', interval_count: 2, unit_amount: '9.9' };
    for (let count = 0; count < 3; count++) {
      await ask('POST /payment_intents/create', { ...useepayPayment, auto_capture: count > 0 });
      await ask('POST /subscriptions/create', { customer_id: customer.id, currency: 'USD', recurring });
      await ask('POST /invoices/create', { customer_id: customer.id, currency: 'USD', total_amount: 9.9 });
    }
    await ask('POST /checkout_sessions', { ...useepayPayment, mode: 'payment' });
  },
};

describe.each([smartpay, v2024_10, latestUseepay] as readonly Provider[])('the box of $name@$version', (provider) => {
  test.each(['1', '2', '3'])(
    'sends events that keep to their contracts and lifecycles, whatever happens: %s',
    async (seed) => {
      const keys = await createBox(provider).keys();
      const box = createBox(provider, {
        seed,
        keys,
        clock: virtualClock(start),
        endpoints: [{ receiver }],
        automatic: false,
      });
      await fillings[provider.name as 'smartpay'](asking(provider, box, new Map()));
      const next = randomNumbers(seed);
      const choose = <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)]!;
      const resources = provider.api!.resources;
      let acted = 0;
      for (let count = 0; count < 150; count++) {
        const { resource, object } = choose(box.snapshot().entries);
        const actions = Object.keys(resources[resource]!.actions);
        if (actions.length === 0) continue;
        try {
          box.act(choose(actions), String(object['id']));
          acted++;
        } catch (error) {
          expect((error as Error).message).toContain('does not allow it');
        }
      }
      expect(acted).toBeGreaterThan(10);
      await box.settled();
      expectValidEvents(provider, box.deliveries);
      const histories = new Map<unknown, string[]>();
      for (const { type, event } of box.deliveries) {
        const id = valueAt(event, [...provider.envelope.paths.object, 'id']);
        histories.set(id, [...(histories.get(id) ?? []), type]);
      }
      const wrong = [...histories.values()].filter((types) => !keepsTo(provider.lifecycles, types));
      expect(wrong).toEqual([]);
    },
  );
});

/** Whether events of one object come as some lifecycle has them. */
function keepsTo(lifecycles: readonly Lifecycle[], types: readonly string[]): boolean {
  return lifecycles.some(
    ({ first, steps }) =>
      first.includes(types[0]!) &&
      types.every((type, index) => index === 0 || (steps[types[index - 1]!]?.next ?? []).includes(type)),
  );
}
