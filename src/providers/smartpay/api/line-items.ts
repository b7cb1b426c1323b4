import * as z from 'zod';
import { observed, resource } from '../../../define/index.ts';
import { amount, currency, metadata, moment } from '../2022-02-18/fields.ts';
import { id } from '../2022-02-18/ids.ts';
import { sources } from '../sources.ts';
import { base, common, ids, times } from './fields.ts';

const inFixture = observed(
  sources.sdkRuby,
  'in a captured-looking answer; optional fields are in the types of the Go SDK',
);

/** What is sold. It is answered inside a price only. */
export const product = resource(
  z.strictObject({
    ...base('product', 'product'),
    active: z.boolean(),
    brand: z.string().optional(),
    categories: z.array(z.string()),
    description: z.string().optional(),
    gtin: z.string().optional(),
    images: z.array(z.string()),
    name: z.string(),
    reference: z.string().optional(),
    url: z.string().optional(),
  }),
  inFixture,
  {
    ids: ids('product'),
    times,
    fill: {
      ...common,
      active: { value: true },
      categories: [{ body: 'categories' }, { value: [] }],
      description: { body: 'productDescription' },
      images: [{ body: 'images' }, { value: [] }],
      metadata: [{ body: 'productMetadata' }, { value: {} }],
    },
  },
);

/** What it costs. It is answered inside a line item only. */
export const price = resource(
  z.strictObject({
    ...base('price', 'price'),
    active: z.boolean(),
    amount,
    currency,
    description: z.string().optional(),
    label: z.string().optional(),
    product: id('product'),
  }),
  inFixture,
  {
    ids: ids('price'),
    times,
    expands: { product: 'product' },
    fill: {
      ...common,
      active: { value: true },
      description: { body: 'priceDescription' },
      metadata: [{ body: 'priceMetadata' }, { value: {} }],
      product: { made: 'product' },
    },
  },
);

/** One line of an order. It is answered inside an order, a payment or a refund only. */
export const lineItem = resource(
  z.strictObject({
    id: id('li'),
    object: z.literal('lineItem'),
    amount: amount.optional(),
    createdAt: moment.optional(),
    currency: currency.optional(),
    description: z.string().optional(),
    kind: z.enum(['product', 'discount', 'tax']).optional(),
    metadata,
    price: id('price'),
    quantity: z.int().nonnegative(),
    test: z.boolean(),
    updatedAt: moment,
  }),
  inFixture,
  {
    ids: ids('li'),
    times,
    expands: { price: 'price' },
    fill: { ...common, price: { made: 'price' }, quantity: [{ body: 'quantity' }, { value: 1 }] },
    fields: {
      kind: observed(sources.sdkGo, 'newer than the captured-looking answer'),
      amount: observed(sources.sdkGo, 'newer than the captured-looking answer'),
      currency: observed(sources.sdkGo, 'newer than the captured-looking answer'),
      createdAt: observed(sources.sdkGo, 'newer than the captured-looking answer'),
    },
  },
);
