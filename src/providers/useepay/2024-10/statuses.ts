import * as z from 'zod';
import { documented, inferred, observed } from '../../../define/index.ts';
import { sources } from '../sources.ts';

const constant = observed(sources.sdkPhp, 'a constant there');
const spelledLikeTheEvent = inferred(
  sources.events2025,
  'from the name of the event; the PHP SDK has no such constant',
);

/** Where a payment intent is. */
export const paymentIntentStatus = z.enum([
  'requires_payment_method',
  'requires_customer_action',
  'requires_capture',
  'pending',
  'succeeded',
  'cancelled',
  'failed',
]);

/** How the statuses of a payment intent that no sample shows are known. */
export const paymentIntentStatusEvidence = {
  'status=requires_payment_method': constant,
  'status=requires_customer_action': constant,
  'status=requires_capture': constant,
  'status=pending': constant,
  'status=cancelled': constant,
  'status=failed': observed(sources.merchant, 'only there; the PHP SDK has no such constant'),
};

/** Where a refund is. */
export const refundStatus = z.enum(['received', 'accepted', 'succeeded', 'failed']);

/** How the statuses of a refund that no sample shows are known. */
export const refundStatusEvidence = {
  'status=received': documented(sources.refundApi, 'in the REST answer to a request for one'),
  'status=accepted': constant,
  'status=failed': constant,
};

/** Where a subscription is. */
export const subscriptionStatus = z.enum([
  'active',
  'canceled',
  'cancelled',
  'expired',
  'incomplete',
  'incomplete_expired',
  'past_due',
  'paused',
  'trialing',
  'unpaid',
]);

/** How the statuses of a subscription that no sample shows are known. */
export const subscriptionStatusEvidence = {
  'status=canceled': constant,
  'status=cancelled': spelledLikeTheEvent,
  'status=expired': spelledLikeTheEvent,
  'status=incomplete': documented(sources.subscriptionApi, 'in the REST answer to creating one'),
  'status=incomplete_expired': constant,
  'status=past_due': constant,
  'status=paused': constant,
  'status=trialing': constant,
  'status=unpaid': constant,
};

/** Where an invoice is. */
export const invoiceStatus = z.enum(['draft', 'open', 'paid', 'payment_failed', 'cancelled', 'uncollectible', 'void']);

/** How the statuses of an invoice that no sample shows are known. */
export const invoiceStatusEvidence = {
  'status=draft': constant,
  'status=open': documented(sources.invoiceApi, 'in a REST answer'),
  'status=payment_failed': inferred(sources.events2025, 'it says "marked as PAYMENT_FAILED", and not in which field'),
  'status=cancelled': spelledLikeTheEvent,
  'status=uncollectible': constant,
  'status=void': constant,
};
