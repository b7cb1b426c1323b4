import * as z from 'zod';
import { inferred, shape } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';
import { appId, merchantNo, metadata, time } from '../fields.ts';
import { customerId, subscriptionId } from '../ids.ts';
import { subscriptionStatus, subscriptionStatusEvidence } from '../statuses.ts';
import { recurring } from './recurring.ts';

const schema = z.strictObject({
  id: subscriptionId,
  object: z.literal('subscription'),
  status: subscriptionStatus,
  customer_id: customerId,
  merchant_no: merchantNo,
  app_id: appId,
  current_period_start: time,
  current_period_end: time,
  recurring: z.strictObject(recurring),
  created_at: time,
  metadata,
});

/** A standing order to charge a customer, as the page of 2026-04 prints it. It names no currency. */
export interface SubscriptionCreatedAt extends z.output<typeof schema> {}

export const subscriptionCreatedAt = shape<SubscriptionCreatedAt>(
  schema,
  inferred(sources.payloads2026, 'printed for 2026-04; that this version may send it is inferred'),
  {
    name: 'created-at',
    example: {
      id: 'sub_3QX7M2KD90000',
      object: 'subscription',
      status: 'active',
      customer_id: 'cus_VEN6A8LP1G00',
      merchant_no: '500000000013102',
      app_id: 'www.A07.com',
      current_period_start: '2026-03-02T00:00:00Z',
      current_period_end: '2026-04-02T00:00:00Z',
      recurring: { interval: 'month', interval_count: 1, unit_amount: 9990 },
      created_at: '2026-03-02T01:02:03Z',
      metadata: {},
    },
    times: { created: 'created_at' },
    fields: subscriptionStatusEvidence,
  },
);
