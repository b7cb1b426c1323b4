import * as z from 'zod';
import { object, opaque, shape } from '../../../../define/index.ts';
import { sources } from '../../sources.ts';

const schema = z.looseObject({ id: z.string() });

/** A way to pay, of which the documentation of events gives the name alone. Its values in fixtures are placeholders. */
export interface PaymentMethod extends z.output<typeof schema> {}

export const paymentMethod = object(
  'payment_method',
  shape<PaymentMethod>(
    schema,
    opaque(sources.events2025, 'named in the list of event types; no sample is printed anywhere'),
    { example: { id: 'undocumented_0000000000000001' } },
  ),
);
