import { documented, either, inferred, observed, pin } from '../../../define/index.ts';
import { sources } from '../sources.ts';

const constant = inferred(sources.sdkPhp, 'a constant there with the name of the event; no event with it was seen');
const nearestConstant = (note: string) => inferred(sources.sdkPhp, `${note}; which of the two is sent is not said`);
const nameOfEvent = inferred(
  sources.events2025,
  'from the name of the event; the PHP SDK has no such constant, and which of the two is sent is not said',
);

/** The status that each event of a payment intent carries. */
export const paymentIntentPins = {
  created: pin(
    'requires_payment_method',
    inferred(sources.sdkPhp, 'the REST answer to creating one has it, by the README'),
  ),
  requires_payment_method: pin('requires_payment_method', constant),
  requires_customer_action: pin('requires_customer_action', constant),
  requires_capture: pin('requires_capture', constant),
  pending: pin('pending', constant),
  succeeded: pin('succeeded', documented(sources.signature, 'in the form-encoded sample')),
  cancelled: pin('cancelled', constant),
  failed: pin('failed', observed(sources.merchant, 'it expects the event and the status together')),
};

/** The status that each event of a refund carries. */
export const refundPins = {
  received: pin('received', constant),
  accepted: pin('accepted', constant),
  succeeded: pin('succeeded', constant),
  failed: pin('failed', constant),
};

/** The status that each event of a subscription carries, where it carries a certain one. */
export const subscriptionPins = {
  created: pin('incomplete', inferred(sources.subscriptionApi, 'the REST answer to creating one has it')),
  active: pin('active', observed(sources.merchant, 'it expects the event and the status together')),
  unpaid: pin('unpaid', constant),
  paused: pin('paused', constant),
  cancelled: either({
    'as-sdk': pin('canceled', nearestConstant('the constant has one l, the event two')),
    'as-event': pin('cancelled', nameOfEvent),
  }),
  expired: either({
    'as-sdk': pin('incomplete_expired', nearestConstant('the only constant that speaks of expiry')),
    'as-event': pin('expired', nameOfEvent),
  }),
};

/** The status that each event of an invoice carries. */
export const invoicePins = {
  sent: pin('open', inferred(sources.events2025, 'a revision of the page calls the event invoice.open')),
  paid: pin('paid', constant),
  payment_failed: either({
    'as-sdk': pin('uncollectible', nearestConstant('the constant for what the list of events calls a bad debt')),
    'as-event': pin(
      'payment_failed',
      inferred(sources.events2025, '"marked as PAYMENT_FAILED"; the PHP SDK has no such constant'),
    ),
  }),
  cancelled: either({
    'as-sdk': pin('void', nearestConstant('the constant for an invoice that is called off')),
    'as-event': pin('cancelled', nameOfEvent),
  }),
};
