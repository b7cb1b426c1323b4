import * as z from 'zod';
import { action, documented, inferred, operation, resource } from '../../../define/index.ts';
import { currency, metadata } from '../2024-10/fields.ts';
import { customerId } from '../2024-10/ids.ts';
import { recurring } from '../2024-10/objects/recurring.ts';
import { subscriptionCreateAt } from '../2024-10/objects/subscription-create-at.ts';
import { sources } from '../sources.ts';
import { refusals } from './errors.ts';
import { ids, maker, metadataOrNone, printed, times } from './fields.ts';

const byEvents = inferred(sources.events2026, 'from the descriptions of the events');
const running = ['active', 'trialing', 'past_due', 'unpaid', 'paused', 'incomplete'];
const nothing = { value: null };

export const subscription = resource(subscriptionCreateAt.schema, documented(sources.subscriptionApi), {
  object: 'subscription',
  ids: ids('sub'),
  times,
  fill: {
    ...maker,
    cancel_at: nothing,
    cancel_at_period_end: [{ body: 'cancel_at_period_end' }, { value: false }],
    canceled_at: nothing,
    collection_method: [{ body: 'collection_method' }, { value: 'charge_automatically' }],
    current_period_end: { now: 'iso', after: 'recurring' },
    current_period_start: { now: 'iso' },
    ended_at: nothing,
    first_invoice_id: nothing,
    latest_invoice: nothing,
    livemode: nothing,
    metadata: metadataOrNone,
    prorate: nothing,
    status: { value: 'incomplete' },
  },
  fields: subscriptionCreateAt.fields,
  consequences: [{ emit: 'subscription.created' }],
  actions: {
    activate: [
      action(['incomplete', 'unpaid', 'paused', 'past_due'], byEvents, {
        fill: { status: { value: 'active' } },
        consequences: [{ emit: 'subscription.active' }],
      }),
    ],
    pause: [
      action(['active'], byEvents, {
        fill: { status: { value: 'paused' } },
        consequences: [{ emit: 'subscription.paused' }],
      }),
    ],
    /** An invoice of it stays unpaid. */
    default: [
      action(['active', 'past_due'], byEvents, {
        fill: { status: { value: 'unpaid' } },
        consequences: [{ emit: 'subscription.unpaid' }],
      }),
    ],
    cancel: [
      action(running, byEvents, {
        fill: { status: { value: 'canceled' }, canceled_at: { now: 'iso' }, ended_at: { now: 'iso' } },
        consequences: [{ emit: 'subscription.cancelled' }],
      }),
    ],
    expire: [
      action(['incomplete'], byEvents, {
        fill: { status: { value: 'incomplete_expired' } },
        consequences: [{ emit: 'subscription.expired' }],
      }),
    ],
  },
  events: {
    'created-at': {
      ...printed,
      recurring: {
        object: {
          interval: { of: 'recurring.interval' },
          interval_count: { of: 'recurring.interval_count' },
          unit_amount: { of: 'recurring.unit_amount' },
        },
      },
    },
  },
});

/** How often and how much, as a request says it. */
export const recurringBody = z.object({
  ...recurring,
  total_billing_cycles: z.int().positive().optional(),
});

const changeable = {
  cancel_at_period_end: z.boolean().optional(),
  description: z.string().optional(),
  metadata: metadata.optional(),
};
const inReference = documented(sources.subscriptionApi, 'the operation; its request is printed in part');

export const subscriptionOperations = [
  operation('list', 'GET /subscriptions', 'subscription', inReference),
  operation('retrieve', 'GET /subscriptions/{id}', 'subscription', inReference, { missing: refusals.missing }),
  operation('create', 'POST /subscriptions/create', 'subscription', inReference, {
    body: z.object({ ...changeable, recurring: recurringBody, currency, customer_id: customerId }),
    needs: [{ field: 'customer_id', resource: 'customer', missing: refusals.missing }],
  }),
  operation('update', 'POST /subscriptions/{id}', 'subscription', inReference, {
    body: z.object({ ...changeable, recurring: recurringBody.optional() }),
    shows: running,
    consequences: [{ emit: 'subscription.updated' }],
    ...refusals,
  }),
  operation('act', 'POST /subscriptions/{id}/cancel', 'subscription', inReference, { action: 'cancel', ...refusals }),
];
