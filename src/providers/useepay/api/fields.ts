import * as z from 'zod';
import type { IdFormat } from '../../../define/index.ts';
import { appId, merchantNo, time } from '../2024-10/fields.ts';

const digits = '0123456789';
const upper = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** How ids are made: like those of real objects, such as `cus_VEN6A8LP1G00`. */
export const ids = (prefix: string): { readonly only: IdFormat } => ({
  only: { prefix: `${prefix}_`, alphabet: upper, length: 13 },
});

/** How ids of payment intents are made: 19 digits in real traffic, and with a prefix where the documentation prints one. */
export const paymentIntentIds = {
  'create-at': { prefix: '101', alphabet: digits, length: 16 },
  'created-at': { prefix: 'pi_', alphabet: digits, length: 10 },
} satisfies { readonly [Shape: string]: IdFormat };

/** How ids of refunds are made. */
export const refundIds = {
  'create-at': { prefix: '', alphabet: '0123456789abcdef', length: 32 },
  'created-at': { prefix: 'ref_', alphabet: digits, length: 10 },
} satisfies { readonly [Shape: string]: IdFormat };

/** A secret for a browser. */
export const clientSecret: IdFormat = { prefix: '', alphabet: '0123456789abcdef', length: 32 };

/** The times of nearly every resource. */
export const times = { created: 'create_at', updated: 'modify_at', notation: 'iso' } as const;

/** Who made an object: the merchant and its application, by the headers of the request. */
export const maker = { merchant_no: { credential: 'x-merchant-no' }, app_id: { credential: 'x-app-id' } } as const;

/** What nearly every resource has of itself. */
export const made = { merchant_no: merchantNo, app_id: appId, create_at: time, modify_at: time };

/** The metadata that the body gives; none when left out. */
export const metadataOrNone = [{ body: 'metadata' }, { value: {} }] as const;

/** An amount in a request: a number in the reference, a text in a merchant's integration. */
export const amountBody = z.union([
  z.number().positive(),
  z
    .string()
    .regex(/^[0-9]+(\.[0-9]+)?$/)
    .transform(Number),
]);

/** The fields of a printed event that is made of an object of the API. */
export const printed = { created_at: { of: 'create_at' }, metadata: [{ of: 'metadata' }, { value: {} }] } as const;
