import { defineApi, documented, fact, inferred, observed } from '../../define/index.ts';
import { checkoutSession, checkoutSessionOperations } from './api/checkout-sessions.ts';
import { coupon, couponOperations, promotionCode, promotionCodeOperations } from './api/coupons.ts';
import { commonErrors, errors } from './api/errors.ts';
import { lineItem, price, product } from './api/line-items.ts';
import { order, orderOperations } from './api/orders.ts';
import { payment, paymentOperations } from './api/payments.ts';
import { refund, refundOperations } from './api/refunds.ts';
import { token, tokenOperations } from './api/tokens.ts';
import { webhookEndpoint, webhookEndpointOperations } from './api/webhook-endpoints.ts';
import { sources } from './sources.ts';

/** Smartpay's REST API. */
export const api = defineApi({
  origins: fact(['https://api.smartpay.co'], documented(sources.createPayment)),
  prefix: fact('/v1', documented(sources.createPayment)),
  credentials: fact(
    [
      {
        header: 'Authorization',
        pattern: '^Basic sk_(?<mode>test|live)_[0-9A-Za-z]+$',
        example: 'Basic sk_test_7smUI7K3mUrhHxyCzQZfQm',
      },
    ],
    documented(sources.cancelOrder, 'the key as it is, not in base64; its form is in the Node SDK'),
  ),
  idempotency: fact(
    {
      header: 'Idempotency-Key',
      methods: ['POST', 'PUT', 'PATCH'],
      seconds: 6 * 60 * 60,
      replayed: 'Idempotency-Replayed',
    },
    inferred(
      sources.idempotency,
      'key, methods and hours are documented; of the header that marks a replay the stored copy has "Idempot" and "Idempotency-R", the rest is a guess; that failures of the server are not remembered is inferred',
    ),
  ),
  paging: fact(
    {
      kind: 'token',
      size: { parameter: 'maxResults', usual: 20 },
      page: { parameter: 'pageToken' },
      body: {
        object: 'collection',
        pageToken: '{page}',
        nextPageToken: '{next}',
        maxResults: '{size}',
        results: '{count}',
        data: '{items}',
      },
    },
    observed(sources.sdkGo, 'that the newest come first, and what a token looks like, is not said'),
  ),
  expansion: fact({ parameter: 'expand', value: 'all' }, observed(sources.sdkGo)),
  errorBody: fact(
    { statusCode: '{status}', errorCode: '{code}', message: '{message}', details: '{details}' },
    observed(sources.sdkGo, 'what the details hold is not said'),
  ),
  errors,
  commonErrors,
  resources: {
    order,
    payment,
    refund,
    token,
    coupon,
    promotionCode,
    checkoutSession,
    webhookEndpoint,
    lineItem,
    price,
    product,
  },
  operations: [
    ...orderOperations,
    ...paymentOperations,
    ...refundOperations,
    ...tokenOperations,
    ...couponOperations,
    ...promotionCodeOperations,
    ...checkoutSessionOperations,
    ...webhookEndpointOperations,
  ],
  endpoints: {
    resource: 'webhookEndpoint',
    url: 'url',
    subscriptions: 'eventSubscriptions',
    active: { field: 'active', value: true },
    secret: 'signingSecret',
    parameter: 'endpoint',
  },
});
