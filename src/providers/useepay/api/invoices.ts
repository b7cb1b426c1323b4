import * as z from 'zod';
import { action, documented, inferred, operation, resource } from '../../../define/index.ts';
import { currency, metadata } from '../2024-10/fields.ts';
import { customerId, subscriptionId } from '../2024-10/ids.ts';
import { invoiceCreateAt } from '../2024-10/objects/invoice-create-at.ts';
import { sources } from '../sources.ts';
import { refusals } from './errors.ts';
import { amountBody, ids, maker, metadataOrNone, printed, times } from './fields.ts';

const byEvents = inferred(sources.events2026, 'from the descriptions of the events');

export const invoice = resource(invoiceCreateAt.schema, documented(sources.invoiceApi), {
  object: 'invoice',
  ids: ids('inv'),
  times,
  fill: {
    ...maker,
    collection_method: [{ body: 'collection_method' }, { value: 'charge_automatically' }],
    metadata: metadataOrNone,
    period_end: { now: 'iso' },
    period_start: { now: 'iso' },
    status: { value: 'open' },
  },
  fields: {
    ...invoiceCreateAt.fields,
    period_start: inferred(
      sources.invoiceApi,
      'that an invoice made by request is for the moment it is made is inferred',
    ),
  },
  consequences: [{ emit: 'invoice.sent' }],
  actions: {
    pay: [
      action(['open'], byEvents, { fill: { status: { value: 'paid' } }, consequences: [{ emit: 'invoice.paid' }] }),
    ],
    /** It could not be paid and counts as a bad debt. */
    fail: [
      action(['open'], byEvents, {
        fill: { status: { value: 'uncollectible' } },
        consequences: [{ emit: 'invoice.payment_failed' }],
      }),
    ],
    cancel: [
      action(['open'], byEvents, {
        fill: { status: { value: 'void' } },
        consequences: [{ emit: 'invoice.cancelled' }],
      }),
    ],
  },
  events: { 'created-at': printed },
});

const inReference = documented(sources.invoiceApi, 'the operation; its request is printed in part');

export const invoiceOperations = [
  operation('list', 'GET /invoices', 'invoice', inReference),
  operation('retrieve', 'GET /invoices/{id}', 'invoice', inReference, { missing: refusals.missing }),
  operation('create', 'POST /invoices/create', 'invoice', inReference, {
    body: z.object({
      currency,
      customer_id: customerId,
      total_amount: amountBody,
      collection_method: z.enum(['charge_automatically', 'send_invoice']).optional(),
      description: z.string().optional(),
      metadata: metadata.optional(),
      subscription_id: subscriptionId.optional(),
    }),
    needs: [
      { field: 'customer_id', resource: 'customer', missing: refusals.missing },
      { field: 'subscription_id', resource: 'subscription', missing: refusals.missing, optional: true },
    ],
  }),
  operation(
    'act',
    'POST /invoices/{id}/pay',
    'invoice',
    inferred(sources.invoiceApi, 'the operation is in its list; the path is inferred'),
    { action: 'pay', ...refusals },
  ),
];
