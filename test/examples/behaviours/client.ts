import type { Effects } from '../../../examples/shop/shop.ts';
import type { Answered, Started } from '../receivers.ts';
import { send } from '../receivers.ts';
import type { Message } from '../sender.ts';
import { smartpay, smartpayEvent, useepay, useepayForm } from '../sender.ts';

/** What a receiver under test is seen and touched through. */
export interface Client {
  readonly receiver: Started;
  /** The path of its database. */
  readonly database: string;
  readonly post: (message: Message) => Promise<Answered>;
  /** Posts messages one after the other and gives the statuses. */
  readonly statuses: (...messages: readonly Message[]) => Promise<number[]>;
  readonly effects: () => Promise<Effects>;
}

/** One thing that every receiver does. */
export type Behaviour = (client: Client) => Promise<void>;

/** The client of a receiver, asked where it listens each time: a restarted one may listen elsewhere. */
export function clientOf(receiver: Started, database: string): Client {
  const post = ({ path, headers, body }: Message) => send(receiver.origin + path, 'POST', headers, body);
  return {
    receiver,
    database,
    post,
    async statuses(...messages) {
      const found: number[] = [];
      for (const message of messages) found.push((await post(message)).status);
      return found;
    },
    async effects() {
      return JSON.parse((await send(`${receiver.origin}/effects`, 'GET')).text) as Effects;
    },
  };
}

/** An order that Smartpay has authorised, as live as can be. */
export const order = { id: 'order_live_1', object: 'order', amount: 1500, currency: 'JPY', reference: 'shop-1' };
export const authorized = orderEvent('evt_1', 'authorized', 'succeeded', 2000);

/** An event of that order. */
export function orderEvent(id: string, name: string, status: string, updatedAt: number, test = false): object {
  return smartpayEvent(id, `order.${name}`, { ...order, status, updatedAt }, test);
}

/** A payment that has succeeded at UseePay. */
const intent = { id: 'pi_1', amount: 10.5, currency: 'USD', merchant_order_id: 'shop-2' };
export const succeeded = intentEvent('evt_1', 'succeeded', '2026-01-01T00:00:09Z');

/** An event of that payment. */
export function intentEvent(id: string, status: string, modify_at: string): { id: string; name: string; data: object } {
  return { id, name: `payment_intent.${status}`, data: { ...intent, status, modify_at } };
}

/** One delivery of each kind, each with an effect. */
export const three = () => [
  smartpay(authorized),
  useepay(succeeded),
  useepayForm({ id: 'evt_2', name: 'refund.succeeded', data: { id: 'ref_1', status: 'succeeded' } }),
];
