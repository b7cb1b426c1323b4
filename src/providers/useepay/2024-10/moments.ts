import type { Moment } from '../../../define/index.ts';
import { paymentIntentCreateAt } from './objects/payment-intent-create-at.ts';

/** What is different in an object of the story: the parts of a moment without its time. */
type Difference = Omit<Moment, 'at'>;

const { customer } = paymentIntentCreateAt.example;

/** The first payment while no way to pay is chosen. */
export const unpaid: Difference = { inShape: { 'created-at': { payment_method: undefined } } };

/** A payment of the second customer, whose card is declined. */
export const declinedPayment: Difference = {
  set: { customer_id: 'cus_5RJ0W7DQ2M00', merchant_order_id: 'order_1773273603000' },
  inShape: {
    'created-at': {
      id: 'pi_4809116805',
      payment_method: { type: 'card', card: { brand: 'visa', last4: '9995' } },
      created_at: '2026-03-12T00:00:05Z',
    },
    'create-at': {
      id: '1012603120800911680',
      customer: {
        ...customer,
        id: 'cus_5RJ0W7DQ2M00',
        name: '李四',
        email: 'lisi@example.com',
        phone: '+12025550157',
        create_at: '2026-02-12T00:00:00Z',
        modify_at: '2026-02-12T00:00:00Z',
        first_name: '四',
        last_name: '李',
        merchant_customer_id: '100002026021201',
      },
      create_at: '2026-03-12T00:00:05Z',
      invoice_id: 'inv_2C9V5H8QK0000',
      last_payment_error: {
        code: 'card_declined',
        decline_code: 'insufficient_funds',
        message: 'The card has insufficient funds.',
      },
    },
  },
};

/** A payment of the third customer, who leaves. */
export const abandonedPayment: Difference = {
  set: { customer_id: 'cus_9KH3T1XZ6B00', merchant_order_id: 'order_1772615400000' },
  inShape: {
    'created-at': { id: 'pi_4710233602', payment_method: undefined, created_at: '2026-03-04T09:10:02Z' },
    'create-at': {
      id: '1012603041710233602',
      customer: {
        ...customer,
        id: 'cus_9KH3T1XZ6B00',
        name: '王五',
        email: 'wangwu@example.com',
        phone: '+12025550188',
        create_at: '2026-03-04T09:09:30Z',
        modify_at: '2026-03-04T09:09:30Z',
        first_name: '五',
        last_name: '王',
        merchant_customer_id: '100002026030401',
      },
      create_at: '2026-03-04T09:10:02Z',
      invoice_id: 'inv_7E3B0S4PW0000',
    },
  },
};

/** A payment of the first customer, without a subscription, that the merchant must capture. */
export const authorizedPayment: Difference = {
  set: { merchant_order_id: 'order_1772518720000' },
  inShape: {
    'created-at': { id: 'pi_4418604471', amount: 2500, created_at: '2026-03-03T06:18:40Z' },
    'create-at': {
      id: '1012603031418604471',
      amount: 25,
      description: 'T-shirt',
      metadata: { cart: 21007 },
      create_at: '2026-03-03T06:18:40Z',
      invoice_id: undefined,
      client_secret: '1012603031418604471_0062a6d30b7154c',
      auto_capture: false,
    },
  },
};

/** A second refund of the first payment, which fails. */
export const failedRefund: Difference = {
  inShape: {
    'created-at': { id: 'ref_6020804002', amount: 2000, created_at: '2026-03-08T04:00:00Z' },
    'create-at': { id: 'c41d8a0f7be2490d9f1563ae02b7d984', amount: 20, create_at: '2026-03-08T04:00:00Z' },
  },
};

const ending = {
  cancel_at_period_end: true,
  cancel_at: '2026-04-02T00:00:00Z',
  canceled_at: '2026-03-10T08:30:00Z',
};

/** The first subscription, once its customer has said that one month is enough. */
export const endingSubscription: Difference = { inShape: { 'create-at': ending } };

