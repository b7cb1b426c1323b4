import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { getResponse, http, HttpResponse } from 'msw';
import { providerHandlers } from '../src/msw/index.ts';
import { latest as smartpay } from '../src/providers/smartpay/index.ts';
import { latest as useepay } from '../src/providers/useepay/index.ts';
import { takeTurns } from './measure.ts';

/** How many requests a turn makes. */
const requests = 200;

const smartpayHeaders = { Authorization: 'Basic sk_test_x', 'Content-Type': 'application/json' };
const useepayHeaders = {
  'x-merchant-no': '500000000013102',
  'x-app-id': 'www.A07.com',
  'x-api-key': 'UseePay_SK_TEST_1',
  'Content-Type': 'application/json',
};
const coupon = { name: 'a', discountType: 'percentage', discountPercentage: 5 };
const payment = { amount: 9.9, currency: 'USD', merchant_order_id: 'o-1' };

/** What a provider's handler adds to one of MSW's that answers the same JSON, request by request in the same process. */
export async function benchAnswering(): Promise<string[]> {
  const shop = providerHandlers(smartpay);
  const other = providerHandlers(useepay);
  const made = shop.box.trigger('coupon.created') as { eventData: { data: { id: string } } };
  const { id } = made.eventData.data;
  const object = shop.box.objects('coupon')[0] as object;
  const bare = [
    http.get('https://api.smartpay.co/v1/coupons/:id', () => HttpResponse.json(object)),
    http.post('https://api.smartpay.co/v1/coupons', async ({ request }) =>
      HttpResponse.json({ ...object, ...((await request.json()) as object) }),
    ),
  ];
  const get = () => new Request(`https://api.smartpay.co/v1/coupons/${id}`, { headers: smartpayHeaders });
  const post = () =>
    new Request('https://api.smartpay.co/v1/coupons', {
      method: 'POST',
      headers: smartpayHeaders,
      body: JSON.stringify(coupon),
    });
  const intent = () =>
    new Request('https://openapi.useepay.com/api/v1/payment_intents/create', {
      method: 'POST',
      headers: useepayHeaders,
      body: JSON.stringify(payment),
    });
  const times = await takeTurns(
    {
      'MSW alone, GET': () => repeat(bare, get),
      'smartpay, GET /coupons/{id}': () => repeat(shop.handlers, get),
      'MSW alone, POST': () => repeat(bare, post),
      'smartpay, POST /coupons': () => repeat(shop.handlers, post),
      'useepay, POST /payment_intents/create': () => repeat(other.handlers, intent),
    },
    15,
  );
  const peers = { GET: times['MSW alone, GET'], POST: times['MSW alone, POST'] };
  const lines = Object.entries(times).map(([name, time]) => {
    const peer = name.includes('GET') ? peers.GET : peers.POST;
    const each = (milliseconds: number) => `${((milliseconds / requests) * 1000).toFixed(0)} µs`;
    return [
      name.padEnd(40),
      each(time).padStart(10),
      `+${each(time - peer)}`.padStart(10),
      `${(time / peer).toFixed(2)} × MSW alone`,
    ].join('  ');
  });
  return [...lines, ...memory()];
}

async function repeat(handlers: Parameters<typeof getResponse>[0], make: () => Request): Promise<void> {
  for (let count = 0; count < requests; count++) await (await getResponse(handlers, make()))!.text();
}

/** The heap after each part of 100,000 requests, in a process of its own. */
function memory(): string[] {
  const out = execFileSync(
    process.execPath,
    ['--expose-gc', '--no-warnings', join(import.meta.dirname, 'answering-memory.ts')],
    { encoding: 'utf8' },
  );
  return out.trim().split('\n');
}
