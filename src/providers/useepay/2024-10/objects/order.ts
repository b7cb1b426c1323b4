import * as z from 'zod';
import { time } from '../fields.ts';
import { address } from './customer.ts';

/** What is bought, and where it is sent. */
export const order = z.strictObject({
  category: z.string().optional(),
  products: z
    .array(
      z.strictObject({
        name: z.string(),
        code: z.string().optional(),
        desc: z.string().optional(),
        quantity: z.int().positive(),
        sku: z.string().optional(),
        type: z.string().optional(),
        url: z.url().optional(),
        effective_end_at: time.optional(),
        effective_start_at: time.optional(),
      }),
    )
    .optional(),
  shipping: z
    .strictObject({
      address,
      first_name: z.string().optional(),
      last_name: z.string().optional(),
      shipping_method: z.string().optional(),
    })
    .optional(),
});

/** What is bought, and where it is sent. */
export interface Order extends z.output<typeof order> {}

/** An order with every field. */
export const orderExample: Order = {
  category: 'Apparel and accessories',
  products: [
    {
      name: 'T-shirt club',
      code: 'club-monthly',
      desc: 'A T-shirt each month',
      quantity: 1,
      sku: '100004',
      type: 'physical',
      url: 'https://shop.example.com/item/100004',
      effective_end_at: '2026-12-31T23:59:59Z',
      effective_start_at: '2026-01-01T00:00:00Z',
    },
  ],
  shipping: {
    address: {
      country: 'CN',
      city: 'shanghai',
      postcode: '200100',
      state: 'shanghai',
      line1: 'pudong zhangjiang',
      line2: 'room 1002',
    },
    first_name: '三',
    last_name: '张',
    shipping_method: 'sameday',
  },
};