/** The first subscription, once its last period is over. */
export const endedSubscription: Difference = {
  inShape: { 'create-at': { ...ending, ended_at: '2026-04-02T00:00:00Z' } },
};

/** The second customer's subscription, which the declined payment leaves unpaid. */
export const unpaidSubscription: Difference = {
  set: {
    id: 'sub_6YB1N8FT40000',
    customer_id: 'cus_5RJ0W7DQ2M00',
    current_period_start: '2026-03-12T00:00:00Z',
    current_period_end: '2026-04-12T00:00:00Z',
  },
  inShape: {
    'created-at': { created_at: '2026-02-12T00:00:01Z' },
    'create-at': {
      create_at: '2026-02-12T00:00:01Z',
      latest_invoice: { id: 'inv_2C9V5H8QK0000', payment_intent: { merchant_order_id: 'order_1773273603000' } },
      first_invoice_id: undefined,
    },
  },
};

/** The third customer's subscription, which begins with the abandoned payment and so never does. */
export const abandonedSubscription: Difference = {
  set: {
    id: 'sub_0GW5K3VC70000',
    customer_id: 'cus_9KH3T1XZ6B00',
    current_period_start: '2026-03-04T00:00:00Z',
    current_period_end: '2026-04-04T00:00:00Z',
  },
  inShape: {
    'created-at': { created_at: '2026-03-04T09:10:00Z' },
    'create-at': {
      create_at: '2026-03-04T09:10:00Z',
      latest_invoice: { id: 'inv_7E3B0S4PW0000', payment_intent: { merchant_order_id: 'order_1772615400000' } },
      first_invoice_id: 'inv_7E3B0S4PW0000',
    },
  },
};

/** A fourth customer's subscription, which rests for a while. */
export const pausedSubscription: Difference = {
  set: {
    id: 'sub_8MA4R6JE20000',
    customer_id: 'cus_2PD8F4YN7S00',
    current_period_start: '2026-03-14T00:00:00Z',
    current_period_end: '2026-04-14T00:00:00Z',
  },
  inShape: {
    'created-at': { created_at: '2026-01-14T10:20:30Z' },
    'create-at': { create_at: '2026-01-14T10:20:30Z', latest_invoice: undefined, first_invoice_id: undefined },
  },
};

/** The first invoice before anyone has tried to pay it. */
export const sentInvoice: Difference = { inShape: { 'created-at': { payment_intent_id: undefined } } };

/** The invoice of the declined payment. */
export const unpaidInvoice: Difference = {
  set: {
    id: 'inv_2C9V5H8QK0000',
    customer_id: 'cus_5RJ0W7DQ2M00',
    subscription_id: 'sub_6YB1N8FT40000',
    period_start: '2026-03-12T00:00:00Z',
    period_end: '2026-04-12T00:00:00Z',
  },
  inShape: {
    'created-at': { payment_intent_id: 'pi_4809116805', created_at: '2026-03-12T00:00:03Z' },
    'create-at': {
      create_at: '2026-03-12T00:00:03Z',
      number: 'A07-000344',
      hosted_invoice_url: 'https://pay.example.com/invoices/2C9V5H8QK0000',
    },
  },
};

/** The invoice of the abandoned payment. */
export const abandonedInvoice: Difference = {
  set: {
    id: 'inv_7E3B0S4PW0000',
    customer_id: 'cus_9KH3T1XZ6B00',
    subscription_id: 'sub_0GW5K3VC70000',
    period_start: '2026-03-04T00:00:00Z',
    period_end: '2026-04-04T00:00:00Z',
  },
  inShape: {
    'created-at': { payment_intent_id: 'pi_4710233602', created_at: '2026-03-04T09:10:01Z' },
    'create-at': {
      create_at: '2026-03-04T09:10:01Z',
      number: 'A07-000323',
      hosted_invoice_url: 'https://pay.example.com/invoices/7E3B0S4PW0000',
    },
  },
};
