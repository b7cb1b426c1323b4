import * as z from 'zod';
import { object, opaque, shape } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';
import { moment } from '../fields.ts';

const note =
  'named in the list of event types; no schema, sample or id is printed anywhere. The fields are those that every other object has';

const schema = z.looseObject({
  id: z.string(),
  object: z.string(),
  createdAt: moment.optional(),
  test: z.boolean().optional(),
  updatedAt: moment.optional(),
});

/** An object of which the documentation gives the name alone. Its values in fixtures are placeholders. */
export interface Undocumented extends z.output<typeof schema> {}

const undocumented = (name: string, digits: string, at: string) =>
  object(
    name,
    shape<Undocumented>(schema, opaque(sources.eventObject, note), {
      example: {
        id: `undocumented_test_${digits}`,
        object: 'undocumented',
        createdAt: Date.parse(at),
        test: true,
        updatedAt: Date.parse(at),
      },
      times: { created: 'createdAt', updated: 'updatedAt' },
    }),
  );

/** Money on its way to the merchant. */
export const payout = undocumented('payout', '0000000000000000000001', '2026-03-31T15:00:07.000Z');
/** Someone who signs in for the merchant. */
export const merchantUser = undocumented('merchant user', '0000000000000000000002', '2026-03-01T00:12:09.310Z');
