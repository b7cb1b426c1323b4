import * as z from 'zod';
import { appId, merchantNo, metadata, time } from '../fields.ts';

/** A postal address, in a customer and in an order. */
export const address = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  city: z.string(),
  postcode: z.string(),
  state: z.string(),
  line1: z.string(),
  line2: z.string().optional(),
});

/** A customer as a payment intent of the shape `create-at` carries it. */
export const customer = z.strictObject({
  // The printed sample's masked id, `cusxxx`, has lost its underscore.
  id: z.string().regex(/^(cus_[0-9A-Za-z]+|cusxxx)$/),
  address: address.optional(),
  description: z.string().optional(),
  name: z.string().optional(),
  email: z.email().optional(),
  phone: z.string().optional(),
  metadata: metadata.optional(),
  shipping: z.strictObject({ address, name: z.string().optional(), phone: z.string().optional() }).optional(),
  merchant_no: merchantNo,
  app_id: appId,
  create_at: time,
  modify_at: time,
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  merchant_customer_id: z.string().optional(),
});

/** A customer as a payment intent of the shape `create-at` carries it. */
export interface Customer extends z.output<typeof customer> {}
