import { setupWorker } from 'msw/browser';
import { verify } from '../../dist/index.js';
import { providerHandlers, virtualClock } from '../../dist/msw/index.js';
import { latest as smartpay } from '../../dist/providers/smartpay/index.js';
import { latest as useepay } from '../../dist/providers/useepay/index.js';

/** What the page found out. */
export interface Found {
  readonly created: number;
  readonly unknown: number;
  readonly orders: readonly string[];
  readonly useepay: string;
  readonly verified: readonly boolean[];
  readonly deliveries: readonly string[];
}

declare global {
  var found: Promise<Found>;
}

const secret = 'gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q';
const json = (headers: Record<string, string>, body: object): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

globalThis.found = find();

/** Asks two providers through MSW's service worker, and receives their webhooks in the page. */
async function find(): Promise<Found> {
  const verified: boolean[] = [];
  const shop = providerHandlers(smartpay, {
    clock: virtualClock('2026-03-02T00:00:00Z'),
    endpoints: [
      {
        secret,
        async receiver(request) {
          verified.push((await verify(smartpay, request, secret)).valid);
          return new Response(null, { status: verified.length === 1 ? 503 : 200 });
        },
      },
    ],
  });
  const other = providerHandlers(useepay);
  const worker = setupWorker(...shop.handlers, ...other.handlers);
  await worker.start({ quiet: true });

  const key = { Authorization: 'Basic sk_test_x' };
  const items = [{ name: 'a', amount: 250, currency: 'JPY' }];
  const shippingInfo = { address: { line1: 'a', locality: 'b', postalCode: '1', country: 'JP' } };
  const urls = { successUrl: 'https://shop.example/paid', cancelUrl: 'https://shop.example/cart' };
  const body = { amount: 250, currency: 'JPY', items, shippingInfo, customerInfo: {}, ...urls };
  const created = await fetch('https://api.smartpay.co/v1/checkout-sessions', json(key, body));
  const { order } = (await created.json()) as { order: { id: string } };
  shop.box.authorize(order.id);
  await shop.box.settled();
  const listed = await fetch('https://api.smartpay.co/v1/orders', { headers: key });
  const { data } = (await listed.json()) as { data: { status: string }[] };
  const unknown = await fetch('https://api.smartpay.co/v1/payouts', { headers: key });

  const merchant = { 'x-merchant-no': '500000000013102', 'x-app-id': 'www.A07.com', 'x-api-key': 'UseePay_SK_TEST_1' };
  const payment = { amount: 9.9, currency: 'USD', merchant_order_id: 'o-1' };
  const intent = await fetch('https://openapi.useepay.com/api/v1/payment_intents/create', json(merchant, payment));
  return {
    created: created.status,
    unknown: unknown.status,
    orders: data.map(({ status }) => status),
    useepay: ((await intent.json()) as { status: string }).status,
    verified,
    deliveries: shop.box.deliveries.map(({ type, state, attempts }) => `${type} ${state} ${attempts.length}`),
  };
}
