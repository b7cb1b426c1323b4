import * as z from 'zod';
import { documented, object, observed, shape } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';
import { amount, currency, metadata, moment } from '../fields.ts';
import { id } from '../ids.ts';

const schema = z.strictObject({
  id: id('refund'),
  object: z.literal('refund'),
  amount,
  createdAt: moment,
  currency,
  description: z.string().optional(),
  lineItems: z.array(id('li')).optional(),
  metadata,
  payment: id('payment'),
  reason: z.enum(['requested_by_customer', 'fraudulent']),
  reference: z.string().optional(),
  status: z.enum(['succeeded', 'failed']),
  test: z.boolean(),
  updatedAt: moment,
});

/** Money given back for a payment, in part or in full. */
export interface Refund extends z.output<typeof schema> {}

export const refund = object(
  'refund',
  shape<Refund>(schema, documented(sources.refund), {
    example: {
      id: 'refund_test_oJHwebMHws9dGQ4KvMixkF',
      object: 'refund',
      amount: 1980,
      createdAt: Date.parse('2026-03-05T06:20:11.402Z'),
      currency: 'JPY',
      lineItems: ['li_test_qfzv6f6CvbhrNcB8M9AJvU'],
      metadata: {},
      payment: 'payment_test_hDaYpSoSzxxNhKeXRhK3kC',
      reason: 'requested_by_customer',
      reference: 'shop-refund-77',
      status: 'succeeded',
      test: true,
      updatedAt: Date.parse('2026-03-05T06:20:11.402Z'),
    },
    rest: { description: 'One of two came broken' },
    amount: 'amount',
    currency: 'currency',
    reference: 'reference',
    times: { created: 'createdAt', updated: 'updatedAt' },
    references: { payment: 'payment' },
    fields: { 'status=failed': observed(sources.sdkGo, 'only there') },
  }),
);
