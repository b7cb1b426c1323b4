import { event, inferred, observed, opaque, pin } from '../../../define/index.ts';
import {
  invoicePins,
  paymentIntentPins as formPaymentIntentPins,
  refundPins,
  subscriptionPins,
} from '../2024-10/pins.ts';
import { sources } from '../sources.ts';
import { invoice, paymentIntent, paymentMethod, refund, subscription } from './objects.ts';

const belongs =
  'no page lists the events of this version; the list of 2025-04-23 is older than it, and the newest one belongs to 2026-04';
const listed = inferred(sources.events2025, belongs);
const sentOrOpen = inferred(sources.events2025, `invoice.open in one of the list's two stored revisions; ${belongs}`);
const statusUnsure = inferred(sources.events2025, `the status it carries is not known; ${belongs}`);
const named = opaque(sources.events2025, `a name and one line; the object is nowhere described; ${belongs}`);

const paymentIntentPins = {
  ...formPaymentIntentPins,
  succeeded: pin('succeeded', observed(sources.merchant, 'it expects the event and the status together')),
};

// prettier-ignore
const catalogue = {
  'invoice.cancelled':                       event(invoice,       { status: invoicePins.cancelled },                      'An invoice was cancelled.',                                      statusUnsure),
  'invoice.paid':                            event(invoice,       { status: invoicePins.paid },                           'An invoice was paid.',                                           listed),
  'invoice.payment_failed':                  event(invoice,       { status: invoicePins.payment_failed },                 'An invoice could not be paid and counts as a bad debt.',         statusUnsure),
  'invoice.sent':                            event(invoice,       { status: invoicePins.sent },                           'An invoice is ready to be paid.',                                sentOrOpen, { spellings: ['invoice.open'] }),
  'payment_intent.cancelled':                event(paymentIntent, { status: paymentIntentPins.cancelled },                'A payment was cancelled.',                                       listed),
  'payment_intent.created':                  event(paymentIntent, { status: paymentIntentPins.created },                  'A payment was begun.',                                           listed),
  'payment_intent.failed':                   event(paymentIntent, { status: paymentIntentPins.failed },                   'A payment failed.',                                              listed),
  'payment_intent.pending':                  event(paymentIntent, { status: paymentIntentPins.pending },                  'A payment was accepted; how it ends is not known yet.',          listed),
  'payment_intent.requires_capture':         event(paymentIntent, { status: paymentIntentPins.requires_capture },         'A payment is authorised and waits to be captured.',              listed),
  'payment_intent.requires_customer_action': event(paymentIntent, { status: paymentIntentPins.requires_customer_action }, 'A payment waits for its customer, such as for 3-D Secure.',      listed),
  'payment_intent.requires_payment_method':  event(paymentIntent, { status: paymentIntentPins.requires_payment_method },  'A payment waits for a way to pay.',                              listed),
  'payment_intent.succeeded':                event(paymentIntent, { status: paymentIntentPins.succeeded },                'A payment is complete.',                                         listed),
  'payment_method.created':                  event(paymentMethod, {},                                                     'A way to pay was made.',                                         named),
  'payment_method.updated':                  event(paymentMethod, {},                                                     'A way to pay was changed.',                                      named),
  'refund.accepted':                         event(refund,        { status: refundPins.accepted },                        'A refund was accepted and is in progress.',                      listed),
  'refund.failed':                           event(refund,        { status: refundPins.failed },                          'A refund failed.',                                               listed),
  'refund.received':                         event(refund,        { status: refundPins.received },                        'A refund was asked for and waits its turn.',                     listed),
  'refund.succeeded':                        event(refund,        { status: refundPins.succeeded },                       'A refund is complete.',                                          listed),
  'subscription.active':                     event(subscription,  { status: subscriptionPins.active },                    'A subscription is active.',                                      listed),
  'subscription.cancelled':                  event(subscription,  { status: subscriptionPins.cancelled },                 'A subscription was cancelled.',                                  statusUnsure),
  'subscription.created':                    event(subscription,  { status: subscriptionPins.created },                   'A subscription was made.',                                       listed),
  'subscription.expired':                    event(subscription,  { status: subscriptionPins.expired },                   'A subscription expired.',                                        statusUnsure),
  'subscription.paused':                     event(subscription,  { status: subscriptionPins.paused },                    'A subscription was paused.',                                     listed),
  'subscription.unpaid':                     event(subscription,  { status: subscriptionPins.unpaid },                    'A subscription is unpaid, since invoices are outstanding.',      listed),
  'subscription.updated':                    event(subscription,  {},                                                     'A subscription was changed: its status, its trial, or its end.', listed),
};

/** Every event UseePay sends in version 2025-11-06. */
export interface Events extends Readonly<typeof catalogue> {}
export const events: Events = catalogue;
