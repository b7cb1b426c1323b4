import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import type { Message } from '../sender.ts';
import { smartpay, smartpayEvent, useepay, useepayForm } from '../sender.ts';
import type { Behaviour } from './client.ts';
import { authorized, intentEvent, orderEvent, succeeded, three } from './client.ts';
import { send } from '../receivers.ts';

/** As it happened, and backwards. Every order is tried on the shop itself, in shop.test.ts. */
function arrivals<T>(items: readonly T[]): T[][] {
  return [[...items], items.toReversed()];
}

const refund = (id: string, status: string) =>
  useepay({ id: `evt_${id}_${status}`, name: `refund.${status}`, data: { id, status, payment_intent_id: 'pi_1' } });
const invoice = (id: string, name: string, status: string) =>
  useepayForm({ id, name: `invoice.${name}`, data: { id: 'inv_1', status, total_amount: 99.9 } });

/** Deliveries of one story in the order in which it happened, and what is left at its end. */
const stories = (): Readonly<Record<string, { messages: readonly Message[]; end: object }>> => ({
  'an order declined for now, then authorised': {
    messages: [
      orderEvent('a', 'rejected', 'requires_authorization', 1),
      orderEvent('b', 'rejected', 'requires_authorization', 2),
      orderEvent('c', 'authorized', 'succeeded', 3),
    ].map((event) => smartpay(event)),
    end: { orders: [{ status: 'succeeded' }] },
  },
  'an order authorised and cancelled in one millisecond': {
    messages: [
      orderEvent('a', 'rejected', 'requires_authorization', 1),
      orderEvent('b', 'authorized', 'requires_capture', 1),
      orderEvent('c', 'canceled', 'canceled', 1),
    ].map((event) => smartpay(event)),
    end: { orders: [{ status: 'canceled' }], shipments: [] },
  },
  'a token disabled, enabled and used': {
    messages: ['disabled', 'active', 'active'].map((status, at) =>
      smartpay(smartpayEvent(`evt_${at}`, 'token.enabled', { id: 'paytok_live_1', status, updatedAt: at })),
    ),
    end: { tokens: [{ status: 'active' }] },
  },
  'a payment refunded after its success': {
    messages: [
      useepay(intentEvent('a', 'pending', '2026-01-01T00:00:01Z')),
      useepay(intentEvent('b', 'succeeded', '2026-01-01T00:00:02Z')),
      refund('ref_1', 'received'),
      refund('ref_1', 'succeeded'),
    ],
    end: { payments: [{ status: 'succeeded' }], refunds: [{ status: 'succeeded', payment: 'pi_1' }] },
  },
  'a payment that is said to have failed after its success': {
    messages: [
      useepay(intentEvent('a', 'succeeded', '2026-01-01T00:00:01Z')),
      useepay(intentEvent('b', 'failed', '2026-01-01T00:00:02Z')),
      useepay(intentEvent('c', 'cancelled', '2026-01-01T00:00:03Z')),
    ],
    end: { payments: [{ status: 'succeeded' }], shipments: [{ id: 'pi_1' }] },
  },
  'an invoice without times, paid at last': {
    messages: [
      invoice('a', 'sent', 'open'),
      invoice('b', 'payment_failed', 'payment_failed'),
      invoice('c', 'paid', 'paid'),
    ],
    end: { invoices: [{ status: 'paid', amount: 99.9 }] },
  },
});

