import * as z from 'zod';
import { documented, inferred, observed, operation, resource } from '../../../define/index.ts';
import { amount, currency, metadata, moment } from '../2022-02-18/fields.ts';
import { id } from '../2022-02-18/ids.ts';
import { coupon as couponObject } from '../2022-02-18/objects/coupon.ts';
import { promotionCode as promotionCodeObject } from '../2022-02-18/objects/promotion-code.ts';
import { sources } from '../sources.ts';
import { common, ids, times } from './fields.ts';

const limits = {
  maxRedemptionCount: z.int().positive().nullish(),
  expiresAt: moment.nullish(),
  metadata: metadata.optional(),
};
const untilSet = {
  active: [{ body: 'active' }, { value: true }],
  expiresAt: [{ body: 'expiresAt' }, { value: null }],
  maxRedemptionCount: [{ body: 'maxRedemptionCount' }, { value: null }],
  redemptionCount: { value: 0 },
} as const;
const inSdk = observed(sources.sdkGo);
const changeable = inferred(sources.sdkGo, 'the operation is there; that every change sends the event is inferred');

export const coupon = resource(z.union(couponObject.shapes.map(({ schema }) => schema)), documented(sources.coupon), {
  object: 'coupon',
  ids: ids('coupon'),
  times,
  fill: { ...common, ...untilSet, sponsored: { value: false } },
  fields: couponObject.shapes[0].fields,
  consequences: [{ emit: 'coupon.created' }],
});

export const promotionCode = resource(promotionCodeObject.shapes[0].schema, documented(sources.promotionCode), {
  object: 'promotionCode',
  ids: ids('promotioncode'),
  times,
  fill: {
    ...common,
    ...untilSet,
    currency: [{ body: 'currency' }, { value: null }],
    firstTimeTransaction: [{ body: 'firstTimeTransaction' }, { value: false }],
    minimumAmount: [{ body: 'minimumAmount' }, { value: null }],
    onePerCustomer: [{ body: 'onePerCustomer' }, { value: false }],
  },
  remembers: ['coupon'],
  fields: promotionCodeObject.shapes[0].fields,
  consequences: [{ emit: 'promotion_code.created' }],
});

const couponBody = { ...limits, name: z.string().min(1), description: z.string().optional() };

export const couponOperations = [
  operation('list', 'GET /coupons', 'coupon', inSdk),
  operation('retrieve', 'GET /coupons/{id}', 'coupon', inSdk, { missing: 'coupon.not-found' }),
  operation('create', 'POST /coupons', 'coupon', inSdk, {
    body: z.discriminatedUnion('discountType', [
      z.object({ ...couponBody, discountType: z.literal('amount'), discountAmount: amount.positive(), currency }),
      z.object({
        ...couponBody,
        discountType: z.literal('percentage'),
        discountPercentage: z.number().min(0).max(100),
      }),
    ]),
  }),
  operation('update', 'PATCH /coupons/{id}', 'coupon', changeable, {
    body: z.object({ active: z.boolean().optional(), name: z.string().optional(), metadata: metadata.optional() }),
    missing: 'coupon.not-found',
    consequences: [{ emit: 'coupon.updated' }],
  }),
];

export const promotionCodeOperations = [
  operation('list', 'GET /promotion-codes', 'promotionCode', inSdk),
  operation('retrieve', 'GET /promotion-codes/{id}', 'promotionCode', inSdk, { missing: 'promotion-code.not-found' }),
  operation(
    'create',
    'POST /promotion-codes',
    'promotionCode',
    documented(sources.createPromotionCode, 'the body is in the Go SDK'),
    {
      body: z.object({
        ...limits,
        active: z.boolean().optional(),
        code: z.string().min(1),
        coupon: id('coupon'),
        currency: currency.nullish(),
        firstTimeTransaction: z.boolean().optional(),
        minimumAmount: amount.nullish(),
        onePerCustomer: z.boolean().optional(),
      }),
      needs: [{ field: 'coupon', resource: 'coupon', missing: 'coupon.not-found' }],
      unique: { field: 'code', error: 'promotion-code.exists' },
    },
  ),
  operation('update', 'PATCH /promotion-codes/{id}', 'promotionCode', changeable, {
    body: z.object({ active: z.boolean().optional(), metadata: metadata.optional() }),
    missing: 'promotion-code.not-found',
    consequences: [{ emit: 'promotion_code.updated' }],
  }),
];
