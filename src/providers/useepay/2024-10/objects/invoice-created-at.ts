import * as z from 'zod';
import { inferred, shape } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';
import { amount, appId, currency, merchantNo, metadata, time } from '../fields.ts';
import { customerId, invoiceId, prefixedPaymentIntentId, subscriptionId } from '../ids.ts';
import { invoiceStatus, invoiceStatusEvidence } from '../statuses.ts';

const schema = z.strictObject({
  id: invoiceId,
  object: z.literal('invoice'),
  status: invoiceStatus,
  customer_id: customerId,
  subscription_id: subscriptionId,
  merchant_no: merchantNo,
  app_id: appId,
  total_amount: amount,
  currency,
  period_start: time,
  period_end: time,
  // The only sample is of a paid invoice; the REST resource has no payment intent before.
  payment_intent_id: prefixedPaymentIntentId.optional(),
  created_at: time,
  metadata,
});

/** A bill for one period of a subscription, as the page of 2026-04 prints it. */
export interface InvoiceCreatedAt extends z.output<typeof schema> {}

export const invoiceCreatedAt = shape<InvoiceCreatedAt>(
  schema,
  inferred(sources.payloads2026, 'printed for 2026-04; that this version may send it is inferred'),
  {
    name: 'created-at',
    example: {
      id: 'inv_8N4T6W1RC0000',
      object: 'invoice',
      status: 'paid',
      customer_id: 'cus_VEN6A8LP1G00',
      subscription_id: 'sub_3QX7M2KD90000',
      merchant_no: '500000000013102',
      app_id: 'www.A07.com',
      total_amount: 9990,
      currency: 'USD',
      period_start: '2026-03-02T00:00:00Z',
      period_end: '2026-04-02T00:00:00Z',
      payment_intent_id: 'pi_4417530902',
      created_at: '2026-03-02T01:02:03Z',
      metadata: {},
    },
    amount: 'total_amount',
    currency: 'currency',
    times: { created: 'created_at' },
    references: { subscription_id: 'subscription', payment_intent_id: 'payment_intent' },
    fields: invoiceStatusEvidence,
  },
);
