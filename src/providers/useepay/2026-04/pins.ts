import { documented, either, inferred, pin } from '../../../define/index.ts';
import * as older from '../2024-10/pins.ts';
import { sources } from '../sources.ts';

const printed = documented(sources.payloads2026, 'in the printed sample');
const sessionStates = inferred(sources.checkoutGuide, 'from its table of the states of a session; no event was seen');
const outcome = inferred(sources.disputes, 'it names the two outcomes and not the status; no event was seen');

/** The status that each event of a payment intent carries. */
export const paymentIntentPins = { ...older.paymentIntentPins, succeeded: pin('succeeded', printed) };

/** The status that each event of a refund carries. */
export const refundPins = { ...older.refundPins, succeeded: pin('succeeded', printed) };

/** The status that each event of a subscription carries, where it carries a certain one. */
export const subscriptionPins = { ...older.subscriptionPins, active: pin('active', printed) };

/** The status that each event of an invoice carries. */
export const invoicePins = { ...older.invoicePins, paid: pin('paid', printed) };

/** What each event of a checkout session carries. */
export const checkoutSessionPins = {
  completed: { status: pin('complete', printed), payment_status: pin('paid', printed) },
  expired: { status: pin('expired', sessionStates), payment_status: pin('unpaid', sessionStates) },
};

/** The status that each event of a dispute carries. */
export const disputePins = {
  created: pin('need_reponse', documented(sources.payloads2026, 'in the printed sample, with this spelling')),
  closed: either({ won: pin('won', outcome), lost: pin('lost', outcome) }),
};
