import * as z from 'zod';
import { documented, inferred, object, observed, shape, type ShapeParts } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';
import { amount, currency, metadata, moment, momentOfUnsureUnit } from '../fields.ts';
import { id } from '../ids.ts';

const common = {
  id: id('coupon'),
  object: z.literal('coupon'),
  active: z.boolean(),
  createdAt: moment,
  description: z.string().optional(),
  expiresAt: momentOfUnsureUnit.nullable(),
  maxRedemptionCount: z.int().positive().nullable(),
  metadata,
  name: z.string(),
  redemptionCount: z.int().nonnegative(),
  sponsored: z.boolean(),
  test: z.boolean(),
  updatedAt: moment,
};

const amountSchema = z.strictObject({
  ...common,
  currency,
  discountAmount: amount.positive(),
  discountType: z.literal('amount'),
});

const percentageSchema = z.strictObject({
  ...common,
  discountPercentage: z.number().min(0).max(100),
  discountType: z.literal('percentage'),
});

/** A discount of so many yen. */
export interface AmountCoupon extends z.output<typeof amountSchema> {}
/** A discount of so many per cent. */
export interface PercentageCoupon extends z.output<typeof percentageSchema> {}

const example = {
  id: 'coupon_test_dLqqWYnZvg9i4xBhkNPBNk',
  object: 'coupon',
  active: true,
  createdAt: Date.parse('2026-03-01T02:00:00.531Z'),
  expiresAt: Date.parse('2026-12-31T14:59:59.000Z'),
  maxRedemptionCount: 1000,
  metadata: {},
  name: 'Spring sale',
  redemptionCount: 0,
  sponsored: false,
  test: true,
  updatedAt: Date.parse('2026-03-01T02:00:00.531Z'),
} as const;

const parts = {
  rest: { description: 'For orders in spring' },
  times: { created: 'createdAt', updated: 'updatedAt' },
  fields: {
    description: observed(sources.sdkNode, 'in its type only'),
    expiresAt: inferred(sources.coupon, 'the page says milliseconds; a comment in the Go SDK says seconds'),
  },
} as const satisfies Partial<ShapeParts<AmountCoupon>>;

export const coupon = object(
  'coupon',
  shape<AmountCoupon>(amountSchema, documented(sources.coupon), {
    name: 'amount',
    ...parts,
    example: { ...example, currency: 'JPY', discountAmount: 500, discountType: 'amount' },
  }),
  shape<PercentageCoupon>(percentageSchema, documented(sources.coupon), {
    name: 'percentage',
    ...parts,
    example: { ...example, discountPercentage: 10, discountType: 'percentage' },
  }),
);
