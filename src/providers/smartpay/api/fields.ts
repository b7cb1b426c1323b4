import * as z from 'zod';
import type { IdFormat } from '../../../define/index.ts';
import { amount, currency, metadata, moment } from '../2022-02-18/fields.ts';
import { id } from '../2022-02-18/ids.ts';
import { shippingInfo } from '../2022-02-18/objects/shipping-info.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** How a new id is made: 22 characters, as in all but one of those seen. */
export const ids = (prefix: string): { readonly only: IdFormat } => ({
  only: { prefix: `${prefix}_{mode}_`, alphabet, length: 22 },
});

/** A secret as long as the two that are published. */
export const secretFormat: IdFormat = { prefix: '', alphabet, length: 40 };

/** The times of every resource. */
export const times = { created: 'createdAt', updated: 'updatedAt', notation: 'milliseconds' } as const;

/** What every resource is filled with. */
export const common = { test: { mode: 'isTest' }, metadata: [{ body: 'metadata' }, { value: {} }] } as const;

/** The fields that every resource begins with. */
export const base = <Name extends string>(prefix: string, name: Name) => ({
  id: id(prefix),
  object: z.literal(name),
  createdAt: moment,
  metadata,
  test: z.boolean(),
  updatedAt: moment,
});

const address = z.object(shippingInfo.shape.address.shape);

/** Where an order is sent, as a request says it. */
const shippingInfoBody = z.object({ ...shippingInfo.shape, address });

/** Who buys, as a request says it: all of it may be left out. */
export const customerInfo = z.object({
  accountAge: z.int().nonnegative().optional(),
  emailAddress: z.string().optional(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  firstNameKana: z.string().optional(),
  lastNameKana: z.string().optional(),
  address: address.partial().optional(),
  phoneNumber: z.string().optional(),
  dateOfBirth: z.iso.date().optional(),
  legalGender: z.enum(['male', 'female']).optional(),
  reference: z.string().optional(),
});

/** One line of an order, as a request says it. */
const item = z.object({
  kind: z.enum(['product', 'discount', 'tax']).optional(),
  quantity: z.int().nonnegative().optional(),
  name: z.string(),
  brand: z.string().optional(),
  categories: z.array(z.string()).optional(),
  gtin: z.string().optional(),
  images: z.array(z.string()).max(8).optional(),
  reference: z.string().optional(),
  url: z.string().optional(),
  amount,
  currency,
  label: z.string().optional(),
  description: z.string().optional(),
  metadata: metadata.optional(),
  productDescription: z.string().optional(),
  productMetadata: metadata.optional(),
  priceDescription: z.string().optional(),
  priceMetadata: metadata.optional(),
});

/** What an order is asked for with. */
export const orderBody = {
  amount: amount.positive(),
  captureMethod: z.enum(['automatic', 'manual']).optional(),
  currency,
  customerInfo,
  description: z.string().optional(),
  items: z.array(item).min(1),
  metadata: metadata.optional(),
  reference: z.string().optional(),
  shippingInfo: shippingInfoBody,
};

/** What payments and refunds can be changed in. */
export const noteBody = z.object({
  description: z.string().optional(),
  metadata: metadata.optional(),
  reference: z.string().optional(),
});
