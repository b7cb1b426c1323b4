import * as z from 'zod';
import { action, documented, inferred, observed, operation, resource } from '../../../define/index.ts';
import { currency, metadata } from '../2024-10/fields.ts';
import { hexRefundId, prefixedRefundId } from '../2024-10/ids.ts';
import { refundCreateAt } from '../2024-10/objects/refund-create-at.ts';
import { sources } from '../sources.ts';
import { refusals } from './errors.ts';
import { amountBody, maker, metadataOrNone, printed, refundIds, times } from './fields.ts';
import { paymentIntentId } from './payment-intents.ts';

const byEvents = inferred(sources.events2026, 'from the descriptions of the events');
const byItself = inferred(
  sources.events2026,
  'that a refund goes on to its end by itself, and that most succeed, is inferred',
);

export const refund = resource(
  refundCreateAt.schema.extend({ id: z.union([hexRefundId, prefixedRefundId]), payment_intent_id: paymentIntentId }),
  documented(sources.refundApi, 'with 32 hexadecimal digits for an id; the other form is that of the printed events'),
  {
    object: 'refund',
    ids: refundIds,
    times,
    fill: {
      ...maker,
      amount: [{ body: 'amount' }, { value: null }],
      currency: [{ body: 'currency' }, { value: 'USD' }],
      metadata: metadataOrNone,
      status: { value: 'received' },
    },
    fields: refundCreateAt.fields,
    consequences: [{ emit: 'refund.received' }, { later: 'accept' }],
    actions: {
      accept: [
        action(['received'], byItself, {
          fill: { status: { value: 'accepted' } },
          consequences: [{ emit: 'refund.accepted' }, { later: 'succeed' }],
        }),
      ],
      succeed: [
        action(['received', 'accepted'], byItself, {
          fill: { status: { value: 'succeeded' } },
          consequences: [{ emit: 'refund.succeeded' }],
        }),
      ],
      fail: [
        action(['received', 'accepted'], byEvents, {
          fill: { status: { value: 'failed' } },
          consequences: [{ emit: 'refund.failed' }],
        }),
      ],
    },
    events: {
      'created-at': {
        ...printed,
        amount: [{ of: 'amount' }, { of: 'drawn' }],
        reason: [{ of: 'reason' }, { value: '' }],
      },
    },
  },
);

export const refundOperations = [
  operation('list', 'GET /refunds', 'refund', observed(sources.sdkPhp, 'the path')),
  operation('retrieve', 'GET /refunds/{id}', 'refund', observed(sources.sdkPhp, 'the path'), {
    missing: refusals.missing,
  }),
  operation(
    'create',
    'POST /refunds/create',
    'refund',
    documented(
      sources.refundApi,
      'that only a payment that has succeeded can be refunded, and no more than it, is inferred',
    ),
    {
      body: z.object({
        payment_intent_id: z.string(),
        amount: amountBody.optional(),
        currency: currency.optional(),
        metadata: metadata.optional(),
        reason: z.string().optional(),
      }),
      needs: [
        {
          field: 'payment_intent_id',
          resource: 'paymentIntent',
          missing: refusals.missing,
          statuses: ['succeeded'],
          refused: refusals.refused,
        },
      ],
      draws: {
        field: 'payment_intent_id',
        resource: 'paymentIntent',
        void: ['failed'],
        excessive: 'invalid_argument',
        fills: false,
      },
    },
  ),
];
