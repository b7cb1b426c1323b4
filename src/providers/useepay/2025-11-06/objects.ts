export { invoice, paymentMethod, refund, subscription } from '../2024-10/objects.ts';
export { paymentIntent } from './objects/payment-intent.ts';
