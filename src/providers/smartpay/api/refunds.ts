import * as z from 'zod';
import { documented, observed, operation, resource } from '../../../define/index.ts';
import { amount, currency, metadata } from '../2022-02-18/fields.ts';
import { id } from '../2022-02-18/ids.ts';
import { refund as refundObject } from '../2022-02-18/objects/refund.ts';
import { sources } from '../sources.ts';
import { common, ids, noteBody, times } from './fields.ts';

export const refund = resource(refundObject.shapes[0].schema, documented(sources.refund), {
  object: 'refund',
  ids: ids('refund'),
  times,
  expands: { lineItems: 'lineItem' },
  fill: { ...common, status: { value: 'succeeded' } },
  fields: refundObject.shapes[0].fields,
  consequences: [{ emit: 'refund.created' }],
});

export const refundOperations = [
  operation('list', 'GET /refunds', 'refund', observed(sources.sdkGo), { expands: 'asked' }),
  operation('retrieve', 'GET /refunds/{id}', 'refund', documented(sources.getRefund), {
    expands: 'asked',
    missing: 'refund.not-found',
  }),
  operation('create', 'POST /refunds', 'refund', documented(sources.createRefund, 'the body is in the Go SDK'), {
    body: z.object({
      payment: id('payment'),
      amount: amount.positive().optional(),
      currency,
      description: z.string().optional(),
      lineItems: z.array(id('li')).optional(),
      metadata: metadata.optional(),
      reason: z.enum(['requested_by_customer', 'fraudulent']),
      reference: z.string().optional(),
    }),
    needs: [{ field: 'payment', resource: 'payment', missing: 'payment.not-found' }],
    draws: {
      field: 'payment',
      resource: 'payment',
      void: ['failed'],
      excessive: 'amount.insufficient',
      fills: true,
      ends: { act: 'exhaust', open: {} },
    },
  }),
  operation('update', 'PATCH /refunds/{id}', 'refund', observed(sources.sdkGo), {
    body: noteBody,
    missing: 'refund.not-found',
  }),
];
