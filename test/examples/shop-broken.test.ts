import { expect, test } from 'vitest';
import { createShop as createBrokenShop } from '../../examples/shop-broken/server.ts';
import { createShop } from '../../examples/shop/server.ts';
import type { Message } from './sender.ts';
import { open, smartpay, smartpayEvent, useepay, useepayForm, withHeaders } from './sender.ts';

const data = { id: 'x_1', amount: 1500, currency: 'JPY', status: 'succeeded', created_at: '2024-01-27T10:30:00Z' };
const order = smartpayEvent('evt_1', 'order.authorized', data);
const payment = { id: 'evt_1', name: 'payment_intent.succeeded', data };
const plain = { 'Content-Type': 'text/plain' };
const sign = useepay(payment).headers['sign']!;

const ordinary = [
  ...['order.authorized', 'order.rejected', 'order.canceled', 'payment.created', 'token.created', 'token.approved']
    .concat(['token.rejected', 'token.enabled', 'token.disabled', 'token.used', 'token.deleted', 'payout.generated'])
    .concat(['payout.paid', 'coupon.created', 'coupon.updated', 'promotion_code.created', 'promotion_code.updated'])
    .concat(['merchant_user.created', 'merchant_user.password_reset'])
    .map((type) => smartpay(smartpayEvent(`evt_${type}`, type, data))),
  ...['payment_intent.created', 'payment_intent.succeeded', 'refund.succeeded', 'subscription.active', 'invoice.sent']
    .concat(['invoice.payment_failed', 'checkout_session.completed', 'dispute.created', 'payment_method.created'])
    .concat(['customer.invented'])
    .map((name) => useepay({ id: `evt_${name}`, name, data })),
  useepayForm({ ...payment, id: 'evt_form' }),
];

/** Each fault: the deliveries that show it, what the broken shop answers to the last of them, and what the shop answers. */
const faults: Record<string, [messages: Message[], broken: number, correct: number]> = {
  'smartpay reserialised-body': [[smartpay(JSON.stringify(order, null, 2))], 401, 200],
  'smartpay undefined-equals-undefined': [
    [withHeaders(smartpay(order), { 'Smartpay-Signature': undefined })],
    200,
    401,
  ],
  'smartpay no-tolerance': [[smartpay(order, Date.now() - 86_400_000)], 200, 401],
  'smartpay duplicate-is-conflict': [[smartpay(order), smartpay(order)], 409, 200],
  'smartpay unknown-type-throws': [[smartpay(smartpayEvent('evt_1', 'order.invented', data))], 500, 200],
  'smartpay refund-created-is-201': [[smartpay(smartpayEvent('evt_1', 'refund.created', data))], 201, 200],
  'smartpay any-content-type': [[withHeaders(smartpay(order), plain)], 200, 415],
  'smartpay unlimited-body': [[smartpay({ ...order, padding: 'x'.repeat(2 ** 21) })], 200, 413],
  'smartpay stack-in-answer': [[smartpay('{"secret')], 500, 400],
  'useepay signature-optional (missing)': [[withHeaders(useepay(payment), { sign: undefined })], 200, 401],
  'useepay signature-optional (empty)': [[withHeaders(useepay(payment), { sign: '' })], 200, 401],
  'useepay lenient-base64': [[withHeaders(useepay(payment), { sign: sign + sign })], 200, 401],
  'useepay envelope-id-data-only': [[useepay({ eventId: 'evt_1', name: 'dispute.create', date: data })], 500, 200],
  'useepay duplicate-is-conflict': [[useepay(payment), useepay(payment)], 409, 200],
  'useepay unknown-field-refused': [[useepay({ ...payment, data: { ...data, novelty: 1 } })], 400, 200],
  'useepay created-at-only': [
    [
      useepay({
        id: 'evt_1',
        name: 'refund.succeeded',
        data: { id: 'r', status: 'succeeded', create_at: data.created_at },
      }),
    ],
    500,
    200,
  ],
  'useepay invoice-paid-is-204': [[useepay({ id: 'evt_1', name: 'invoice.paid', data })], 204, 200],
  'useepay any-content-type': [[withHeaders(useepay(payment), plain)], 200, 415],
  'useepay unlimited-body': [[useepay({ ...payment, padding: 'x'.repeat(2 ** 21) })], 200, 413],
  'useepay stack-in-answer': [[useepay('{"secret')], 500, 400],
};

test('both shops acknowledge every ordinary delivery', async () => {
  for (const create of [createBrokenShop, createShop]) {
    const shop = await open(create);
    expect(await shop.send(...ordinary)).toEqual(ordinary.map(() => 200));
  }
});

test.each(Object.entries(faults))('%s is a fault of the broken shop alone', async (_, [messages, broken, correct]) => {
  expect((await (await open(createBrokenShop)).send(...messages)).at(-1)).toBe(broken);
  expect((await (await open(createShop)).send(...messages)).at(-1)).toBe(correct);
});

test('a wrong signature is refused by both shops', async () => {
  const wrong = [
    withHeaders(smartpay(order), { 'Smartpay-Signature': '0'.repeat(64) }),
    { ...useepay(payment), body: '{}' },
  ];
  for (const create of [createBrokenShop, createShop])
    expect(await (await open(create)).send(...wrong)).toEqual([401, 401]);
});

test('smartpay any-method: the broken shop answers 200 to GET and to a signed PUT', async () => {
  const shop = await open(createBrokenShop);
  const { headers, body, path } = smartpay(order);
  expect((await fetch(shop.origin + path)).status).toBe(200);
  expect((await fetch(shop.origin + path, { method: 'PUT', headers, body })).status).toBe(200);
  expect((await fetch(`${shop.origin}/webhooks/useepay`)).status).toBe(405);
});

test('stack-in-answer: the broken shop shows its stack and the payload', async () => {
  const shop = await open(createBrokenShop);
  const { headers, body, path } = useepay('secret');
  const text = await (await fetch(shop.origin + path, { method: 'POST', headers, body })).text();
  expect(text).toMatch(/server\.ts/);
  expect(text).toMatch(/secret/);
});
