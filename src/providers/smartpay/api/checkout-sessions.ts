import * as z from 'zod';
import { inferred, observed, operation, resource } from '../../../define/index.ts';
import { metadata } from '../2022-02-18/fields.ts';
import { id } from '../2022-02-18/ids.ts';
import { sources } from '../sources.ts';
import { base, common, customerInfo, ids, orderBody, times } from './fields.ts';

const inSdk = observed(sources.sdkGo, 'the answer to creating one is in a fixture of the Ruby SDK');

export const checkoutSession = resource(
  z.strictObject({
    ...base('checkout', 'checkoutSession'),
    cancelUrl: z.string(),
    customerInfo,
    locale: z.enum(['en', 'ja']).optional(),
    order: id('order').optional(),
    reference: z.string().optional(),
    successUrl: z.string(),
    token: id('paytok').optional(),
    url: z.url(),
  }),
  inSdk,
  {
    ids: ids('checkout'),
    times,
    expands: { order: 'order', token: 'token' },
    fill: {
      ...common,
      customerInfo: [{ body: 'customerInfo' }, { value: {} }],
      url: { template: 'https://checkout.smartpay.co/{id}' },
    },
    fields: {
      token: observed(sources.sdkNode, 'in its live test and in the Go SDK'),
      reference: inferred(sources.sdkRuby, 'in the session alone there; that the order has it too is inferred'),
    },
  },
);

const sessionBody = {
  cancelUrl: z.string().min(1),
  successUrl: z.string().min(1),
  locale: z.enum(['en', 'ja']).optional(),
  metadata: metadata.optional(),
  reference: z.string().optional(),
};

export const checkoutSessionOperations = [
  operation('list', 'GET /checkout-sessions', 'checkoutSession', inSdk, { expands: 'asked' }),
  operation('retrieve', 'GET /checkout-sessions/{id}', 'checkoutSession', inSdk, {
    expands: 'asked',
    missing: 'checkout-session.not-found',
  }),
  operation('create', 'POST /checkout-sessions', 'checkoutSession', inSdk, {
    when: { mode: 'token' },
    body: z.object({ ...sessionBody, mode: z.literal('token'), customerInfo: customerInfo.optional() }),
    fill: { token: { made: 'token' } },
    expands: 'always',
  }),
  operation('create', 'POST /checkout-sessions', 'checkoutSession', inSdk, {
    body: z.object({ ...sessionBody, ...orderBody }),
    fill: { order: { made: 'order' } },
    expands: 'always',
  }),
];
