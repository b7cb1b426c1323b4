import type { Story } from '../../../define/index.ts';
import type { Events } from './events.ts';
import {
  abandonedInvoice,
  abandonedPayment,
  abandonedSubscription,
  authorizedPayment,
  declinedPayment,
  endedSubscription,
  endingSubscription,
  failedRefund,
  pausedSubscription,
  sentInvoice,
  unpaid,
  unpaidInvoice,
  unpaidSubscription,
} from './moments.ts';

/** A customer subscribes for a month and gets part of it back; others leave, pause, or have no money on the card. */
// prettier-ignore
export const story: Story<Events> = {
  'subscription.created':                    { at: '2026-03-02T01:02:03Z' },
  'invoice.sent':                            { at: '2026-03-02T01:02:04Z', ...sentInvoice },
  'payment_intent.created':                  { at: '2026-03-02T01:02:05Z', ...unpaid },
  'payment_intent.requires_payment_method':  { at: '2026-03-02T01:02:06Z', ...unpaid },
  'payment_method.created':                  { at: '2026-03-02T01:02:38Z' },
  'payment_intent.requires_customer_action': { at: '2026-03-02T01:02:40Z' },
  'payment_intent.pending':                  { at: '2026-03-02T01:03:10Z' },
  'payment_intent.succeeded':                { at: '2026-03-02T01:03:12Z' },
  'invoice.paid':                            { at: '2026-03-02T01:03:13Z' },
  'subscription.active':                     { at: '2026-03-02T01:03:14Z' },
  'payment_intent.requires_capture':         { at: '2026-03-03T06:20:11Z', ...authorizedPayment },
  'payment_intent.cancelled':                { at: '2026-03-05T09:10:01Z', ...abandonedPayment },
  'invoice.cancelled':                       { at: '2026-03-05T09:10:02Z', ...abandonedInvoice },
  'subscription.expired':                    { at: '2026-03-05T09:10:03Z', ...abandonedSubscription },
  'refund.received':                         { at: '2026-03-06T02:00:30Z' },
  'refund.accepted':                         { at: '2026-03-06T02:00:45Z' },
  'refund.succeeded':                        { at: '2026-03-07T10:10:10Z' },
  'refund.failed':                           { at: '2026-03-08T04:00:09Z', ...failedRefund },
  'payment_method.updated':                  { at: '2026-03-09T05:15:00Z' },
  'subscription.updated':                    { at: '2026-03-10T08:30:00Z', ...endingSubscription },
  'payment_intent.failed':                   { at: '2026-03-12T00:00:20Z', ...declinedPayment },
  'invoice.payment_failed':                  { at: '2026-03-12T00:00:21Z', ...unpaidInvoice },
  'subscription.unpaid':                     { at: '2026-03-12T00:00:22Z', ...unpaidSubscription },
  'subscription.paused':                     { at: '2026-03-14T10:00:00Z', ...pausedSubscription },
  'subscription.cancelled':                  { at: '2026-04-02T00:00:05Z', ...endedSubscription },
};
