import * as z from 'zod';

const prefixed = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9A-Za-z]+$`));

/** The hand-written samples have ids such as `evt_invoice123`, and one real id is masked at its end. */
export const eventId = prefixed('evt');
export const customerId = prefixed('cus');
export const invoiceId = prefixed('inv');
export const subscriptionId = prefixed('sub');

/** A payment intent's id in the shape `created-at`. */
export const prefixedPaymentIntentId = prefixed('pi');
/** A payment intent's id in the shape `create-at`: 19 digits; one sample has 17, one masks the last. */
export const numericPaymentIntentId = z.string().regex(/^([0-9]{17,19}|[0-9]{14,16}xxx)$/);

/** A refund's id in the shape `created-at`. */
export const prefixedRefundId = prefixed('ref');
/** A refund's id in the shape `create-at`. */
export const hexRefundId = z.string().regex(/^[0-9a-f]{32}$/);
