import * as z from 'zod';
import { documented, shape } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';
import { amount, appId, currency, merchantNo, merchantOrderId, metadata, time } from '../fields.ts';
import { customerId, prefixedPaymentIntentId } from '../ids.ts';
import { paymentIntentStatus, paymentIntentStatusEvidence } from '../statuses.ts';

const schema = z.strictObject({
  id: prefixedPaymentIntentId,
  object: z.literal('payment_intent'),
  amount,
  currency,
  status: paymentIntentStatus,
  customer_id: customerId,
  // Of three printed samples, one has these three.
  merchant_no: merchantNo.optional(),
  app_id: appId.optional(),
  merchant_order_id: merchantOrderId.optional(),
  // Every sample has it, but each is of a payment that has succeeded.
  payment_method: z
    .strictObject({
      type: z.string(),
      card: z.strictObject({ brand: z.string(), last4: z.string().regex(/^[0-9]{4}$/) }).optional(),
    })
    .optional(),
  created_at: time,
  metadata,
});

/** A payment, as the pages on webhook events print it: `object`, `created_at` and ids with prefixes. */
export interface PaymentIntentCreatedAt extends z.output<typeof schema> {}

export const paymentIntentCreatedAt = shape<PaymentIntentCreatedAt>(
  schema,
  documented(sources.webhookEvents, 'a hand-written sample without merchant_no, app_id and merchant_order_id'),
  {
    name: 'created-at',
    example: {
      id: 'pi_4417530902',
      object: 'payment_intent',
      amount: 9990,
      currency: 'USD',
      status: 'succeeded',
      customer_id: 'cus_VEN6A8LP1G00',
      merchant_no: '500000000013102',
      app_id: 'www.A07.com',
      merchant_order_id: 'order_1772413323000',
      payment_method: { type: 'card', card: { brand: 'visa', last4: '4242' } },
      created_at: '2026-03-02T01:02:05Z',
      metadata: { gift_note: '谢谢' },
    },
    amount: 'amount',
    currency: 'currency',
    reference: 'merchant_order_id',
    times: { created: 'created_at' },
    fields: paymentIntentStatusEvidence,
  },
);
