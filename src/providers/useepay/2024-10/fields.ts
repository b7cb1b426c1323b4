import * as z from 'zod';

/**
 * So much of a currency. The samples of 2026-04 look like minor units (10000); older samples and the REST reference
 * look like major ones (10, 100.23). No page settles it.
 */
export const amount = z.number().nonnegative();

/** An ISO 4217 code. */
export const currency = z.string().regex(/^[A-Z]{3}$/);

/** A moment in UTC. Every one that is printed has whole seconds. */
export const time = z.iso.datetime({ precision: 0 });

/** What a merchant keeps with an object. A sample has a number among the values. */
export const metadata = z.record(z.string(), z.union([z.string(), z.number()]));

/** The merchant: 15 digits, of which a sample masks the last four. */
export const merchantNo = z.string().regex(/^[0-9]{11}([0-9]{4}|xxxx)$/);

/** The merchant's application: a domain in every sample. */
export const appId = z.string().min(1);

/** The merchant's own number for a payment. */
export const merchantOrderId = z.string().min(1);
