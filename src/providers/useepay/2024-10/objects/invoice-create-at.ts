import * as z from 'zod';
import { inferred, observed, shape } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';
import { amount, appId, currency, merchantNo, metadata, time } from '../fields.ts';
import { customerId, invoiceId, subscriptionId } from '../ids.ts';
import { invoiceStatus, invoiceStatusEvidence } from '../statuses.ts';

const schema = z.strictObject({
  id: invoiceId,
  code: z.string().nullish(),
  source: z.string().nullish(),
  message: z.string().nullish(),
  currency,
  description: z.string().nullish(),
  metadata: metadata.nullish(),
  status: invoiceStatus,
  footer: z.string().nullish(),
  number: z.string().nullish(),
  merchant_no: merchantNo,
  app_id: appId,
  create_at: time,
  modify_at: time,
  decline_code: z.string().nullish(),
  doc_url: z.url().nullish(),
  collection_method: z.enum(['charge_automatically', 'send_invoice']).nullish(),
  customer_id: customerId,
  hosted_invoice_url: z.url().nullish(),
  // An object or null; what is in it is nowhere shown.
  payment_intent: z.looseObject({}).nullish(),
  period_end: time.nullish(),
  period_start: time.nullish(),
  subscription_id: subscriptionId.nullish(),
  total_amount: amount,
});

/** A bill for one period of a subscription, as the REST reference has it. */
export interface InvoiceCreateAt extends z.output<typeof schema> {}

const unseen = inferred(sources.invoiceApi, 'the name is printed; the type is a guess');

export const invoiceCreateAt = shape<InvoiceCreateAt>(
  schema,
  inferred(
    sources.invoiceApi,
    'the REST resource; that an event carries it in this shape is inferred. The PHP SDK has subtotal and total for total_amount',
  ),
  {
    name: 'create-at',
    example: {
      id: 'inv_8N4T6W1RC0000',
      currency: 'USD',
      description: 'T-shirt club, March 2026',
      metadata: {},
      status: 'paid',
      number: 'A07-000318',
      merchant_no: '500000000013102',
      app_id: 'www.A07.com',
      create_at: '2026-03-02T01:02:03Z',
      modify_at: '2026-03-02T01:03:13Z',
      collection_method: 'charge_automatically',
      customer_id: 'cus_VEN6A8LP1G00',
      hosted_invoice_url: 'https://pay.example.com/invoices/8N4T6W1RC0000',
      period_end: '2026-04-02T00:00:00Z',
      period_start: '2026-03-02T00:00:00Z',
      subscription_id: 'sub_3QX7M2KD90000',
      total_amount: 99.9,
    },
    rest: {
      code: 'card_declined',
      source: 'card',
      message: 'The card has insufficient funds.',
      footer: 'Thank you',
      decline_code: 'insufficient_funds',
      doc_url: 'https://docs.example.com/declines',
      payment_intent: { merchant_order_id: 'order_1772413323000' },
    },
    amount: 'total_amount',
    currency: 'currency',
    times: { created: 'create_at', updated: 'modify_at' },
    references: { subscription_id: 'subscription' },
    fields: {
      ...invoiceStatusEvidence,
      code: unseen,
      source: unseen,
      message: unseen,
      footer: unseen,
      number: unseen,
      decline_code: unseen,
      doc_url: unseen,
      hosted_invoice_url: unseen,
      'collection_method=send_invoice': observed(sources.sdkPhp, 'a constant there'),
    },
  },
);
