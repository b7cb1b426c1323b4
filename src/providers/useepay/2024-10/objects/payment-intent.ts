import { object } from '../../../../define/index.ts';
import { paymentIntentCreateAt } from './payment-intent-create-at.ts';
import { paymentIntentCreatedAt } from './payment-intent-created-at.ts';

export const paymentIntent = object('payment_intent', paymentIntentCreateAt, paymentIntentCreatedAt);
