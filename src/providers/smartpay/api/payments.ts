import * as z from 'zod';
import { action, documented, observed, operation, resource } from '../../../define/index.ts';
import { amount, currency, metadata } from '../2022-02-18/fields.ts';
import { id } from '../2022-02-18/ids.ts';
import { payment as paymentObject } from '../2022-02-18/objects/payment.ts';
import { sources } from '../sources.ts';
import { common, ids, noteBody, times } from './fields.ts';

export const payment = resource(paymentObject.shapes[0].schema, documented(sources.payment), {
  object: 'payment',
  ids: ids('payment'),
  times,
  expands: { lineItems: 'lineItem' },
  fill: { ...common, status: { value: 'processed' } },
  fields: paymentObject.shapes[0].fields,
  consequences: [{ link: 'order', list: 'payments' }, { emit: 'payment.created' }],
  actions: {
    /** All of it has been refunded. */
    exhaust: [
      action(['processed'], documented(sources.payment, 'the status means refunded in full'), {
        fill: { status: { value: 'refunded' } },
      }),
    ],
  },
});

export const paymentOperations = [
  operation('list', 'GET /payments', 'payment', observed(sources.sdkGo), { expands: 'asked' }),
  operation('retrieve', 'GET /payments/{id}', 'payment', observed(sources.sdkGo), {
    expands: 'asked',
    missing: 'payment.not-found',
  }),
  operation('create', 'POST /payments', 'payment', documented(sources.createPayment, 'the body is in the Go SDK'), {
    body: z.object({
      order: id('order'),
      amount: amount.positive(),
      currency,
      // Two SDKs misspell the first.
      cancelRemainder: z.enum(['automatic', 'autommatic', 'manual']).optional(),
      description: z.string().optional(),
      lineItems: z.array(id('li')).optional(),
      metadata: metadata.optional(),
      reference: z.string().optional(),
    }),
    needs: [
      {
        field: 'order',
        resource: 'order',
        missing: 'order.not-found',
        statuses: ['requires_capture'],
        refused: 'order.cannot-capture',
      },
    ],
    draws: {
      field: 'order',
      resource: 'order',
      void: [],
      excessive: 'payment.excessive-amount',
      fills: false,
      ends: { act: 'complete', open: { cancelRemainder: 'manual' } },
    },
  }),
  operation('update', 'PATCH /payments/{id}', 'payment', observed(sources.sdkGo), {
    body: noteBody,
    missing: 'payment.not-found',
  }),
];
