import type { Change, Kind, Stages } from './change.ts';
import { place } from './change.ts';
import type { Delivery } from './delivery.ts';
import { header } from './delivery.ts';
import type { Json } from './json.ts';
import { amount, instant, object, parseObject, requireObject, requireText, text } from './json.ts';
import { Refusal } from './refusal.ts';
import type { UseepaySigning } from './useepay-signature.ts';
import { useepayVerifier } from './useepay-signature.ts';

export interface UseepayConfig extends UseepaySigning {
  /** The shop's merchant number; when given, deliveries that name another merchant are refused. */
  readonly merchantNo?: string;
}

/** The kind of object an event's name begins with. Other events are acknowledged and have no effect. */
const kindOf: ReadonlyMap<string, Kind> = new Map([
  ['payment_intent', 'payments'],
  ['refund', 'refunds'],
  ['subscription', 'subscriptions'],
  ['invoice', 'invoices'],
  ['checkout_session', 'checkoutSessions'],
  ['dispute', 'disputes'],
]);

/** What may follow the dot in an event's name. */
const actionsOf: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  payments: [
    'created',
    'requires_payment_method',
    'requires_customer_action',
    'requires_capture',
    'pending',
    'succeeded',
    'canceled',
    'failed',
  ],
  refunds: ['received', 'accepted', 'succeeded', 'failed'],
  subscriptions: ['created', 'active', 'updated', 'unpaid', 'paused', 'canceled', 'expired'],
  invoices: ['sent', 'paid', 'payment_failed', 'canceled'],
  checkoutSessions: ['completed', 'expired'],
  disputes: ['created', 'closed'],
};

/** UseePay's pages spell some names in more than one way. */
const otherSpellings: ReadonlyMap<string, string> = new Map([
  ['invoice.open', 'invoice.sent'],
  ['dispute.create', 'dispute.created'],
  ['dispute.cteate', 'dispute.created'],
]);

/** A payment that succeeded stays so, says UseePay. Without "modify_at" a tier's last status wins; ask the API when it matters. */
const stagesOf: Readonly<Partial<Record<Kind, Stages>>> = {
  payments: [
    ['requires_payment_method', 'requires_customer_action', 'pending', 'requires_capture'],
    ['failed'],
    ['canceled'],
    ['succeeded'],
  ],
  refunds: [['received'], ['accepted'], ['failed'], ['succeeded']],
  subscriptions: [
    ['incomplete'],
    ['trialing', 'active', 'past_due', 'unpaid', 'paused'],
    ['incomplete_expired', 'expired'],
    ['canceled'],
  ],
  invoices: [['draft'], ['open'], ['payment_failed'], ['uncollectible'], ['void', 'canceled'], ['paid']],
  checkoutSessions: [['open'], ['expired'], ['complete']],
  disputes: [['created'], ['closed']],
};

/** A function from a UseePay delivery to the change it asks for, or undefined when there is nothing to do. */
export function useepayReader(config: UseepayConfig): (delivery: Delivery) => Change | undefined {
  const verify = useepayVerifier(config);

  return (delivery) => {
    const event = parseObject(verify(delivery));
    const merchants = [header(delivery.headers, 'merchant_no'), text(object(event.data ?? event.date)?.merchant_no)];
    if (config.merchantNo !== undefined && merchants.some((no) => no !== undefined && no !== config.merchantNo)) {
      throw new Refusal(403, 'the delivery is for another merchant');
    }
    return readEvent(event);
  };
}

function readEvent(event: Json): Change | undefined {
  // The dispute event is printed with "eventId" and "date" where all others have "id" and "data".
  const eventId = requireText(event.id ?? event.eventId, 'id');
  const name = oneSpelling(requireText(event.name, 'name'));
  const dot = name.indexOf('.');
  const action = name.slice(dot + 1);
  const kind = kindOf.get(name.slice(0, dot));
  if (kind === undefined || !actionsOf[kind]?.includes(action)) return undefined;

  const data = requireObject(event.data ?? event.date, 'data');
  const status = data.status === 'cancelled' ? 'canceled' : text(data.status);
  // The statuses of a dispute are not documented, its two events are.
  const stage = kind === 'disputes' ? action : status;
  const reached = place(stagesOf[kind] ?? [], stage, instant(data.modify_at ?? data.created_at ?? data.create_at));
  if (reached === undefined) return undefined;
  return {
    provider: 'useepay',
    mode: 'live', // events carry no test flag: the sandbox signs with a key of its own
    eventId,
    kind,
    ...reached,
    state: {
      id: requireText(data.id, 'data.id'),
      status,
      amount: amount(data.amount ?? data.total_amount),
      currency: text(data.currency),
      reference: text(data.merchant_order_id),
      payment: text(data.payment_intent_id),
      subscription: text(data.subscription_id),
      customer: text(data.customer_id) ?? text(object(data.customer)?.id),
    },
  };
}

function oneSpelling(name: string): string {
  return otherSpellings.get(name) ?? name.replace(/\.cancelled$/, '.canceled');
}
