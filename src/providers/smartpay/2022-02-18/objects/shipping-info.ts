import * as z from 'zod';
import { amount, currency } from '../fields.ts';

const address = z.strictObject({
  line1: z.string(),
  line2: z.string().optional(),
  line3: z.string().optional(),
  line4: z.string().optional(),
  line5: z.string().optional(),
  subLocality: z.string().optional(),
  locality: z.string().max(80),
  administrativeArea: z.string().optional(),
  postalCode: z.string(),
  country: z.enum(['JP']),
});

/** A postal address. */
export interface Address extends z.output<typeof address> {}

/** Where an order is sent, and by whom. */
export const shippingInfo = z.strictObject({
  address,
  addressType: z.enum(['home', 'gift', 'locker', 'office', 'store']).optional(),
  carrierName: z.string().optional(),
  reference: z.string().optional(),
  feeAmount: amount.optional(),
  feeCurrency: currency.optional(),
});

/** Where an order is sent, and by whom. */
export interface ShippingInfo extends z.output<typeof shippingInfo> {}
