import { documented, either, event, inferred, observed, opaque, pin } from '../../../define/index.ts';
import { sources } from '../sources.ts';
import { coupon, merchantUser, order, payment, payout, promotionCode, refund, token } from './objects.ts';

const listed = documented(sources.eventObject);
const named = opaque(sources.eventObject, 'a name and one line; the object is nowhere described');

const orderAuthorized = either({
  'automatic-capture': pin('succeeded', documented(sources.eventObject, 'in the printed sample')),
  'manual-capture': pin(
    'requires_capture',
    inferred(sources.magento, 'an authorised order that is not captured has it'),
  ),
});
const orderRejected = either({
  'soft-decline': pin('requires_authorization', listed),
  'hard-decline': pin('rejected', listed),
});
const orderCanceled = pin('canceled', inferred(sources.sdkNode, 'the REST resource has it; no event body was seen'));
const refundCreated = either({
  succeeded: pin('succeeded', documented(sources.eventObject, 'in the printed sample')),
  failed: pin('failed', inferred(sources.sdkGo, 'possible by the list of statuses')),
});
const status = {
  requires_authorization: pin('requires_authorization', inferred(sources.token, 'from the description of the status')),
  active: pin('active', documented(sources.eventObject, 'in the printed sample')),
  rejected: pin('rejected', inferred(sources.token, 'from the description of the status')),
  disabled: pin('disabled', inferred(sources.sdkNode, 'the REST resource has it after the call')),
  enabled: pin('active', inferred(sources.sdkNode, 'the REST resource has it after the call')),
  deleted: pin('deleted', inferred(sources.token, 'from the list of statuses; afterwards the REST resource is gone')),
  used: pin('active', inferred(sources.eventObject, 'a token must be active to be used')),
};

// prettier-ignore
const catalogue = {
  'coupon.created':               event(coupon,        {},                                         'A coupon was made.',                                           listed),
  'coupon.updated':               event(coupon,        {},                                         'A coupon was changed.',                                        listed),
  'merchant_user.created':        event(merchantUser,  {},                                         'A user was added to the merchant\'s account.',                 named),
  'merchant_user.password_reset': event(merchantUser,  {},                                         'A user of the merchant\'s account changed the password.',      named),
  'order.authorized':             event(order,         { status: orderAuthorized },                'An order was authorised.',                                     listed),
  'order.canceled':               event(order,         { status: orderCanceled },                  'An order was cancelled.',                                      listed),
  'order.rejected':               event(order,         { status: orderRejected },                  'An order was declined: softly (the shopper may retry) or for good.', listed),
  'payment.created':              event(payment,       { status: pin('processed', listed) },       'An order was captured.',                                       listed),
  'payout.generated':             event(payout,        {},                                         'A payout was calculated.',                                     named),
  'payout.paid':                  event(payout,        {},                                         'A payout went to the merchant\'s bank account.',               named),
  'promotion_code.created':       event(promotionCode, {},                                         'A promotion code was made.',                                   listed),
  'promotion_code.updated':       event(promotionCode, {},                                         'A promotion code was changed.',                                listed),
  'refund.created':               event(refund,        { status: refundCreated },                  'A payment was refunded.',                                      listed),
  'token.approved':               event(token,         { status: status.active },                  'The shopper approved a token.',                                listed),
  'token.created':                event(token,         { status: status.requires_authorization },  'A token was made.',                                            listed),
  'token.deleted':                event(token,         { status: status.deleted },                 'A token was deleted.',                                         listed),
  'token.disabled':               event(token,         { status: status.disabled },                'A token was disabled.',                                        listed),
  'token.enabled':                event(token,         { status: status.enabled },                 'A token was enabled again.',                                   listed),
  'token.rejected':               event(token,         { status: status.rejected },                'The shopper or Smartpay declined a token.',                    observed(sources.sdkGo, 'in the lists of the Go, PHP and Ruby SDKs, not in the documentation')),
  'token.used':                   event(token,         { status: status.used },                    'A token was used to make an order.',                           listed),
};

/** Every event Smartpay sends in version 2022-02-18. */
export interface Events extends Readonly<typeof catalogue> {}
export const events: Events = catalogue;
