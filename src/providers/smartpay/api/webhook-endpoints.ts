import * as z from 'zod';
import { documented, inferred, observed, operation, resource } from '../../../define/index.ts';
import { metadata } from '../2022-02-18/fields.ts';
import { sources } from '../sources.ts';
import { base, common, ids, secretFormat, times } from './fields.ts';

const inSdk = observed(sources.sdkGo);

export const webhookEndpoint = resource(
  z.strictObject({
    ...base('webhookendpoint', 'webhookEndpoint'),
    active: z.boolean(),
    description: z.string().optional(),
    eventSubscriptions: z.array(z.string()),
    signingSecret: z.string(),
    url: z.url(),
  }),
  documented(sources.webhookEndpoint),
  {
    ids: ids('webhookendpoint'),
    times,
    fill: {
      ...common,
      active: { value: true },
      eventSubscriptions: [{ body: 'eventSubscriptions' }, { value: ['*'] }],
      signingSecret: { random: secretFormat },
    },
    fields: {
      signingSecret: observed(
        sources.ecCube,
        'read from the answer to creating one, and in the types of the Go SDK; whether later answers show it is not said',
      ),
      eventSubscriptions: inferred(
        sources.webhookEndpoint,
        'a list that is left out means all events; that it is answered as "*" is inferred',
      ),
    },
  },
);

const changeable = {
  description: z.string().optional(),
  eventSubscriptions: z.array(z.string()).optional(),
  metadata: metadata.optional(),
};

export const webhookEndpointOperations = [
  operation('list', 'GET /webhook-endpoints', 'webhookEndpoint', inSdk),
  operation('retrieve', 'GET /webhook-endpoints/{id}', 'webhookEndpoint', inSdk, {
    missing: 'webhook-endpoint.not-found',
  }),
  operation('create', 'POST /webhook-endpoints', 'webhookEndpoint', inSdk, {
    body: z.object({ ...changeable, url: z.url({ protocol: /^https?$/ }) }),
  }),
  operation('update', 'PATCH /webhook-endpoints/{id}', 'webhookEndpoint', inSdk, {
    body: z.object({ ...changeable, active: z.boolean().optional(), url: z.url({ protocol: /^https?$/ }).optional() }),
    missing: 'webhook-endpoint.not-found',
  }),
  operation('remove', 'DELETE /webhook-endpoints/{id}', 'webhookEndpoint', inSdk, {
    status: 204,
    empty: true,
    missing: 'webhook-endpoint.not-found',
  }),
];
