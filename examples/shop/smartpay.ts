import type { Change, Kind, Stages } from './change.ts';
import { place } from './change.ts';
import type { Delivery } from './delivery.ts';
import { header, mediaType } from './delivery.ts';
import { amount, instant, object, parseObject, requireObject, requireText, text } from './json.ts';
import { Refusal } from './refusal.ts';
import type { SmartpaySigning } from './smartpay-signature.ts';
import { smartpayVerifier } from './smartpay-signature.ts';

export interface SmartpayConfig extends SmartpaySigning {
  /** The id of the webhook endpoint; when given, deliveries made for another endpoint are refused. */
  readonly subscriptionId?: string;
  /** Whether test-mode events are stored (beside the live ones); when false they are acknowledged and dropped. */
  readonly acceptTestMode?: boolean;
}

/** The kind of object each event type is about. A type that is not listed is acknowledged and has no effect. */
const kindOf: ReadonlyMap<string, Kind> = new Map([
  ['order.authorized', 'orders'],
  ['order.rejected', 'orders'],
  ['order.canceled', 'orders'],
  ['payment.created', 'payments'],
  ['refund.created', 'refunds'],
  ['token.created', 'tokens'],
  ['token.approved', 'tokens'],
  ['token.rejected', 'tokens'],
  ['token.enabled', 'tokens'],
  ['token.disabled', 'tokens'],
  ['token.used', 'tokens'],
  ['token.deleted', 'tokens'],
  ['coupon.created', 'coupons'],
  ['coupon.updated', 'coupons'],
  ['promotion_code.created', 'promotionCodes'],
  ['promotion_code.updated', 'promotionCodes'],
]);

const activity: Stages = [['active', 'inactive']];

/** A soft-declined order still "requires_authorization", so a later authorisation moves it on; a hard decline is "rejected". */
const stagesOf: Readonly<Partial<Record<Kind, Stages>>> = {
  orders: [
    ['requires_authorization', 'pending'],
    ['requires_capture'],
    ['rejected', 'failed'],
    ['succeeded'],
    ['canceled'],
  ],
  payments: [['processed'], ['refunded']],
  refunds: [['failed'], ['succeeded']],
  tokens: [['requires_authorization'], ['active', 'disabled'], ['rejected'], ['deleted']],
  coupons: activity,
  promotionCodes: activity,
};

/** A function from a Smartpay delivery to the change it asks for, or undefined when there is nothing to do. */
export function smartpayReader(config: SmartpayConfig): (delivery: Delivery) => Change | undefined {
  const verify = smartpayVerifier(config);

  return (delivery) => {
    if (mediaType(delivery.headers) !== 'application/json') throw new Refusal(415, 'the body must be application/json');
    verify(delivery);
    const addressee = header(delivery.headers, 'smartpay-subscription-id');
    if (config.subscriptionId !== undefined && addressee !== config.subscriptionId) {
      throw new Refusal(403, 'the delivery is for another endpoint');
    }
    const change = readEvent(delivery.body);
    return change?.mode === 'test' && config.acceptTestMode === false ? undefined : change;
  };
}

function readEvent(body: Buffer): Change | undefined {
  const event = parseObject(body);
  const eventId = requireText(event.id, 'id');
  const eventData = requireObject(event.eventData, 'eventData');
  const kind = kindOf.get(requireText(eventData.type, 'eventData.type'));
  if (kind === undefined) return undefined;

  const data = requireObject(eventData.data, 'eventData.data');
  const status = text(data.status) ?? (typeof data.active === 'boolean' ? activeStatus(data.active) : undefined);
  const reached = place(stagesOf[kind] ?? [], status, instant(data.updatedAt ?? data.createdAt));
  if (reached === undefined) return undefined;
  return {
    provider: 'smartpay',
    mode: event.test === false && data.test !== true ? 'live' : 'test',
    eventId,
    kind,
    ...reached,
    state: {
      id: requireText(data.id, 'eventData.data.id'),
      status,
      amount: amount(data.amount),
      currency: text(data.currency),
      reference: text(data.reference),
      order: idOf(data.order),
      payment: idOf(data.payment),
    },
  };
}

function activeStatus(active: boolean): string {
  return active ? 'active' : 'inactive';
}

/** The id of a linked object, whether it came as an id or expanded. */
function idOf(link: unknown): string | undefined {
  return text(link) ?? text(object(link)?.id);
}
