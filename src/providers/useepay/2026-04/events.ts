import { documented, event, inferred } from '../../../define/index.ts';
import { sources } from '../sources.ts';
import { misprintedEnvelope } from './envelope.ts';
import { checkoutSession, dispute, invoice, paymentIntent, refund, subscription } from './objects.ts';
import {
  checkoutSessionPins,
  disputePins,
  invoicePins,
  paymentIntentPins,
  refundPins,
  subscriptionPins,
} from './pins.ts';

const listed = documented(sources.events2026);
const listedWithPayloads = documented(sources.payloads2026, 'not in the newest list of events');
const statusUnsure = documented(sources.events2026, 'the status it carries is not known');
const disputeCreated = documented(
  sources.events2026,
  'the page of payloads lists it as dispute.cteate and prints its sample as dispute.create; the page of disputes allows one version of webhooks alone, and its stored copy is cut before it says which',
);
const disputeClosed = documented(
  sources.disputes,
  'the page of payloads does not list it; the stored list of events is cut before it; the page of disputes allows one version of webhooks alone, and its stored copy is cut before it says which',
);
const misprintedToo = {
  ...misprintedEnvelope,
  ...inferred(sources.payloads2026, 'printed for a new dispute; that a closed one may come in it is inferred'),
};

// prettier-ignore
const catalogue = {
  'checkout_session.completed':              event(checkoutSession, checkoutSessionPins.completed,                          'A checkout session was completed.',                                  listed),
  'checkout_session.expired':                event(checkoutSession, checkoutSessionPins.expired,                            'A checkout session expired before it was completed.',                listed),
  'dispute.closed':                          event(dispute,         { status: disputePins.closed },                         'A dispute is finished: won, with the chargeback reversed, or lost.', disputeClosed, { envelopes: [misprintedToo] }),
  'dispute.created':                         event(dispute,         { status: disputePins.created },                        'A dispute was opened: a retrieval request or a chargeback.',         disputeCreated, { spellings: ['dispute.create', 'dispute.cteate'], envelopes: [misprintedEnvelope] }),
  'invoice.cancelled':                       event(invoice,         { status: invoicePins.cancelled },                      'An invoice was cancelled.',                                          statusUnsure),
  'invoice.paid':                            event(invoice,         { status: invoicePins.paid },                           'An invoice was paid.',                                               listed),
  'invoice.payment_failed':                  event(invoice,         { status: invoicePins.payment_failed },                 'An invoice could not be paid and counts as a bad debt.',             statusUnsure),
  'invoice.sent':                            event(invoice,         { status: invoicePins.sent },                           'An invoice is ready to be paid.',                                    listed),
  'payment_intent.cancelled':                event(paymentIntent,   { status: paymentIntentPins.cancelled },                'A payment was cancelled.',                                           listed),
  'payment_intent.created':                  event(paymentIntent,   { status: paymentIntentPins.created },                  'A payment was begun.',                                               listed),
  'payment_intent.failed':                   event(paymentIntent,   { status: paymentIntentPins.failed },                   'A payment failed.',                                                  listed),
  'payment_intent.pending':                  event(paymentIntent,   { status: paymentIntentPins.pending },                  'A payment was accepted; how it ends is not known yet.',              listed),
  'payment_intent.requires_capture':         event(paymentIntent,   { status: paymentIntentPins.requires_capture },         'A payment is authorised and waits to be captured.',                  listed),
  'payment_intent.requires_customer_action': event(paymentIntent,   { status: paymentIntentPins.requires_customer_action }, 'A payment waits for its customer, such as for 3-D Secure.',          listed),
  'payment_intent.requires_payment_method':  event(paymentIntent,   { status: paymentIntentPins.requires_payment_method },  'A payment waits for a way to pay.',                                  listed),
  'payment_intent.succeeded':                event(paymentIntent,   { status: paymentIntentPins.succeeded },                'A payment is complete.',                                             listed),
  'refund.accepted':                         event(refund,          { status: refundPins.accepted },                        'A refund was accepted and is in progress.',                          listed),
  'refund.failed':                           event(refund,          { status: refundPins.failed },                          'A refund failed.',                                                   listed),
  'refund.received':                         event(refund,          { status: refundPins.received },                        'A refund was asked for and waits its turn.',                         listed),
  'refund.succeeded':                        event(refund,          { status: refundPins.succeeded },                       'A refund is complete.',                                              listed),
  'subscription.active':                     event(subscription,    { status: subscriptionPins.active },                    'A subscription is active.',                                          listed),
  'subscription.cancelled':                  event(subscription,    { status: subscriptionPins.cancelled },                 'A subscription was cancelled.',                                      statusUnsure),
  'subscription.created':                    event(subscription,    { status: subscriptionPins.created },                   'A subscription was made.',                                           listed),
  'subscription.expired':                    event(subscription,    { status: subscriptionPins.expired },                   'A subscription expired.',                                            statusUnsure),
  'subscription.paused':                     event(subscription,    { status: subscriptionPins.paused },                    'A subscription was paused.',                                         listed),
  'subscription.unpaid':                     event(subscription,    { status: subscriptionPins.unpaid },                    'A subscription is unpaid, since invoices are outstanding.',          listed),
  'subscription.updated':                    event(subscription,    {},                                                     'A subscription was changed: its status, its trial, or its end.',     listedWithPayloads),
};

/**
 * Every event UseePay is known to send in version 2026-04. The stored copy of the newest list is cut after
 * `dispute.created`: whether `payment_method.*` comes after it, as in the list before, is not known.
 */
export interface Events extends Readonly<typeof catalogue> {}
export const events: Events = catalogue;
