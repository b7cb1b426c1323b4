import * as z from 'zod';
import { action, documented, inferred, operation, resource } from '../../../define/index.ts';
import { amount, currency, metadata } from '../2024-10/fields.ts';
import { customerId, subscriptionId } from '../2024-10/ids.ts';
import { sources } from '../sources.ts';
import { customerBody } from './customers.ts';
import { refusals } from './errors.ts';
import { amountBody, clientSecret, ids, metadataOrNone } from './fields.ts';
import { paymentIntentId } from './payment-intents.ts';
import { recurringBody } from './subscriptions.ts';

const inApi = documented(sources.checkoutApi);
const states = documented(sources.checkoutGuide, 'its table of the states of a session');

const lineItem = z.object({
  quantity: z.int().positive(),
  price_data: z.object({
    product_data: z.object({ name: z.string(), desc: z.string().optional() }),
    unit_amount: z.union([z.number().min(0.01), z.string()]),
    currency,
    recurring: recurringBody.partial().optional(),
  }),
});

const subscriptionData = z.object({
  discount_period_config: z.object({
    discount_period_count: z.int().positive(),
    discount_period_amount: z.number().min(0.01),
  }),
});

export const checkoutSession = resource(
  z.strictObject({
    id: z.string().regex(/^cs_[0-9A-Za-z]+$/),
    object: z.literal('checkout.session'),
    mode: z.enum(['payment', 'subscription']),
    ui_mode: z.literal('custom'),
    amount,
    currency,
    merchant_order_id: z.string().max(64),
    status: z.enum(['open', 'complete', 'expired']),
    payment_status: z.enum(['unpaid', 'paid', 'no_payment_required']),
    customer: z.strictObject({
      id: customerId,
      email: z.string().optional(),
      phone: z.string().optional(),
      name: z.string().optional(),
      merchant_customer_id: z.string().optional(),
    }),
    line_items: z.array(lineItem).optional(),
    subscription_data: subscriptionData.optional(),
    collection_method: z.literal('auto_charge').optional(),
    payment_method_types: z.array(z.enum(['card', 'apple_pay', 'google_pay'])).optional(),
    metadata,
    created: z.int().positive(),
    expires_at: z.int().positive(),
    client_secret: z.string(),
    subscription_id: subscriptionId.nullable(),
    payment_intent_id: paymentIntentId,
  }),
  inApi,
  {
    object: 'checkout.session',
    ids: ids('cs'),
    times: { created: 'created', notation: 'seconds' },
    fill: {
      client_secret: { random: { ...clientSecret, prefix: 'cs_' } },
      customer: {
        made: 'customer',
        part: 'customer',
        fields: ['id', 'email', 'phone', 'name', 'merchant_customer_id'],
      },
      expires_at: { now: 'seconds', plus: 24 * 60 * 60 },
      metadata: metadataOrNone,
      payment_intent_id: { made: 'paymentIntent', give: { customer_id: { sibling: 'customer.id' } } },
      payment_status: { value: 'unpaid' },
      status: { value: 'open' },
      subscription_id: { value: null },
      ui_mode: { value: 'custom' },
    },
    fields: {
      subscription_id: inferred(
        sources.checkoutApi,
        'required there; that it is null where nothing is subscribed to is inferred',
      ),
      payment_intent_id: inferred(
        sources.checkoutApi,
        'required there; that it is of a payment intent made at once is inferred',
      ),
      customer: inferred(sources.payloads2026, 'the printed event has one; that a guest gets one is inferred'),
    },
    actions: {
      /** The customer finishes. */
      complete: [
        action(['open'], states, {
          fill: { status: { value: 'complete' }, payment_status: { value: 'paid' } },
          consequences: [
            { act: 'pay', on: 'payment_intent_id' },
            { act: 'activate', on: 'subscription_id' },
            { emit: 'checkout_session.completed' },
          ],
        }),
      ],
      /** A day has passed. */
      expire: [
        action(['open'], states, {
          fill: { status: { value: 'expired' } },
          consequences: [{ emit: 'checkout_session.expired' }],
        }),
      ],
    },
    standIn: {
      ui_mode: 'custom',
      merchant_order_id: 'order_1772413323000',
      client_secret: 'cs_00000000000000000000000000000000',
      expires_at: 1772499698,
      subscription_id: null,
    },
    events: {
      'created-at': { created_at: { of: 'created', as: 'iso' }, customer_id: { of: 'customer.id' } },
    },
  },
);

const body = {
  amount: amountBody,
  currency,
  merchant_order_id: z.string().min(1).max(64),
  ui_mode: z.literal('custom').optional(),
  customer: z.object(customerBody).optional(),
  subscription_data: subscriptionData.optional(),
  collection_method: z.literal('auto_charge').optional(),
  payment_method_types: z.array(z.enum(['card', 'apple_pay', 'google_pay'])).optional(),
  metadata: metadata.optional(),
};
const recurringItem = lineItem.extend({ price_data: lineItem.shape.price_data.extend({ recurring: recurringBody }) });

export const checkoutSessionOperations = [
  operation('retrieve', 'GET /checkout_sessions/{id}', 'checkoutSession', inApi, { missing: refusals.missing }),
  operation('create', 'POST /checkout_sessions', 'checkoutSession', inApi, {
    when: { mode: 'subscription' },
    body: z.object({ ...body, mode: z.literal('subscription'), line_items: z.array(recurringItem).min(1) }),
    fill: {
      subscription_id: {
        made: 'subscription',
        give: {
          customer_id: { sibling: 'customer.id' },
          recurring: { body: 'line_items.0.price_data.recurring' },
        },
      },
    },
  }),
  operation('create', 'POST /checkout_sessions', 'checkoutSession', inApi, {
    body: z.object({ ...body, mode: z.literal('payment'), line_items: z.array(lineItem).optional() }),
  }),
];
