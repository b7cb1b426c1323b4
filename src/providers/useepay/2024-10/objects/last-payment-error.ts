import * as z from 'zod';
import { documented } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';

/** Why the last attempt to pay failed. Empty where none did. */
export const lastPaymentError = z.strictObject({
  code: z
    .enum([
      'system_error',
      'payment_intent_authentication_failed',
      'authentication_failed',
      'card_declined',
      'payment_method_not_available',
      'reenter_transaction',
      'processing_error',
      'fraudulent',
      'quota_exceeded',
      'provider_session_expired',
      'invalid_account',
    ])
    .optional(),
  // The stored list of these is cut.
  decline_code: z.string().optional(),
  message: z.string().optional(),
});

const inOneRevision = documented(sources.lastPaymentError, 'in one of the two stored revisions of the page');

/** How the codes are known that not every revision of the page has. */
export const lastPaymentErrorEvidence = {
  'last_payment_error.code=authentication_failed': inOneRevision,
  'last_payment_error.code=quota_exceeded': inOneRevision,
  'last_payment_error.code=provider_session_expired': inOneRevision,
  'last_payment_error.code=invalid_account': inOneRevision,
};
