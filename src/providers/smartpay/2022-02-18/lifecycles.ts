import { documented, inferred, opaque, step, type Lifecycle } from '../../../define/index.ts';
import { sources } from '../sources.ts';

const softDecline = inferred(
  sources.eventObject,
  'it says that the shopper may retry; what events a retry brings, and that the order may be cancelled, is inferred',
);
const hardDecline = documented(sources.eventObject, 'no further action can be taken');
const expiry = inferred(
  sources.captureAnOrder,
  'an authorised order that is not captured in 7 days is cancelled; that an event says so is inferred',
);
const byStatus = inferred(sources.token, 'from the descriptions of the statuses');
const nothingFollows = inferred(sources.eventObject, 'no listed event could follow');
const unsaid = opaque(sources.eventObject, 'no order is stated');

/** Which event may follow which, per object. */
export const lifecycles: readonly Lifecycle[] = [
  {
    object: 'order',
    first: ['order.authorized', 'order.rejected'],
    steps: {
      'order.authorized': step(['order.canceled'], expiry),
      'order.authorized.automatic-capture': step([], nothingFollows),
      'order.authorized.manual-capture': step(['order.canceled'], expiry),
      'order.rejected': step(['order.rejected', 'order.authorized'], softDecline, ['order.authorized']),
      'order.rejected.soft-decline': step(['order.rejected', 'order.authorized'], softDecline, ['order.authorized']),
      'order.rejected.hard-decline': step([], hardDecline),
      'order.canceled': step([], nothingFollows),
    },
  },
  { object: 'payment', first: ['payment.created'], steps: { 'payment.created': step([], nothingFollows) } },
  { object: 'refund', first: ['refund.created'], steps: { 'refund.created': step([], nothingFollows) } },
  {
    object: 'token',
    first: ['token.created'],
    steps: {
      'token.created': step(['token.approved', 'token.rejected', 'token.deleted'], byStatus),
      'token.approved': step(['token.used', 'token.disabled', 'token.deleted'], byStatus),
      'token.used': step(['token.used', 'token.disabled', 'token.deleted'], byStatus),
      'token.disabled': step(['token.enabled', 'token.deleted'], byStatus, ['token.enabled']),
      'token.enabled': step(['token.used', 'token.disabled', 'token.deleted'], byStatus),
      'token.rejected': step([], byStatus),
      'token.deleted': step([], byStatus),
    },
  },
  {
    object: 'coupon',
    first: ['coupon.created'],
    steps: { 'coupon.created': step(['coupon.updated'], unsaid), 'coupon.updated': step(['coupon.updated'], unsaid) },
  },
  {
    object: 'promotionCode',
    first: ['promotion_code.created'],
    steps: {
      'promotion_code.created': step(['promotion_code.updated'], unsaid),
      'promotion_code.updated': step(['promotion_code.updated'], unsaid),
    },
  },
  {
    object: 'payout',
    first: ['payout.generated'],
    steps: { 'payout.generated': step(['payout.paid'], unsaid), 'payout.paid': step([], unsaid) },
  },
  {
    object: 'merchant user',
    first: ['merchant_user.created'],
    steps: {
      'merchant_user.created': step(['merchant_user.password_reset'], unsaid),
      'merchant_user.password_reset': step(['merchant_user.password_reset'], unsaid),
    },
  },
];
