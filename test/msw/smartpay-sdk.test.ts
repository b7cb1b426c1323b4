import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createShop } from '../../examples/shop/server.ts';
import { boxHandlers, createBox, type Box, type BoxOptions } from '../../src/msw/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { open, type Running } from '../examples/sender.ts';
import { checkedFetch, expectValidEvents } from './support.ts';

type Sdk = typeof import('@smartpay/sdk-node').default;

const secret = 'gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q';
const server = setupServer();
let Smartpay: Sdk;

beforeAll(async () => {
  server.listen({ onUnhandledFrame: 'error' });
  // The SDK keeps the fetch that it finds when it is loaded.
  ({ default: Smartpay } = await import('@smartpay/sdk-node'));
});
afterAll(() => server.close());

/** A box behind MSW, the official SDK in live mode, and the example shop. */
async function start(
  options: BoxOptions = {},
): Promise<{ box: Box<typeof smartpay>; sdk: InstanceType<Sdk>; shop: Running }> {
  const shop = await open(createShop);
  const receiver = `${shop.origin}/webhooks/smartpay`;
  const box = createBox(smartpay, { endpoints: [{ receiver, secret }], ...options });
  server.resetHandlers(...boxHandlers({ ...box, fetch: checkedFetch(smartpay, box.fetch) }));
  onTestFinished(() => expectValidEvents(smartpay, box.deliveries));
  return { box, sdk: new Smartpay('sk_live_x'), shop };
}

const items = [
  { name: 'レブロン 18 LOW', amount: 250, currency: 'JPY', quantity: 2 },
  { kind: 'discount', name: 'discount', amount: 100, currency: 'JPY' },
  { kind: 'tax', name: 'tax', amount: 50, currency: 'JPY' },
];
const shippingInfo = {
  address: { line1: 'line1', locality: 'locality', postalCode: '123', country: 'JP' },
  feeAmount: 100,
  feeCurrency: 'JPY',
};
const customerInfo = { emailAddress: 'john@example.com', firstName: 'John', lastName: 'Doe' };
const payload = {
  items,
  shippingInfo,
  customerInfo,
  reference: 'shop-order-1042',
  successUrl: 'https://shop.example/paid',
  cancelUrl: 'https://shop.example/cart',
};

/** The errors that the SDK throws. */
const refusal = async (work: Promise<unknown>) => {
  const error = (await work.catch((thrown: unknown) => thrown)) as { statusCode: number; errorCode: string };
  return [error.statusCode, error.errorCode];
};

