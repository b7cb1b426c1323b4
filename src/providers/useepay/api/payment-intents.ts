import * as z from 'zod';
import { action, documented, inferred, observed, operation, present, resource } from '../../../define/index.ts';
import { currency, merchantOrderId, metadata } from '../2024-10/fields.ts';
import { customerId, numericPaymentIntentId, prefixedPaymentIntentId } from '../2024-10/ids.ts';
import { address } from '../2024-10/objects/customer.ts';
import { order } from '../2024-10/objects/order.ts';
import { paymentIntentCreateAt } from '../2024-10/objects/payment-intent-create-at.ts';
import { sources } from '../sources.ts';
import { customerBody } from './customers.ts';
import { refusals } from './errors.ts';
import { amountBody, clientSecret, maker, paymentIntentIds, printed, times } from './fields.ts';

/** An id in either of the forms that are printed. */
export const paymentIntentId = z.union([numericPaymentIntentId, prefixedPaymentIntentId]);

const byEvents = inferred(
  sources.events2026,
  'from the descriptions of the events; no page says what may be done when',
);
const unpaid = ['requires_payment_method', 'requires_customer_action', 'pending'];

export const paymentIntent = resource(
  paymentIntentCreateAt.schema.extend({ id: paymentIntentId }),
  inferred(
    sources.paymentIntentApi,
    'the request is printed; that the answer is like the payloads with `create_at` is inferred',
  ),
  {
    object: 'payment_intent',
    ids: paymentIntentIds,
    times,
    fill: {
      ...maker,
      auto_capture: [{ body: 'auto_capture' }, { value: true }],
      client_secret: { random: clientSecret },
      customer: [],
      customer_id: [{ body: 'customer_id' }, { made: 'customer', part: 'customer' }],
      next_action: {
        template: { type: 'redirect', redirect: { method: 'GET', url: 'https://cashier.useepay.com/pay?token={id}' } },
      },
      status: { value: 'requires_payment_method' },
    },
    fields: {
      ...paymentIntentCreateAt.fields,
      customer_id: inferred(sources.payloads2026, 'every printed payment has one; that a guest gets one is inferred'),
      next_action: documented(
        sources.hosted,
        'in the answer to creating one, and in the README of the PHP SDK; a loose guide',
      ),
    },
    consequences: [{ emit: 'payment_intent.created' }],
    actions: {
      /** The merchant sends a way to pay. */
      confirm: [
        action(['requires_payment_method'], byEvents, {
          when: { 'payment_method_options.card.three_ds_action': 'force_3ds' },
          fill: { status: { value: 'requires_customer_action' } },
          consequences: [{ emit: 'payment_intent.requires_customer_action' }],
        }),
        action(['requires_payment_method', 'requires_customer_action'], byEvents, {
          fill: { status: { value: 'pending' } },
          consequences: [{ emit: 'payment_intent.pending' }, { later: 'pay' }],
        }),
      ],
      /** The customer is asked for more, such as 3-D Secure. */
      challenge: [
        action(['requires_payment_method', 'pending'], byEvents, {
          fill: { status: { value: 'requires_customer_action' } },
          consequences: [{ emit: 'payment_intent.requires_customer_action' }],
        }),
      ],
      /** The customer pays, on the provider's page or with what the merchant sent. */
      pay: [
        action(unpaid, byEvents, {
          when: { auto_capture: false },
          fill: { status: { value: 'requires_capture' } },
          consequences: [{ emit: 'payment_intent.requires_capture' }],
        }),
        action(unpaid, byEvents, {
          fill: { status: { value: 'succeeded' } },
          consequences: [{ emit: 'payment_intent.succeeded' }],
        }),
      ],
      decline: [
        action(unpaid, byEvents, {
          fill: {
            status: { value: 'failed' },
            last_payment_error: { value: { code: 'card_declined', message: 'The card was declined.' } },
          },
          consequences: [{ emit: 'payment_intent.failed' }],
        }),
      ],
      cancel: [
        action([...unpaid, 'requires_capture'], byEvents, {
          fill: { status: { value: 'cancelled' } },
          consequences: [{ emit: 'payment_intent.cancelled' }],
        }),
      ],
      capture: [
        action(['requires_capture'], byEvents, {
          fill: { status: { value: 'succeeded' }, captured_amount: [{ body: 'amount' }, { of: 'amount' }] },
          consequences: [{ emit: 'payment_intent.succeeded' }],
        }),
      ],
    },
    events: { 'created-at': printed },
  },
);

const orderBody = z.object({
  category: z.string().optional(),
  products: z.array(z.object(order.shape.products.unwrap().element.shape)).optional(),
  shipping: z.object({ ...order.shape.shipping.unwrap().shape, address: z.object(address.shape) }).optional(),
});

const wayToPay = {
  payment_method_id: z.string().nullish(),
  payment_method_data: z.looseObject({ type: z.string() }).optional(),
  payment_method_options: z.looseObject({}).optional(),
};

/** What a payment intent is asked for with. */
const paymentIntentBody = {
  amount: amountBody,
  currency,
  merchant_order_id: merchantOrderId,
  auto_capture: z.boolean().optional(),
  cancel_url: z.url().optional(),
  confirm: z.boolean().optional(),
  customer: z.object(customerBody).optional(),
  customer_id: customerId.nullish(),
  description: z.string().optional(),
  metadata: metadata.optional(),
  order: orderBody.optional(),
  payment_method_types: z.array(z.string()).optional(),
  return_url: z.url().optional(),
  ...wayToPay,
};

const listed = documented(sources.paymentIntentApi, 'in its list of operations');
const inSdk = observed(sources.sdkPhp, 'the path');

export const paymentIntentOperations = [
  operation('list', 'GET /payment_intents', 'paymentIntent', listed),
  operation('retrieve', 'GET /payment_intents/{id}', 'paymentIntent', inSdk, { missing: refusals.missing }),
  operation('create', 'POST /payment_intents/create', 'paymentIntent', documented(sources.paymentIntentApi), {
    body: z.object(paymentIntentBody),
    needs: [{ field: 'customer_id', resource: 'customer', missing: refusals.missing, optional: true }],
    consequences: [
      { act: 'confirm', when: { confirm: true, payment_method_id: present } },
      { act: 'confirm', when: { confirm: true, 'payment_method_data.type': present } },
    ],
  }),
  operation('update', 'POST /payment_intents/{id}', 'paymentIntent', listed, {
    body: z
      .object(paymentIntentBody)
      .pick({ amount: true, description: true, merchant_order_id: true, metadata: true })
      .partial(),
    shows: ['requires_payment_method'],
    ...refusals,
  }),
  operation('act', 'POST /payment_intents/{id}/confirm', 'paymentIntent', inSdk, {
    body: z.object(wayToPay),
    action: 'confirm',
    ...refusals,
  }),
  operation('act', 'POST /payment_intents/{id}/cancel', 'paymentIntent', documented(sources.paymentIntentCancel), {
    action: 'cancel',
    ...refusals,
  }),
  operation(
    'act',
    'POST /payment_intents/{id}/capture',
    'paymentIntent',
    inferred(sources.paymentIntentApi, 'the operation is in its list; the path and the body are inferred'),
    {
      body: z.object({ amount: amountBody.optional() }),
      action: 'capture',
      limit: { field: 'amount', of: 'amount', error: 'invalid_argument' },
      ...refusals,
    },
  ),
];
