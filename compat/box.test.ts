import { getResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '../src/delivery/index.ts';
import { providerHandlers, virtualClock } from '../src/msw/index.ts';
import { latest as smartpay } from '../src/providers/smartpay/index.ts';
import { latest as useepay } from '../src/providers/useepay/index.ts';

const require = createRequire(import.meta.url);
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

test('runs with msw 2', () => {
  expect((require('msw/package.json') as { version: string }).version).toMatch(/^2\./);
});

test('takes the official SDK from a checkout session to a refund, and delivers signed', async () => {
  const secret = 'gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q';
  const types: string[] = [];
  const receiver = async (request: Request) => {
    expect(await verify(smartpay, request, secret)).toEqual({ valid: true, reasons: [] });
    const { eventData } = (await request.json()) as { eventData: { type: string } };
    types.push(eventData.type);
    return new Response(null, { status: types.length === 1 ? 500 : 200 });
  };
  const clock = virtualClock('2026-03-02T00:00:00Z');
  const { handlers, box } = providerHandlers(smartpay, { clock, endpoints: [{ receiver, secret }] });
  server.resetHandlers(...handlers);
  const { default: Smartpay } = await import('@smartpay/sdk-node');
  const sdk = new Smartpay('sk_test_x');
  const session = await sdk.createCheckoutSession({
    items: [{ name: 'a', amount: 250, currency: 'JPY', quantity: 2 }],
    shippingInfo: { address: { line1: 'a', locality: 'b', postalCode: '1', country: 'JP' } },
    customerInfo: {},
    captureMethod: 'manual',
    successUrl: 'https://shop.example/paid',
    cancelUrl: 'https://shop.example/cart',
  });
  const { id } = session.order as { id: string };
  box.authorize(id);
  const payment = await sdk.createPayment({ order: id, amount: 500, currency: 'JPY' });
  await sdk.createRefund({ payment: payment.id, amount: 500, currency: 'JPY', reason: 'fraudulent' });
  expect((await sdk.getPayment({ id: payment.id })).status).toBe('refunded');
  await expect(sdk.getOrder({ id: 'order_test_none' })).rejects.toMatchObject({ errorCode: 'order.not-found' });
  await box.settled();
  expect(types.toSorted()).toEqual(['order.authorized', 'order.authorized', 'payment.created', 'refund.created']);
  await expect(fetch('https://api.smartpay.co/v1/payouts')).resolves.toMatchObject({ status: 404 });
});

test('answers without any patching', async () => {
  const { handlers } = providerHandlers(useepay);
  const headers = { 'x-merchant-no': '500000000013102', 'x-app-id': 'www.A07.com', 'x-api-key': 'UseePay_SK_TEST_1' };
  const request = new Request('https://openapi1.uat.useepay.com/api/v1/refunds', { headers });
  expect(await (await getResponse(handlers, request))!.json()).toEqual({ items: [], has_more: false });
});