describe('the official SDK against the box', () => {
  test('goes from checkout session to order, payment and refund, and the shop follows by the webhooks alone', async () => {
    const { box, sdk, shop } = await start();
    const session = await sdk.createCheckoutSession({ ...payload, captureMethod: 'manual' });
    const order = session.order as { id: string; amount: number; lineItems: { kind?: string }[] };
    expect(session.url).toBe(`https://checkout.smartpay.co/${session.id}`);
    expect(order.amount).toBe(550);
    expect(order.lineItems.map(({ kind }) => kind)).toEqual([undefined, 'discount', 'tax']);
    expect((await sdk.getCheckoutSession({ id: session.id })).order).toBe(order.id);
    expect((await sdk.listCheckoutSessions({ maxResults: 10, expand: 'all' })).data).toHaveLength(1);

    box.authorize(order.id);
    await box.settled();
    expect(shop.effects().orders).toMatchObject([{ id: order.id, status: 'requires_capture', mode: 'live' }]);
    expect(shop.effects().shipments).toMatchObject([{ reference: 'shop-order-1042', decision: 'ship' }]);

    const first = await sdk.createPayment({ order: order.id, amount: 150, currency: 'JPY', cancelRemainder: 'manual' });
    const second = await sdk.capture({ order: order.id, amount: 151, currency: 'JPY', cancelRemainder: 'manual' });
    expect((await sdk.getOrder({ id: order.id })).status).toBe('requires_capture');
    const refusals = [
      sdk.createPayment({ order: order.id, amount: 250, currency: 'JPY' }),
      sdk.createPayment({ order: 'order_live_none', amount: 1, currency: 'JPY' }),
    ].map(refusal);
    expect(await Promise.all(refusals)).toEqual([
      [409, 'payment.excessive-amount'],
      [404, 'order.not-found'],
    ]);
    await sdk.updatePayment({ id: second.id, reference: 'updated' });
    expect(await sdk.getPayment({ id: second.id })).toMatchObject({ reference: 'updated', amount: 151 });
    const third = await sdk.createPayment({ order: order.id, amount: 49, currency: 'JPY' });
    expect(await sdk.getOrder({ id: order.id, expand: 'all' })).toMatchObject({
      status: 'succeeded',
      payments: [first, second, third].map(({ id }) => ({ id })),
    });
    expect(await refusal(sdk.createPayment({ order: order.id, amount: 1, currency: 'JPY' }))).toEqual([
      409,
      'order.cannot-capture',
    ]);

    const give = { payment: first.id, currency: 'JPY', reason: Smartpay.REFUND_REQUEST_BY_CUSTOMER };
    const refund = await sdk.createRefund({ ...give, amount: 1 });
    await sdk.updateRefund({ id: refund.id, reference: 'updated' });
    expect(await sdk.getRefund({ id: refund.id })).toMatchObject({ amount: 1, reference: 'updated' });
    expect(await refusal(sdk.createRefund({ ...give, amount: 150 }))).toEqual([403, 'amount.insufficient']);
    await sdk.createRefund({ ...give, amount: 149 });
    expect((await sdk.getPayment({ id: first.id })).status).toBe('refunded');
    expect((await sdk.listRefunds()).data).toHaveLength(2);

    await box.settled();
    const { payments, refunds } = shop.effects();
    expect(
      payments.map(({ amount, order: of }) => `${amount} ${of}`).toSorted((one, other) => one.localeCompare(other)),
    ).toEqual([`150 ${order.id}`, `151 ${order.id}`, `49 ${order.id}`]);
    expect(
      refunds.map(({ amount, payment }) => `${amount} ${payment}`).toSorted((one, other) => one.localeCompare(other)),
    ).toEqual([`1 ${first.id}`, `149 ${first.id}`]);
    expect(box.deliveries.every(({ state }) => state === 'acknowledged')).toBe(true);
  });

  test('captures by itself where that is not left to the merchant', async () => {
    const { box, sdk, shop } = await start();
    const { order } = await sdk.createCheckoutSession(payload);
    const { id } = order as { id: string };
    box.decline(id);
    box.authorize(id);
    await box.settled();
    expect(shop.effects().orders).toMatchObject([{ id, status: 'succeeded' }]);
    expect(shop.effects().payments).toMatchObject([{ order: id, amount: 550, status: 'processed' }]);
    expect(await refusal(sdk.cancelOrder({ id }))).toEqual([409, 'order.cannot-cancel']);
  });

  test('cancels an order, twice, of which the shop hears once', async () => {
    const { box, sdk, shop } = await start();
    const { order } = await sdk.createCheckoutSession({ ...payload, captureMethod: 'manual' });
    const { id } = order as { id: string };
    box.authorize(id);
    expect((await sdk.cancelOrder({ id })).status).toBe(Smartpay.ORDER_STATUS_CANCELED);
    expect((await sdk.cancelOrder({ id })).status).toBe('canceled');
    await box.settled();
    expect(box.deliveries.map(({ type }) => type)).toEqual(['order.authorized', 'order.canceled']);
    expect(shop.effects().shipments).toEqual([]);
  });

  test('goes through the life of a token, and charges it', async () => {
    const { box, sdk, shop } = await start();
    const { items: _, ...order } = payload;
    const session = await sdk.createCheckoutSession({ ...order, mode: 'token', reference: 'customer-318' });
    const { id } = session.token as { id: string };
    expect((await sdk.getCheckoutSession({ id: session.id, expand: 'all' })).token).toMatchObject({ id });
    expect((await sdk.listTokens()).data).toEqual([]);
    const charge = {
      token: id,
      amount: 550,
      currency: 'JPY',
      items,
      shippingInfo,
      customerInfo,
      captureMethod: 'manual' as const,
    };
    expect(await refusal(sdk.createOrder(charge))).toEqual([400, 'token.invalid']);
    expect(await refusal(sdk.enableToken({ id }))).toEqual([404, 'token.not-found']);
    box.approve(id);
    expect((await sdk.listTokens()).data).toMatchObject([{ id, status: Smartpay.TOKEN_STATUS_ACTIVE }]);
    expect(await sdk.createOrder(charge)).toMatchObject({ tokenId: id, status: 'requires_capture' });
    await sdk.disableToken({ id });
    expect((await sdk.getToken({ id })).status).toBe(Smartpay.TOKEN_STATUS_DISABLED);
    await sdk.enableToken({ id });
    expect((await sdk.getToken({ id })).status).toBe('active');
    await sdk.deleteToken({ id });
    expect(await refusal(sdk.getToken({ id }))).toEqual([404, 'token.not-found']);
    await box.settled();
    expect(box.deliveries.map(({ type }) => type)).toEqual([
      'token.created',
      'token.approved',
      'token.used',
      'order.authorized',
      'token.disabled',
      'token.enabled',
      'token.deleted',
    ]);
    expect(shop.effects().tokens).toMatchObject([{ id, status: 'deleted' }]);
  });

  test('makes coupons and promotion codes', async () => {
    const { box, sdk, shop } = await start();
    const coupon = await sdk.createCoupon({
      name: 'E2E',
      discountType: 'amount',
      discountAmount: 100,
      currency: 'JPY',
    });
    await sdk.createCoupon({ name: 'half', discountType: 'percentage', discountPercentage: 50 });
    expect((await sdk.updateCoupon({ id: coupon.id, name: 'renamed' })).name).toBe('renamed');
    expect((await sdk.listCoupons()).data.map(({ name }: { name: string }) => name)).toEqual(['half', 'renamed']);
    const code = await sdk.createPromotionCode({ coupon: coupon.id, code: 'SPRING500' });
    expect(await refusal(sdk.createPromotionCode({ coupon: coupon.id, code: 'spring500' }))).toEqual([
      409,
      'promotion-code.exists',
    ]);
    expect(await refusal(sdk.createPromotionCode({ coupon: 'coupon_live_none', code: 'OTHER' }))).toEqual([
      404,
      'coupon.not-found',
    ]);
    await sdk.updatePromotionCode({ id: code.id, active: false });
    expect((await sdk.getPromotionCode({ id: code.id })).active).toBe(false);
    expect((await sdk.listPromotionCodes()).data).toHaveLength(1);
    await box.settled();
    expect(shop.effects().promotionCodes).toMatchObject([{ id: code.id, status: 'inactive' }]);
    expect(shop.effects().coupons).toHaveLength(2);
  });

  test('registers webhook endpoints, which are sent what they subscribe to, signed with their own secrets', async () => {
    const { box, sdk, shop } = await start({ endpoints: [] });
    const url = `${shop.origin}/webhooks/smartpay`;
    const endpoint = await sdk.createWebhookEndpoint({ url, eventSubscriptions: ['coupon.created'] });
    const { signingSecret } = endpoint as unknown as { signingSecret: string };
    const own = await open(createShop, { smartpay: { secret: signingSecret, subscriptionId: endpoint.id } });
    await sdk.updateWebhookEndpoint({
      id: endpoint.id,
      url: `${own.origin}/webhooks/smartpay`,
      description: 'updated',
    });
    expect(await sdk.getWebhookEndpoint({ id: endpoint.id })).toMatchObject({ description: 'updated', active: true });
    const { id } = await sdk.createCoupon({ name: 'a', discountType: 'percentage', discountPercentage: 5 });
    await sdk.updateCoupon({ id, name: 'b' });
    await box.settled();
    expect(box.deliveries).toMatchObject([{ type: 'coupon.created', endpoint: endpoint.id, state: 'acknowledged' }]);
    expect(own.effects().coupons).toMatchObject([{ id }]);

    expect((await sdk.listWebhookEndpoints()).data).toHaveLength(1);
    expect(await sdk.deleteWebhookEndpoint({ id: endpoint.id })).toBe('');
    await sdk.createCoupon({ name: 'c', discountType: 'percentage', discountPercentage: 5 });
    await box.settled();
    expect(box.deliveries).toHaveLength(1);
    const wrong = sdk.createWebhookEndpoint({ url, eventSubscriptions: ['order.authorised'] });
    expect(await refusal(wrong)).toEqual([400, 'request.invalid']);
  });

  test('does a request once, however often it is sent with one key', async () => {
    const { sdk } = await start();
    const give = { name: 'once', discountType: 'percentage', discountPercentage: 5, idempotencyKey: 'one' };
    const [first, second] = [await sdk.createCoupon(give), await sdk.createCoupon(give)];
    expect(second).toEqual(first);
    expect((await sdk.listCoupons()).data).toHaveLength(1);
  });

  test('sends a request again after a failure of the server, and gets the answer', async () => {
    const { box, sdk } = await start({ faults: [{ fault: { kind: 'status', status: 503 }, times: 1 }] });
    const coupon = await sdk.createCoupon({ name: 'a', discountType: 'percentage', discountPercentage: 5 });
    expect(coupon.id).toMatch(/^coupon_live_/);
    expect(box.objects('coupon')).toHaveLength(1);
  });
});
