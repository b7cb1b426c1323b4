export type {
  Customer,
  DeviceData,
  InvoiceCreateAt,
  InvoiceCreatedAt,
  Order,
  PaymentIntentCreateAt,
  PaymentIntentCreatedAt,
  RefundCreateAt,
  RefundCreatedAt,
  SubscriptionCreateAt,
  SubscriptionCreatedAt,
} from '../2024-10/objects.ts';
export { checkoutSession, type CheckoutSession } from './objects/checkout-session.ts';
export { dispute, type Dispute } from './objects/dispute.ts';
export { invoice } from './objects/invoice.ts';
export { paymentIntent } from './objects/payment-intent.ts';
export { refund } from './objects/refund.ts';
export { subscription } from './objects/subscription.ts';
