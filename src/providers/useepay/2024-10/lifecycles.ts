import { inferred, opaque, step, type Lifecycle } from '../../../define/index.ts';
import { sources } from '../sources.ts';

const succeededIsFinal = inferred(
  sources.events2025,
  'it asks receivers not to change a payment intent that has succeeded, and warns that later events do come',
);
const badDebt = inferred(sources.events2025, 'it calls such an invoice a bad debt');
const byName = inferred(sources.events2025, 'from the names and descriptions of the events; no order is stated');
const unsaid = opaque(sources.events2025, 'no order is stated');

/** Which event of a payment intent may follow which. */
export const paymentIntentLifecycle: Lifecycle = {
  object: 'payment_intent',
  first: ['payment_intent.created'],
  steps: {
    'payment_intent.created': step(
      [
        'payment_intent.requires_payment_method',
        'payment_intent.requires_customer_action',
        'payment_intent.requires_capture',
        'payment_intent.pending',
        'payment_intent.succeeded',
        'payment_intent.cancelled',
        'payment_intent.failed',
      ],
      byName,
    ),
    'payment_intent.requires_payment_method': step(
      [
        'payment_intent.requires_customer_action',
        'payment_intent.requires_capture',
        'payment_intent.pending',
        'payment_intent.succeeded',
        'payment_intent.cancelled',
        'payment_intent.failed',
      ],
      byName,
    ),
    'payment_intent.requires_customer_action': step(
      [
        'payment_intent.requires_payment_method',
        'payment_intent.requires_capture',
        'payment_intent.pending',
        'payment_intent.succeeded',
        'payment_intent.cancelled',
        'payment_intent.failed',
      ],
      byName,
    ),
    'payment_intent.requires_capture': step(
      ['payment_intent.pending', 'payment_intent.succeeded', 'payment_intent.cancelled', 'payment_intent.failed'],
      byName,
    ),
    'payment_intent.pending': step(
      [
        'payment_intent.requires_customer_action',
        'payment_intent.requires_capture',
        'payment_intent.succeeded',
        'payment_intent.cancelled',
        'payment_intent.failed',
      ],
      byName,
    ),
    'payment_intent.succeeded': step([], succeededIsFinal),
    'payment_intent.cancelled': step([], byName),
    'payment_intent.failed': step([], byName),
  },
};

/** Which event of a refund may follow which. */
export const refundLifecycle: Lifecycle = {
  object: 'refund',
  first: ['refund.received'],
  steps: {
    'refund.received': step(['refund.accepted', 'refund.succeeded', 'refund.failed'], byName),
    'refund.accepted': step(['refund.succeeded', 'refund.failed'], byName),
    'refund.succeeded': step([], byName),
    'refund.failed': step([], byName),
  },
};

/** Which event of a subscription may follow which. */
export const subscriptionLifecycle: Lifecycle = {
  object: 'subscription',
  first: ['subscription.created'],
  steps: {
    'subscription.created': step(
      ['subscription.active', 'subscription.updated', 'subscription.cancelled', 'subscription.expired'],
      byName,
    ),
    'subscription.active': step(
      [
        'subscription.updated',
        'subscription.unpaid',
        'subscription.paused',
        'subscription.cancelled',
        'subscription.expired',
      ],
      byName,
    ),
    'subscription.updated': step(
      [
        'subscription.active',
        'subscription.updated',
        'subscription.unpaid',
        'subscription.paused',
        'subscription.cancelled',
        'subscription.expired',
      ],
      byName,
    ),
    'subscription.unpaid': step(
      ['subscription.active', 'subscription.updated', 'subscription.cancelled', 'subscription.expired'],
      byName,
      ['subscription.active'],
    ),
    'subscription.paused': step(
      ['subscription.active', 'subscription.updated', 'subscription.cancelled', 'subscription.expired'],
      byName,
      ['subscription.active'],
    ),
    'subscription.cancelled': step([], byName),
    'subscription.expired': step([], byName),
  },
};

/** Which event of an invoice may follow which. */
export const invoiceLifecycle: Lifecycle = {
  object: 'invoice',
  first: ['invoice.sent'],
  steps: {
    'invoice.sent': step(['invoice.paid', 'invoice.payment_failed', 'invoice.cancelled'], byName),
    'invoice.paid': step([], byName),
    'invoice.payment_failed': step([], badDebt),
    'invoice.cancelled': step([], byName),
  },
};

/** Which event may follow which, per object. */
export const lifecycles: readonly Lifecycle[] = [
  paymentIntentLifecycle,
  refundLifecycle,
  subscriptionLifecycle,
  invoiceLifecycle,
  {
    object: 'payment_method',
    first: ['payment_method.created'],
    steps: {
      'payment_method.created': step(['payment_method.updated'], unsaid),
      'payment_method.updated': step(['payment_method.updated'], unsaid),
    },
  },
];
