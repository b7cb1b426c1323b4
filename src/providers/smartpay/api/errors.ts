import {
  apiError,
  documented,
  inferred,
  observed,
  opaque,
  type ApiError,
  type CommonErrors,
} from '../../../define/index.ts';
import { sources } from '../sources.ts';

const byAnalogy = inferred(
  sources.sdkGo,
  'that it answers 404 is there; the code is named like those that are documented',
);
const ours = 'no page says what is answered; the body is in the usual form';

/** The errors that Smartpay answers. */
export const errors = {
  unauthorized: apiError(
    401,
    'unauthorized',
    'Unauthorized',
    observed(sources.sdkGo, 'the three fields of the body; their values are inferred'),
    { statusCode: '{status}', scheme: 'Basic', realm: 'API' },
  ),
  'request.invalid': apiError(
    400,
    'request.invalid',
    'Input parameter or payload is invalid',
    inferred(sources.sdkNode, 'code and message are there; that 400 goes with them is inferred'),
  ),
  'request.malformed': apiError(
    400,
    'request.malformed',
    'Input payload is malformed, could not be decoded',
    inferred(sources.sdkNode, 'code and message are there; that 400 goes with them is inferred'),
  ),
  'route.unknown': apiError(404, 'route.unknown', 'There is no such endpoint', opaque(sources.sdkNode, ours)),
  'order.not-found': apiError(
    404,
    'order.not-found',
    'No order was found meeting the requirements',
    documented(sources.cancelOrder),
  ),
  'order.cannot-cancel': apiError(
    409,
    'order.cannot-cancel',
    'The order has a status which does not allow cancellation',
    documented(sources.cancelOrder),
  ),
  'order.cannot-capture': apiError(
    409,
    'order.cannot-capture',
    'No payment can be created',
    documented(sources.createPayment),
  ),
  'payment.excessive-amount': apiError(
    409,
    'payment.excessive-amount',
    'The payment exceeds the amount of the order that is available for capture',
    documented(sources.createPayment),
  ),
  'payment.not-found': apiError(
    404,
    'payment.not-found',
    'No payment was found meeting the requirements',
    documented(sources.createRefund),
  ),
  'amount.insufficient': apiError(
    403,
    'amount.insufficient',
    'Available amount on payment is insufficient to handle the request',
    documented(sources.createRefund),
  ),
  'refund.not-found': apiError(
    404,
    'refund.not-found',
    'No refund was found meeting the requirements',
    documented(sources.getRefund),
  ),
  'token.not-found': apiError(
    404,
    'token.not-found',
    'No token was found meeting the requirements',
    documented(sources.createOrder),
  ),
  'token.invalid': apiError(
    400,
    'token.invalid',
    'The token specified is not currently valid',
    documented(sources.createOrder),
  ),
  'coupon.not-found': apiError(
    404,
    'coupon.not-found',
    'No coupon was found meeting the requirements',
    documented(sources.createPromotionCode),
  ),
  'promotion-code.exists': apiError(
    409,
    'promotion-code.exists',
    'The promotion code already exists',
    documented(sources.createPromotionCode),
  ),
  'promotion-code.not-found': apiError(
    404,
    'promotion-code.not-found',
    'No promotion code was found meeting the requirements',
    byAnalogy,
  ),
  'checkout-session.not-found': apiError(
    404,
    'checkout-session.not-found',
    'No checkout session was found meeting the requirements',
    byAnalogy,
  ),
  'webhook-endpoint.not-found': apiError(
    404,
    'webhook-endpoint.not-found',
    'No webhook endpoint was found meeting the requirements',
    byAnalogy,
  ),
} satisfies { readonly [Name: string]: ApiError };

/** Which of them are no single operation's. */
export const commonErrors: CommonErrors = {
  unauthenticated: 'unauthorized',
  malformed: 'request.malformed',
  invalid: 'request.invalid',
  unknownRoute: 'route.unknown',
};
