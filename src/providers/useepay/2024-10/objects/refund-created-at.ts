import * as z from 'zod';
import { inferred, shape } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';
import { amount, appId, currency, merchantNo, metadata, time } from '../fields.ts';
import { prefixedPaymentIntentId, prefixedRefundId } from '../ids.ts';
import { refundStatus, refundStatusEvidence } from '../statuses.ts';

const schema = z.strictObject({
  id: prefixedRefundId,
  object: z.literal('refund'),
  status: refundStatus,
  amount,
  currency,
  payment_intent_id: prefixedPaymentIntentId,
  merchant_no: merchantNo,
  app_id: appId,
  reason: z.string(),
  created_at: time,
  metadata,
});

/** Money given back for a payment, as the page of 2026-04 prints it. */
export interface RefundCreatedAt extends z.output<typeof schema> {}

export const refundCreatedAt = shape<RefundCreatedAt>(
  schema,
  inferred(sources.payloads2026, 'printed for 2026-04; that this version may send it is inferred'),
  {
    name: 'created-at',
    example: {
      id: 'ref_6020030117',
      object: 'refund',
      status: 'succeeded',
      amount: 4000,
      currency: 'USD',
      payment_intent_id: 'pi_4417530902',
      merchant_no: '500000000013102',
      app_id: 'www.A07.com',
      reason: 'requested_by_customer',
      created_at: '2026-03-06T02:00:30Z',
      metadata: {},
    },
    amount: 'amount',
    currency: 'currency',
    times: { created: 'created_at' },
    references: { payment_intent_id: 'payment_intent' },
    fields: refundStatusEvidence,
  },
);
