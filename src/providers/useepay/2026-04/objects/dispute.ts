import * as z from 'zod';
import { documented, object, shape } from '../../../../define/index.ts';
import { amount, currency, merchantOrderId } from '../../2024-10/fields.ts';
import { numericPaymentIntentId } from '../../2024-10/ids.ts';
import { sources } from '../../sources.ts';

// The sample has spaces in its times: `2026-03-31T03: 31: 49Z`.
const time = z
  .string()
  .regex(/^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]): ?[0-5][0-9]: ?[0-5][0-9]Z$/);

const schema = z.strictObject({
  id: z.string().regex(/^[0-9]{18}$/),
  object: z.literal('dispute'),
  payment_intent_id: numericPaymentIntentId,
  // No list of statuses or reasons is printed.
  status: z.string(),
  create_at: time,
  modify_at: time,
  merchant_order_id: merchantOrderId,
  // Presumably true for a retrieval request and false for a chargeback: no page says so.
  retrieval: z.boolean(),
  amount,
  currency,
  reason: z.string(),
  payment_method_details: z.strictObject({
    card: z.strictObject({ brand: z.string(), network_reason_code: z.string() }),
    type: z.string(),
  }),
});

/** A cardholder's objection to a payment: a retrieval request or a chargeback. */
export interface Dispute extends z.output<typeof schema> {}

export const dispute = object(
  'dispute',
  shape<Dispute>(
    schema,
    documented(
      sources.payloads2026,
      'in the printed sample, the only one; it has `create_at` among objects with `created_at`',
    ),
    {
      name: 'create-at',
      example: {
        id: '202603201146012302',
        object: 'dispute',
        payment_intent_id: '1012603020902417530',
        status: 'need_reponse',
        create_at: '2026-03-20T03:46:01Z',
        modify_at: '2026-03-20T03:46:01Z',
        merchant_order_id: 'order_1772413323000',
        retrieval: false,
        amount: 59.9,
        currency: 'USD',
        reason: 'product_not_received',
        payment_method_details: { card: { brand: 'visa', network_reason_code: '13.1' }, type: 'card' },
      },
      amount: 'amount',
      currency: 'currency',
      reference: 'merchant_order_id',
      times: { created: 'create_at', updated: 'modify_at' },
      references: { payment_intent_id: 'payment_intent' },
    },
  ),
);
