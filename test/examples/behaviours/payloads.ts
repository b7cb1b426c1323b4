import { expect } from 'vitest';
import { smartpay, smartpayEvent, useepay, useepayForm } from '../sender.ts';
import type { Behaviour } from './client.ts';
import { authorized, order, orderEvent, succeeded, three } from './client.ts';

const paid = (data: object) => ({ ...succeeded, data: { ...succeeded.data, ...data } });

/** What receivers owe to whatever a provider, or its next version, may put into a body. */
export const payloads: Readonly<Record<string, Behaviour>> = {
  async 'answers 400, not 401, to what is signed and cannot be read'(client) {
    for (const body of ['{', '', '[]', 'null', '1', '{}', '{"id":1}', '\u0000', '{"id":"x","a":NaN}', '{"id":"x"}}'])
      expect([body, ...(await client.statuses(smartpay(body), useepay(body)))]).toEqual([body, 400, 400]);
    expect(await client.statuses(useepayForm([]))).toEqual([400]);
  },

  async 'acknowledges an unknown type, and does nothing'(client) {
    const before = await client.effects();
    const types = ['order.teleported', 'constructor', '__proto__', 'toString.x', 'refund', 'refund.succeeded.x', 'x'];
    for (const type of types) {
      const event = { id: 'evt_9', name: type, data: { id: 'x', status: 'succeeded' } };
      const messages = [smartpay(smartpayEvent('evt_9', type, order)), useepay(event), useepayForm(event)];
      expect([type, ...(await client.statuses(...messages))]).toEqual([type, 200, 200, 200]);
    }
    expect(await client.effects()).toEqual(before);
  },

  async 'acknowledges an unknown status, and does nothing until it is known'(client) {
    const before = await client.effects();
    for (const status of ['teleported', 'constructor', '__proto__']) {
      const data = { id: 'x', status, modify_at: '2027-01-01T00:00:00Z' };
      const messages = [
        smartpay(orderEvent('evt_9', 'authorized', status, 9000)),
        useepay({ id: 'evt_9', name: 'payment_intent.succeeded', data }),
      ];
      expect(await client.statuses(...messages)).toEqual([200, 200]);
    }
    expect(await client.effects()).toEqual(before);
    expect(await client.statuses(smartpay({ ...authorized, id: 'evt_9' }))).toEqual([200]);
    expect((await client.effects()).orders).toMatchObject([{ status: 'succeeded' }]);
  },

  async 'takes unknown fields at every level, and spellings of one JSON for one'(client) {
    const { eventData, ...event } = authorized as { eventData: { data: object } };
    const more = { ...event, new: 1, eventData: { ...eventData, new: {}, data: { ...eventData.data, new: [null] } } };
    const known = { ...succeeded, data: { metadata: { k: 1 }, ...succeeded.data } };
    await client.statuses(...three().slice(0, 2));
    const before = await client.effects();
    await client.receiver.restart();
    const reversed = JSON.stringify(Object.fromEntries(Object.entries(known).toReversed()), null, 3);
    const changed = [
      smartpay({ ...more, id: 'evt_8' }),
      useepay({ ...paid({ new: 1 }), new: 1, id: 'evt_8' }),
      useepay(reversed),
    ];
    expect(await client.statuses(...changed)).toEqual([200, 200, 200]);
    expect(await client.effects()).toEqual(before);
  },

  async 'keeps amounts as they came'(client) {
    const amounts = [0, 0.1, 100.23, 99.9, 2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER, '100.10'];
    for (const [at, amount] of amounts.entries())
      expect(await client.statuses(useepay({ ...paid({ id: `pi_${at}`, amount }), id: `evt_${at}` }))).toEqual([200]);
    expect((await client.effects()).payments.map(({ amount }) => amount)).toEqual(amounts);
  },

  async 'takes an amount that is none for none'(client) {
    const body = JSON.stringify(succeeded).replace('10.5', '1e999');
    expect(await client.statuses(useepay(body))).toEqual([200]);
    expect((await client.effects()).payments[0]).not.toHaveProperty('amount');
  },

  async 'keeps text as it came'(client) {
    const reference = '注文 🍣 e\u0301 \u202eabc\u202c \u0000 "\' ; drop table events; 👩‍👩‍👧 \ud800';
    const event = smartpayEvent('evt_\u0000\ud800', 'order.authorized', { ...order, reference, status: 'succeeded' });
    const messages = [smartpay(event), useepay(paid({ merchant_order_id: reference }))];
    expect(await client.statuses(...messages)).toEqual([200, 200]);
    const { orders, payments } = await client.effects();
    expect([orders[0]?.reference, payments[0]?.reference]).toEqual([reference, reference]);
  },

  async 'takes one id for another only when they are one'(client) {
    const ids = [
      'pi_\ud800',
      'pi_\ud801',
      'pi_\u0000',
      'pi_',
      'pi_ ',
      'PI_',
      '1012506201612797898',
      `pi_${'x'.repeat(300)}`,
    ];
    for (const id of ids) expect(await client.statuses(useepay({ ...paid({ id }), id: `evt_${id}` }))).toEqual([200]);
    const found = (await client.effects()).payments.map(({ id }) => id);
    expect(found.toSorted()).toEqual(ids.toSorted());
  },

  async 'is not harmed by hostile keys'(client) {
    const hostile = '"__proto__":{"status":"canceled","polluted":1},"constructor":{"prototype":{"polluted":1}},';
    const body = JSON.stringify(authorized).replace('"amount"', `${hostile}"status":"canceled","amount"`);
    expect(await client.statuses(smartpay(body))).toEqual([200]);
    expect((await client.effects()).orders).toMatchObject([{ status: 'succeeded' }]);
    expect(JSON.stringify(await client.effects())).not.toContain('polluted');
  },

  async 'is not felled by deep nesting'(client) {
    for (const depth of [100, 100_000]) {
      const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      const [status] = await client.statuses(useepay(JSON.stringify(paid({ metadata: 0 })).replace(':0', `:${deep}`)));
      expect(depth === 100 ? [200] : [200, 400]).toContain(status);
    }
    expect(await client.statuses(...three())).toEqual([200, 200, 200]);
  },

  async 'reads both envelopes and every spelling that UseePay prints'(client) {
    const date = { id: '202603311146012302', status: 'need_reponse', create_at: '2026-03-31T03: 31: 49Z', amount: 11 };
    const messages = [
      useepay({ eventId: 'evt_1', name: 'dispute.cteate', date }),
      useepay({ id: 'evt_2', name: 'subscription.cancelled', data: { id: 'sub_1', status: 'cancelled' } }),
      useepay({ id: 'evt_3', name: 'invoice.open', data: { id: 'inv_1', status: 'open', total_amount: 99 } }),
    ];
    expect(await client.statuses(...messages)).toEqual([200, 200, 200]);
    expect(await client.effects()).toMatchObject({
      disputes: [{ status: 'need_reponse', amount: 11 }],
      subscriptions: [{ status: 'canceled' }],
      invoices: [{ status: 'open', amount: 99 }],
    });
  },
};
