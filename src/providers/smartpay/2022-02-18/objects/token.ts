import * as z from 'zod';
import { documented, object, shape } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';
import { metadata, moment } from '../fields.ts';
import { id } from '../ids.ts';

const schema = z.strictObject({
  id: id('paytok'),
  object: z.literal('token'),
  createdAt: moment,
  metadata,
  reference: z.string().optional(),
  status: z.enum(['requires_authorization', 'active', 'rejected', 'disabled', 'deleted']),
  test: z.boolean(),
  updatedAt: moment,
});

/** A shopper's standing permission to be charged for later orders. */
export interface Token extends z.output<typeof schema> {}

export const token = object(
  'token',
  shape<Token>(schema, documented(sources.token), {
    example: {
      id: 'paytok_test_bZ1WL9dm75pXblSP25cpK2',
      object: 'token',
      createdAt: Date.parse('2026-03-02T01:00:00.207Z'),
      metadata: {},
      reference: 'customer-318',
      status: 'active',
      test: true,
      updatedAt: Date.parse('2026-03-02T01:00:44.650Z'),
    },
    reference: 'reference',
    times: { created: 'createdAt', updated: 'updatedAt' },
  }),
);
