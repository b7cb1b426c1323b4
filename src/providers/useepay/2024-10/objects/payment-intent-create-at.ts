import * as z from 'zod';
import { documented, observed, shape } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';
import { amount, appId, currency, merchantNo, merchantOrderId, metadata, time } from '../fields.ts';
import { customerId, invoiceId, numericPaymentIntentId } from '../ids.ts';
import { paymentIntentStatus, paymentIntentStatusEvidence } from '../statuses.ts';
import { customer, type Customer } from './customer.ts';
import { deviceData, deviceDataExample } from './device-data.ts';
import { lastPaymentError, lastPaymentErrorEvidence } from './last-payment-error.ts';
import { order, orderExample } from './order.ts';

const schema = z.strictObject({
  id: numericPaymentIntentId,
  amount,
  captured_amount: amount.optional(),
  currency,
  status: paymentIntentStatus,
  customer: customer.optional(),
  description: z.string().optional(),
  order: order.optional(),
  metadata: metadata.optional(),
  confirm: z.boolean().optional(),
  orderType: z.string().optional(),
  sale: z.boolean().optional(),
  merchant_no: merchantNo,
  app_id: appId,
  create_at: time,
  modify_at: time,
  merchant_order_id: merchantOrderId,
  invoice_id: invoiceId.optional(),
  customer_id: customerId.optional(),
  // It stays on a payment that has succeeded. No other type is printed anywhere.
  next_action: z
    .strictObject({
      type: z.literal('redirect'),
      redirect: z.strictObject({ method: z.literal('GET'), url: z.url(), content_type: z.string().optional() }),
    })
    .optional(),
  payment_method_types: z.array(z.string()).optional(),
  paymentAttempt: z
    .strictObject({ payment_method_details: z.strictObject({ type: z.string() }).optional() })
    .optional(),
  return_url: z.url().optional(),
  cancel_url: z.url().optional(),
  client_secret: z.string().optional(),
  device_data: deviceData.optional(),
  auto_capture: z.boolean().optional(),
  // Masked as `xxx` in the only sample; mandates have the prefix elsewhere.
  mandate_id: z
    .string()
    .regex(/^(man_[0-9A-Za-z]+|xxx)$/)
    .optional(),
  last_payment_error: lastPaymentError.optional(),
  order_id: z.string().optional(),
});

/** A payment, as real traffic and the REST reference have it: `create_at`, `modify_at`, and no `object`. */
export interface PaymentIntentCreateAt extends z.output<typeof schema> {}

const home = {
  country: 'CN',
  city: 'shanghai',
  postcode: '200100',
  state: 'shanghai',
  line1: 'pudong zhangjiang',
  line2: 'room 1002',
};

// The printed sample has `??` for the names: they were not ASCII. These are not either.
const payer: Customer = {
  id: 'cus_VEN6A8LP1G00',
  address: home,
  name: '张三',
  email: 'zhangsan@example.com',
  phone: '+12025550143',
  metadata: {},
  merchant_no: '500000000013102',
  app_id: 'www.A07.com',
  create_at: '2026-03-02T01:01:40Z',
  modify_at: '2026-03-02T01:01:40Z',
  first_name: '三',
  last_name: '张',
  merchant_customer_id: '100002026030201',
};

const inSdk = observed(sources.sdkPhp, 'in its model of the REST resource only');

export const paymentIntentCreateAt = shape<PaymentIntentCreateAt>(
  schema,
  documented(
    sources.signature,
    'the form-encoded sample, of which the stored copy shows the beginning; most fields are from the second sample of the page of 2026-04, whose times and ids are of the same kind',
  ),
  {
    name: 'create-at',
    example: {
      id: '1012603020902417530',
      amount: 99.9,
      currency: 'USD',
      status: 'succeeded',
      customer: payer,
      description: 'T-shirt club',
      metadata: { cart: 20991 },
      confirm: false,
      orderType: 'sale',
      sale: true,
      merchant_no: '500000000013102',
      app_id: 'www.A07.com',
      create_at: '2026-03-02T01:02:05Z',
      modify_at: '2026-03-02T01:03:12Z',
      merchant_order_id: 'order_1772413323000',
      invoice_id: 'inv_8N4T6W1RC0000',
      customer_id: 'cus_VEN6A8LP1G00',
      next_action: {
        type: 'redirect',
        redirect: {
          method: 'GET',
          url: 'https://secure-auth.example.com/threeDs?id=417530',
          content_type: 'application/json',
        },
      },
      return_url: 'https://shop.example.com/thanks',
      client_secret: '1012603020902417530_0062a681694943f',
      auto_capture: true,
      last_payment_error: {},
    },
    rest: {
      captured_amount: 99.9,
      customer: {
        description: 'member since 2026',
        shipping: { address: home, name: 'zhangsan', phone: '+12025550143' },
      },
      order: orderExample,
      payment_method_types: ['card'],
      paymentAttempt: { payment_method_details: { type: 'card' } },
      cancel_url: 'https://shop.example.com/cart',
      device_data: deviceDataExample,
      mandate_id: 'man_6T0ZP4XQJ0000',
      last_payment_error: {
        code: 'card_declined',
        decline_code: 'insufficient_funds',
        message: 'The card has insufficient funds.',
      },
      order_id: '2026030200417530',
    },
    amount: 'amount',
    currency: 'currency',
    reference: 'merchant_order_id',
    times: { created: 'create_at', updated: 'modify_at' },
    references: { invoice_id: 'invoice' },
    fields: {
      ...paymentIntentStatusEvidence,
      ...lastPaymentErrorEvidence,
      captured_amount: inSdk,
      payment_method_types: inSdk,
      cancel_url: inSdk,
      paymentAttempt: observed(sources.merchant, 'only there, on payments that succeeded and that failed'),
    },
  },
);
