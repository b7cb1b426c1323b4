import * as z from 'zod';
import { documented, inferred, object, observed, shape } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';
import { amount, currency, metadata, moment } from '../fields.ts';
import { id } from '../ids.ts';
import { shippingInfo } from './shipping-info.ts';

const schema = z.strictObject({
  id: id('order'),
  object: z.literal('order'),
  amount,
  createdAt: moment,
  currency,
  description: z.string().optional(),
  discountAmount: amount.optional(),
  discounts: z.array(id('discount')).optional(),
  expiresAt: moment.optional(),
  lineItems: z.array(id('li')),
  metadata,
  payments: z.array(id('payment')).optional(),
  reference: z.string().optional(),
  shippingInfo,
  status: z.enum([
    'requires_authorization',
    'rejected',
    'requires_capture',
    'succeeded',
    'canceled',
    'pending',
    'failed',
  ]),
  test: z.boolean(),
  tokenId: id('paytok').optional(),
  updatedAt: moment,
});

/** What a shopper agreed to pay for. */
export interface Order extends z.output<typeof schema> {}

export const order = object(
  'order',
  shape<Order>(schema, documented(sources.eventObject), {
    example: {
      id: 'order_test_8TUh0ib2BbT4zq9lpaaCL8',
      object: 'order',
      amount: 4980,
      createdAt: Date.parse('2026-03-02T01:02:03.118Z'),
      currency: 'JPY',
      discountAmount: 500,
      discounts: ['discount_test_hj4OCHBagpIXTOgGLPhOLB'],
      expiresAt: Date.parse('2026-03-09T01:02:41.904Z'),
      lineItems: ['li_test_HnlhukTTUPy56K4MDfe0WR', 'li_test_qfzv6f6CvbhrNcB8M9AJvU'],
      metadata: { cart: 'c-20991' },
      payments: ['payment_test_hDaYpSoSzxxNhKeXRhK3kC'],
      reference: 'shop-order-1042',
      shippingInfo: {
        address: {
          line1: '丸の内1-9-1',
          line2: 'グラントウキョウ 12階',
          locality: '千代田区',
          administrativeArea: '東京都',
          postalCode: '100-0005',
          country: 'JP',
        },
        addressType: 'office',
        feeAmount: 500,
        feeCurrency: 'JPY',
      },
      status: 'succeeded',
      test: true,
      updatedAt: Date.parse('2026-03-02T01:02:41.904Z'),
    },
    rest: {
      description: 'Two coffee drippers',
      shippingInfo: {
        address: { line3: '総務部', line4: '受付', line5: '内線 204', subLocality: '丸の内' },
        carrierName: 'yamato',
        reference: '1234-5678-9123',
      },
      tokenId: 'paytok_test_bZ1WL9dm75pXblSP25cpK2',
    },
    amount: 'amount',
    currency: 'currency',
    reference: 'reference',
    times: { created: 'createdAt', updated: 'updatedAt' },
    references: { payments: 'payment', tokenId: 'token' },
    fields: {
      tokenId: inferred(sources.sdkGo, 'the REST answer has it; no event body with it was seen'),
      'status=pending': observed(sources.sdkGo, 'only there'),
      'status=failed': observed(sources.sdkNode, 'only there, and in the PHP and Python SDKs'),
    },
  }),
);
