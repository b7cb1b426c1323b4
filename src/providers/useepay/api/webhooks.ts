import * as z from 'zod';
import { documented, inferred, observed, operation, resource } from '../../../define/index.ts';
import { metadata } from '../2024-10/fields.ts';
import { sources } from '../sources.ts';
import { refusals } from './errors.ts';
import { ids, made, maker, metadataOrNone, times } from './fields.ts';

const inReference = documented(sources.webhookApi);

export const webhook = resource(
  z.strictObject({
    id: z.string().regex(/^wek_[0-9A-Za-z]+$/),
    url: z.url(),
    description: z.string().nullable(),
    events: z.array(z.string()),
    metadata,
    status: z.enum(['enabled', 'disabled']).nullable(),
    secret: z.null(),
    api_version: z.string(),
    ...made,
  }),
  inReference,
  {
    ids: ids('wek'),
    times,
    fill: {
      ...maker,
      description: [{ body: 'description' }, { value: null }],
      events: [{ body: 'events' }, { value: ['*'] }],
      metadata: metadataOrNone,
      secret: { value: null },
      status: [{ body: 'status' }, { value: 'enabled' }],
    },
    fields: {
      status: inferred(sources.webhookApi, 'null in the printed answer; that a new one is enabled is inferred'),
      events: inferred(sources.events2026, '"*" means all; that it does where none are named is inferred'),
    },
  },
);

const changeable = {
  description: z.string().optional(),
  events: z.array(z.string()).min(1).optional(),
  metadata: metadata.optional(),
  status: z.enum(['enabled', 'disabled']).optional(),
};

/** What can be asked of webhooks, where the box speaks one version of them. */
export const webhookOperations = (version: string) => [
  operation('list', 'GET /webhooks', 'webhook', inReference),
  operation('retrieve', 'GET /webhooks/{id}', 'webhook', inReference, { missing: refusals.missing }),
  operation('create', 'POST /webhooks/create', 'webhook', observed(sources.sdkPhp, 'the path and the body'), {
    body: z.object({
      ...changeable,
      url: z.url({ protocol: /^https?$/ }),
      api_version: z.literal(version).default(version),
    }),
  }),
  operation('update', 'POST /webhooks/{id}', 'webhook', inReference, {
    body: z.object({
      ...changeable,
      url: z.url({ protocol: /^https?$/ }).optional(),
      api_version: z.literal(version).optional(),
    }),
    missing: refusals.missing,
  }),
];
