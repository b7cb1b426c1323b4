import * as z from 'zod';
import { documented, object, observed, shape } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';
import { amount, currency, metadata, moment } from '../fields.ts';
import { id } from '../ids.ts';

const schema = z.strictObject({
  id: id('payment'),
  object: z.literal('payment'),
  amount,
  createdAt: moment,
  currency,
  description: z.string().optional(),
  lineItems: z.array(id('li')).optional(),
  metadata,
  order: id('order'),
  reference: z.string().optional(),
  refunds: z.array(id('refund')).optional(),
  status: z.enum(['processed', 'refunded']),
  test: z.boolean(),
  updatedAt: moment,
});

/** Money captured for an order. `refunded` means in full. */
export interface Payment extends z.output<typeof schema> {}

export const payment = object(
  'payment',
  shape<Payment>(schema, documented(sources.payment), {
    example: {
      id: 'payment_test_hDaYpSoSzxxNhKeXRhK3kC',
      object: 'payment',
      amount: 4980,
      createdAt: Date.parse('2026-03-02T01:02:41.733Z'),
      currency: 'JPY',
      lineItems: ['li_test_HnlhukTTUPy56K4MDfe0WR', 'li_test_qfzv6f6CvbhrNcB8M9AJvU'],
      metadata: {},
      order: 'order_test_8TUh0ib2BbT4zq9lpaaCL8',
      reference: 'shop-payment-1042',
      status: 'processed',
      test: true,
      updatedAt: Date.parse('2026-03-02T01:02:41.733Z'),
    },
    rest: { description: 'Two coffee drippers', refunds: ['refund_test_oJHwebMHws9dGQ4KvMixkF'] },
    amount: 'amount',
    currency: 'currency',
    reference: 'reference',
    times: { created: 'createdAt', updated: 'updatedAt' },
    references: { order: 'order', refunds: 'refund' },
    fields: {
      refunds: observed(sources.sdkNode, 'in its type only: no page, sample or other SDK has it'),
    },
  }),
);