/** What receivers owe to a provider that delivers at least once, in any order. */
export const effects: Readonly<Record<string, Behaviour>> = {
  async 'acknowledges a duplicate, and does it once: after it, at once, and under another id'(client) {
    await client.statuses(...three());
    const once = await client.effects();
    const again = Array.from({ length: 4 }, () => three()).flat();
    const renamed = [smartpay({ ...authorized, id: 'evt_8' }), useepay({ ...succeeded, id: 'evt_9' })];
    const statuses = await Promise.all([...again, ...renamed].map((message) => client.statuses(message)));
    expect(new Set(statuses.flat())).toEqual(new Set([200]));
    expect(await client.effects()).toEqual(once);
  },

  async 'does once what comes many times at once, and never came before'(client) {
    const statuses = await Promise.all(Array.from({ length: 5 }, () => client.statuses(...three())));
    expect(new Set(statuses.flat())).toEqual(new Set([200]));
    const { orders, payments, refunds, shipments } = await client.effects();
    expect([orders.length, payments.length, refunds.length, shipments.length]).toEqual([1, 1, 1, 2]);
  },

  async 'knows a duplicate after a restart'(client) {
    await client.statuses(...three());
    const before = await client.effects();
    await client.receiver.restart();
    expect(await client.effects()).toEqual(before);
    expect(await client.statuses(...three())).toEqual([200, 200, 200]);
    expect(await client.effects()).toEqual(before);
  },

  async 'counts two events of one object, and one id at two providers'(client) {
    await client.statuses(smartpay(orderEvent('evt_1', 'rejected', 'requires_authorization', 1)));
    await client.statuses(useepay(succeeded), smartpay(orderEvent('evt_2', 'authorized', 'succeeded', 2)));
    expect(await client.effects()).toMatchObject({ orders: [{ status: 'succeeded' }], payments: [{ id: 'pi_1' }] });
  },

  async 'answers 500 while the database fails, stores nothing by halves, and takes the retry'(client) {
    const before = await client.effects();
    const intruder = new DatabaseSync(client.database);
    try {
      intruder.exec('begin immediate');
      expect(await client.statuses(useepay(succeeded))).toEqual([500]);
      intruder.exec('rollback');
      intruder.exec(`create trigger full before insert on objects begin select raise(abort, 'disk full'); end`);
      const { status, text } = await client.post(useepay(succeeded));
      expect([status, JSON.parse(text)]).toEqual([500, { error: 'something went wrong, please retry' }]);
      expect(intruder.prepare('select count(*) as count from events').get()).toEqual({ count: 0 });
    } finally {
      intruder.exec('drop trigger if exists full');
      intruder.close();
    }
    expect(await client.effects()).toEqual(before);
    expect(await client.statuses(useepay(succeeded), useepay(succeeded))).toEqual([200, 200]);
    expect((await client.effects()).payments).toHaveLength(1);
  },

  async 'comes to one end, in whatever order deliveries arrive'(client) {
    for (const [name, { messages, end }] of Object.entries(stories())) {
      const ends = new Set<string>();
      for (const arrival of arrivals(messages)) {
        await send(`${client.receiver.origin}/effects`, 'DELETE');
        expect(new Set(await client.statuses(...arrival)), name).toEqual(new Set([200]));
        const found = await client.effects();
        expect(found, name).toMatchObject(end);
        ends.add(JSON.stringify(found));
      }
      expect(ends.size, name).toBe(1);
    }
  },

  async 'lets no test event move what is live'(client) {
    await client.statuses(smartpay(authorized));
    const { orders, shipments } = await client.effects();
    expect([orders.length, shipments.length]).toEqual([1, 1]);
    const canceled = { status: 'canceled', updatedAt: 9000, id: 'order_live_1' };
    const tests = [
      orderEvent('evt_2', 'canceled', 'canceled', 9000, true),
      { ...smartpayEvent('evt_3', 'order.canceled', canceled, false), test: true },
      smartpayEvent('evt_4', 'order.canceled', { ...canceled, test: true }, false),
    ];
    expect(await client.statuses(...tests.map((event) => smartpay(event)))).toEqual([200, 200, 200]);
    const after = await client.effects();
    expect(after.shipments).toEqual(shipments);
    expect(after.orders.filter(({ mode }) => mode === 'live')).toEqual(orders);
  },

  async 'loses nothing of a burst'(client) {
    const burst = Array.from({ length: 100 }, (_, at) =>
      smartpay(smartpayEvent(`evt_${at}`, 'refund.created', { id: `refund_live_${at}`, status: 'succeeded' })),
    );
    const statuses = await Promise.all(burst.map((message) => client.statuses(message)));
    expect(new Set(statuses.flat())).toEqual(new Set([200]));
    expect((await client.effects()).refunds).toHaveLength(100);
  },
};
