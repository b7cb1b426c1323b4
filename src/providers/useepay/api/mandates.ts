import * as z from 'zod';
import { documented, inferred, opaque, operation, resource } from '../../../define/index.ts';
import { time } from '../2024-10/fields.ts';
import { customerId } from '../2024-10/ids.ts';
import { sources } from '../sources.ts';
import { refusals } from './errors.ts';
import { ids, made, maker, times } from './fields.ts';
import { paymentIntentId } from './payment-intents.ts';

const acceptance = z.object({
  type: z.string(),
  accepted_at: time.optional(),
  online: z.object({ ip_address: z.string(), user_agent: z.string() }).optional(),
});

const inReference = documented(sources.mandateApi);

export const mandate = resource(
  z.strictObject({
    id: z.string().regex(/^man_[0-9A-Za-z]+$/),
    customer_id: customerId,
    payment_intent_id: paymentIntentId.optional(),
    customer_acceptance: acceptance.optional(),
    ...made,
  }),
  inReference,
  { ids: ids('man'), times, fill: maker },
);

export const mandateOperations = [
  operation(
    'list',
    'GET /mandates',
    'mandate',
    documented(sources.mandateApi, 'that it is narrowed by customer is inferred'),
    {
      filters: ['customer_id'],
    },
  ),
  operation('retrieve', 'GET /mandates/{id}', 'mandate', inReference, { missing: refusals.missing }),
  operation('create', 'POST /mandates/create', 'mandate', inReference, {
    body: z.object({
      customer_id: customerId,
      payment_intent_id: paymentIntentId.optional(),
      customer_acceptance: acceptance.optional(),
    }),
    needs: [
      { field: 'customer_id', resource: 'customer', missing: refusals.missing },
      { field: 'payment_intent_id', resource: 'paymentIntent', missing: refusals.missing, optional: true },
    ],
  }),
];

const unseen = opaque(sources.paymentMethodApi, 'the operation is in its list; neither request nor answer is printed');

/** A way to pay. What it holds is not printed: it answers what it was made with, under a placeholder for an id. */
export const paymentMethod = resource(z.looseObject({ id: z.string() }), unseen, {
  object: 'payment_method',
  ids: { only: { prefix: 'undocumented_', alphabet: '0123456789', length: 16 } },
  times: { notation: 'iso' },
  remembers: [],
  fill: { type: { body: 'type' }, customer_id: { body: 'customer_id' } },
  consequences: [{ emit: 'payment_method.created' }],
});

export const paymentMethodOperations = [
  operation('list', 'GET /payment_methods', 'paymentMethod', unseen),
  operation('retrieve', 'GET /payment_methods/{id}', 'paymentMethod', unseen, { missing: refusals.missing }),
  operation(
    'create',
    'POST /payment_methods/create',
    'paymentMethod',
    inferred(
      sources.paymentMethodApi,
      'the path is cut in the stored copy; the rest of it is that of the other resources',
    ),
    { body: z.object({ type: z.string().optional(), customer_id: customerId.optional() }) },
  ),
];
