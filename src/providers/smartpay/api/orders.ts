import * as z from 'zod';
import { action, documented, inferred, observed, operation, resource } from '../../../define/index.ts';
import { id } from '../2022-02-18/ids.ts';
import { order as orderObject } from '../2022-02-18/objects/order.ts';
import { sources } from '../sources.ts';
import { common, ids, orderBody, times } from './fields.ts';

/** How long an authorisation holds: seven days. */
const validity = { now: 'milliseconds', plus: 7 * 24 * 60 * 60 } as const;

const byEvents = inferred(sources.eventObject, 'from the description of the event and of the statuses');
const captured = inferred(
  sources.eventObject,
  "in the printed sample the order has a payment; that it is for all of it, with the order's lines and reference, is inferred",
);
const notSaid = inferred(
  sources.captureAnOrder,
  'that what is left is cancelled is there; the status it leads to is inferred',
);

export const order = resource(orderObject.shapes[0].schema, documented(sources.order), {
  object: 'order',
  ids: ids('order'),
  times,
  expands: { lineItems: 'lineItem', payments: 'payment' },
  remembers: ['captureMethod'],
  fill: {
    ...common,
    lineItems: { each: 'items', made: 'lineItem' },
    status: { value: 'requires_authorization' },
    tokenId: { body: 'token' },
  },
  fields: orderObject.shapes[0].fields,
  actions: {
    /** The shopper confirms, and Smartpay agrees. */
    authorize: [
      action(['requires_authorization'], byEvents, {
        when: { captureMethod: 'manual' },
        fill: { status: { value: 'requires_capture' }, expiresAt: validity },
        consequences: [{ emit: 'order.authorized' }],
      }),
      action(['requires_authorization'], captured, {
        fill: { status: { value: 'succeeded' }, expiresAt: validity },
        consequences: [
          {
            make: 'payment',
            fill: {
              order: { of: 'id' },
              amount: { of: 'amount' },
              currency: { of: 'currency' },
              lineItems: { of: 'lineItems' },
              reference: { of: 'reference' },
            },
          },
          { emit: 'order.authorized' },
        ],
      }),
    ],
    /** A soft decline: the shopper may try again. */
    decline: [
      action(['requires_authorization'], documented(sources.eventObject), {
        consequences: [{ emit: 'order.rejected' }],
      }),
    ],
    /** A hard decline. */
    reject: [
      action(['requires_authorization'], documented(sources.eventObject), {
        fill: { status: { value: 'rejected' } },
        consequences: [{ emit: 'order.rejected' }],
      }),
    ],
    cancel: [
      action(['requires_capture'], documented(sources.cancelOrder, 'the statuses; that an event says so is inferred'), {
        fill: { status: { value: 'canceled' } },
        consequences: [{ emit: 'order.canceled' }],
      }),
      action(
        ['canceled'],
        documented(sources.cancelOrder, 'that it may be cancelled again; that no event comes is inferred'),
      ),
    ],
    /** Seven days have passed. */
    expire: [
      action(
        ['requires_capture'],
        inferred(sources.captureAnOrder, 'it says that the order is cancelled; that an event says so is inferred'),
        {
          fill: { status: { value: 'canceled' } },
          consequences: [{ emit: 'order.canceled' }],
        },
      ),
    ],
    /** Nothing is left to capture. */
    complete: [action(['requires_capture'], notSaid, { fill: { status: { value: 'succeeded' } } })],
  },
});

export const orderOperations = [
  operation('list', 'GET /orders', 'order', observed(sources.sdkGo), { expands: 'asked' }),
  operation('retrieve', 'GET /orders/{id}', 'order', observed(sources.sdkGo), {
    expands: 'asked',
    missing: 'order.not-found',
  }),
  operation('create', 'POST /orders', 'order', documented(sources.createOrder, 'the answer is in the Go SDK'), {
    body: z.object({ ...orderBody, token: id('paytok') }),
    expands: 'always',
    needs: [
      { field: 'token', resource: 'token', missing: 'token.not-found', statuses: ['active'], refused: 'token.invalid' },
    ],
    consequences: [{ act: 'use', on: 'tokenId' }, { act: 'authorize' }],
  }),
  operation('act', 'PUT /orders/{id}/cancellation', 'order', documented(sources.cancelOrder), {
    action: 'cancel',
    missing: 'order.not-found',
    refused: 'order.cannot-cancel',
  }),
];
