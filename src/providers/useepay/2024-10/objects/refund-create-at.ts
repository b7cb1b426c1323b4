import * as z from 'zod';
import { inferred, shape } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';
import { amount, appId, currency, merchantNo, metadata, time } from '../fields.ts';
import { hexRefundId, numericPaymentIntentId } from '../ids.ts';
import { refundStatus, refundStatusEvidence } from '../statuses.ts';

const schema = z.strictObject({
  id: hexRefundId,
  payment_intent_id: numericPaymentIntentId,
  acquirer_reference_number: z.string().nullish(),
  // Null where a refund in full was asked for without an amount.
  amount: amount.nullable(),
  currency,
  status: refundStatus,
  metadata: metadata.nullish(),
  reason: z.string().nullish(),
  merchant_no: merchantNo,
  app_id: appId,
  create_at: time,
  modify_at: time,
});

/** Money given back for a payment, as the REST reference has it. */
export interface RefundCreateAt extends z.output<typeof schema> {}

export const refundCreateAt = shape<RefundCreateAt>(
  schema,
  inferred(sources.refundApi, 'the REST resource; that an event carries it in this shape is inferred'),
  {
    name: 'create-at',
    example: {
      id: '5b0f6c1e9a7d4e2f8c3b1a0d9e8f7c6b',
      payment_intent_id: '1012603020902417530',
      amount: 40,
      currency: 'USD',
      status: 'succeeded',
      metadata: {},
      reason: 'requested_by_customer',
      merchant_no: '500000000013102',
      app_id: 'www.A07.com',
      create_at: '2026-03-06T02:00:30Z',
      modify_at: '2026-03-07T10:10:10Z',
    },
    rest: { acquirer_reference_number: '74537606066000000000001' },
    amount: 'amount',
    currency: 'currency',
    times: { created: 'create_at', updated: 'modify_at' },
    references: { payment_intent_id: 'payment_intent' },
    fields: refundStatusEvidence,
  },
);
