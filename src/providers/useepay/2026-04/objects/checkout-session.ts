import * as z from 'zod';
import { documented, inferred, object, shape } from '../../../../define/index.ts';
import { amount, currency, metadata, time } from '../../2024-10/fields.ts';
import { customerId, prefixedPaymentIntentId, subscriptionId } from '../../2024-10/ids.ts';
import { sources } from '../../sources.ts';

const schema = z.strictObject({
  id: z.string().regex(/^cs_[0-9A-Za-z]+$/),
  object: z.literal('checkout.session'),
  mode: z.enum(['payment', 'subscription']),
  status: z.enum(['open', 'complete', 'expired']),
  payment_status: z.enum(['unpaid', 'paid', 'no_payment_required']),
  customer_id: customerId,
  subscription_id: subscriptionId.optional(),
  payment_intent_id: prefixedPaymentIntentId,
  amount,
  currency,
  created_at: time,
  metadata,
});

/** A page on which a customer pays or subscribes. */
export interface CheckoutSession extends z.output<typeof schema> {}

const inApi = documented(sources.checkoutApi, 'in the schema of the REST resource');

export const checkoutSession = object(
  'checkout.session',
  shape<CheckoutSession>(
    schema,
    documented(
      sources.payloads2026,
      'in the printed sample; the REST resource is another, with `created` in Unix seconds',
    ),
    {
      name: 'created-at',
      example: {
        id: 'cs_2603020901',
        object: 'checkout.session',
        mode: 'subscription',
        status: 'complete',
        payment_status: 'paid',
        customer_id: 'cus_VEN6A8LP1G00',
        subscription_id: 'sub_3QX7M2KD90000',
        payment_intent_id: 'pi_4417530902',
        amount: 9990,
        currency: 'USD',
        created_at: '2026-03-02T01:01:38Z',
        metadata: {},
      },
      amount: 'amount',
      currency: 'currency',
      times: { created: 'created_at' },
      references: { subscription_id: 'subscription', payment_intent_id: 'payment_intent' },
      fields: {
        'subscription_id=': inferred(
          sources.payloads2026,
          'the only sample is of a subscription; whether the session of a payment has the field is not said',
        ),
        'mode=payment': inApi,
        'status=open': inApi,
        'status=expired': inApi,
        'payment_status=unpaid': inApi,
        'payment_status=no_payment_required': inApi,
      },
    },
  ),
);
