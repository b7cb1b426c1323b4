import * as z from 'zod';
import { inferred, observed, shape } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';
import { appId, currency, merchantNo, merchantOrderId, metadata, time } from '../fields.ts';
import { customerId, invoiceId, subscriptionId } from '../ids.ts';
import { subscriptionStatus, subscriptionStatusEvidence } from '../statuses.ts';
import { order, orderExample } from './order.ts';
import { recurring } from './recurring.ts';

const schema = z.strictObject({
  id: subscriptionId,
  recurring: z.strictObject({
    ...recurring,
    total_billing_cycles: z.int().positive().optional(),
    current_billing_cycles: z.int().nonnegative().optional(),
  }),
  currency,
  description: z.string().nullish(),
  order: order.nullish(),
  metadata: metadata.nullish(),
  status: subscriptionStatus,
  // Null wherever they are printed: their types are a guess.
  livemode: z.boolean().nullish(),
  prorate: z.boolean().nullish(),
  invoice_now: z.boolean().nullish(),
  merchant_no: merchantNo,
  app_id: appId,
  create_at: time,
  modify_at: time,
  customer_id: customerId,
  cancel_at_period_end: z.boolean().nullish(),
  current_period_end: time.nullish(),
  current_period_start: time.nullish(),
  // What else is in it is nowhere shown.
  latest_invoice: z
    .looseObject({
      id: invoiceId,
      payment_intent: z.looseObject({ merchant_order_id: merchantOrderId }).nullish(),
    })
    .nullish(),
  first_invoice_id: invoiceId.nullish(),
  cancel_at: time.nullish(),
  canceled_at: time.nullish(),
  collection_method: z.enum(['charge_automatically', 'send_invoice']).nullish(),
  days_until_due: z.int().nonnegative().nullish(),
  ended_at: time.nullish(),
  cancellation_details: z
    .strictObject({
      comment: z.string().nullish(),
      feedback: z
        .enum([
          'customer_service',
          'low_quality',
          'missing_features',
          'other',
          'switched_service',
          'too_complex',
          'too_expensive',
          'unused',
        ])
        .nullish(),
    })
    .nullish(),
});

/** A standing order to charge a customer, as the REST reference has it. */
export interface SubscriptionCreateAt extends z.output<typeof schema> {}

const nulls = inferred(sources.subscriptionApi, 'printed as null; the type is a guess');
const inSdk = observed(sources.sdkPhp, 'a constant there');

export const subscriptionCreateAt = shape<SubscriptionCreateAt>(
  schema,
  inferred(sources.subscriptionApi, 'the REST resource; that an event carries it in this shape is inferred'),
  {
    name: 'create-at',
    example: {
      id: 'sub_3QX7M2KD90000',
      recurring: { interval: 'month', interval_count: 1, unit_amount: 99.9, total_billing_cycles: 12 },
      currency: 'USD',
      description: 'T-shirt club',
      metadata: {},
      status: 'active',
      livemode: null,
      prorate: null,
      merchant_no: '500000000013102',
      app_id: 'www.A07.com',
      create_at: '2026-03-02T01:02:03Z',
      modify_at: '2026-03-02T01:03:14Z',
      customer_id: 'cus_VEN6A8LP1G00',
      cancel_at_period_end: false,
      current_period_end: '2026-04-02T00:00:00Z',
      current_period_start: '2026-03-02T00:00:00Z',
      latest_invoice: { id: 'inv_8N4T6W1RC0000', payment_intent: { merchant_order_id: 'order_1772413323000' } },
      first_invoice_id: 'inv_8N4T6W1RC0000',
      cancel_at: null,
      canceled_at: null,
      collection_method: 'charge_automatically',
      ended_at: null,
    },
    rest: {
      recurring: { current_billing_cycles: 1 },
      order: orderExample,
      livemode: false,
      prorate: false,
      invoice_now: true,
      cancel_at: '2027-03-02T00:00:00Z',
      canceled_at: '2026-03-02T01:03:14Z',
      days_until_due: 7,
      ended_at: '2027-03-02T00:00:00Z',
      cancellation_details: { comment: 'Too many T-shirts', feedback: 'too_expensive' },
    },
    times: { created: 'create_at', updated: 'modify_at' },
    references: { first_invoice_id: 'invoice', 'latest_invoice.id': 'invoice' },
    fields: {
      ...subscriptionStatusEvidence,
      livemode: nulls,
      prorate: nulls,
      invoice_now: nulls,
      order: inferred(sources.subscriptionApi, "that it has a payment intent's fields is inferred"),
      latest_invoice: observed(sources.merchant, 'an object there, with these fields'),
      'recurring.current_billing_cycles': observed(sources.sdkPhp, 'and in the integration of a merchant'),
      'collection_method=send_invoice': inSdk,
      'cancellation_details.comment': inSdk,
      'cancellation_details.feedback': inSdk,
    },
  },
);
