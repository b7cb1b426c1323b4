import { inferred, object } from '../../../../define/index.ts';
import { paymentIntentCreateAt } from '../../2024-10/objects/payment-intent-create-at.ts';
import { paymentIntentCreatedAt } from '../../2024-10/objects/payment-intent-created-at.ts';
import { sources } from '../../sources.ts';

export const paymentIntent = object(
  'payment_intent',
  { ...paymentIntentCreateAt, ...inferred(sources.signature, 'printed for 2024-10, and on the page of 2026-04') },
  { ...paymentIntentCreatedAt, ...inferred(sources.webhookEvents, 'printed for 2024-10, and on the page of 2026-04') },
);
