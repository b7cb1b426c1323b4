import { documented, object } from '../../../../define/index.ts';
import { paymentIntentCreateAt } from '../../2024-10/objects/payment-intent-create-at.ts';
import { paymentIntentCreatedAt } from '../../2024-10/objects/payment-intent-created-at.ts';
import { sources } from '../../sources.ts';

export const paymentIntent = object(
  'payment_intent',
  {
    ...paymentIntentCreatedAt,
    ...documented(
      sources.payloads2026,
      'the first of two samples; that of the integration guide is without merchant_no, app_id and merchant_order_id',
    ),
  },
  {
    ...paymentIntentCreateAt,
    ...documented(sources.payloads2026, 'the second of two samples; which of the two 2026-04 sends is not said'),
  },
);
