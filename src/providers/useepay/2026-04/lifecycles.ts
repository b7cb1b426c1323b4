import { documented, inferred, step, type Lifecycle } from '../../../define/index.ts';
import {
  invoiceLifecycle,
  paymentIntentLifecycle,
  refundLifecycle,
  subscriptionLifecycle,
} from '../2024-10/lifecycles.ts';
import { sources } from '../sources.ts';

const eitherWay = inferred(
  sources.checkoutGuide,
  'a session is complete or expired; that it is never both is inferred',
);
const closed = documented(sources.disputes, 'it says that this dispute is finished, and not that the order is');

/** Which event may follow which, per object. */
export const lifecycles: readonly Lifecycle[] = [
  paymentIntentLifecycle,
  refundLifecycle,
  subscriptionLifecycle,
  invoiceLifecycle,
  {
    object: 'checkout.session',
    first: ['checkout_session.completed', 'checkout_session.expired'],
    steps: {
      'checkout_session.completed': step([], eitherWay),
      'checkout_session.expired': step([], eitherWay),
    },
  },
  {
    object: 'dispute',
    first: ['dispute.created'],
    steps: { 'dispute.created': step(['dispute.closed'], closed), 'dispute.closed': step([], closed) },
  },
];
