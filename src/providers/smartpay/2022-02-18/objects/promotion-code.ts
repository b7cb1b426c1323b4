import * as z from 'zod';
import { documented, inferred, object, shape } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';
import { amount, currency, metadata, moment, momentOfUnsureUnit } from '../fields.ts';
import { id } from '../ids.ts';

const schema = z.strictObject({
  id: id('promotioncode'),
  object: z.literal('promotionCode'),
  active: z.boolean(),
  code: z.string(),
  createdAt: moment,
  currency: currency.nullable(),
  expiresAt: momentOfUnsureUnit.nullable(),
  firstTimeTransaction: z.boolean(),
  maxRedemptionCount: z.int().positive().nullable(),
  metadata,
  minimumAmount: amount.nullable(),
  onePerCustomer: z.boolean(),
  redemptionCount: z.int().nonnegative(),
  test: z.boolean(),
  updatedAt: moment,
});

/** A code that a shopper types in to get a coupon's discount. The event names its coupon nowhere. */
export interface PromotionCode extends z.output<typeof schema> {}

export const promotionCode = object(
  'promotionCode',
  shape<PromotionCode>(schema, documented(sources.promotionCode), {
    example: {
      id: 'promotioncode_test_5ID0CxHu5stIuaOt5IUU3W',
      object: 'promotionCode',
      active: true,
      code: 'SPRING500',
      createdAt: Date.parse('2026-03-01T02:06:18.090Z'),
      currency: 'JPY',
      expiresAt: Date.parse('2026-12-31T14:59:59.000Z'),
      firstTimeTransaction: false,
      maxRedemptionCount: 1000,
      metadata: {},
      minimumAmount: 3000,
      onePerCustomer: true,
      redemptionCount: 0,
      test: true,
      updatedAt: Date.parse('2026-03-01T02:06:18.090Z'),
    },
    fields: {
      expiresAt: inferred(sources.promotionCode, 'the page says milliseconds; a comment in the Go SDK says seconds'),
    },
    times: { created: 'createdAt', updated: 'updatedAt' },
  }),
);
