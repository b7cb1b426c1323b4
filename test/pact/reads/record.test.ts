import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { createShop } from '../../../examples/shop/server.ts';
import type { Receiver } from '../../../src/conformance/index.ts';
import type { Provider } from '../../../src/define/index.ts';
import { recordReads, type Recording } from '../../../src/pact/index.ts';
import { latest as smartpay } from '../../../src/providers/smartpay/index.ts';
import { v2024_10, v2026_04 } from '../../../src/providers/useepay/index.ts';
import { generateKeys } from '../../../src/signing/index.ts';
import { acme } from '../../support/acme.ts';

const ok = () => new Response(null, { status: 200 });
const secret = 'sesame';

/** What of the invented provider's charges a receiver reads. */
async function recorded(receiver: Receiver, types: readonly string[] = ['charge.created']): Promise<Recording> {
  return recordReads<Provider>(receiver, acme, { consumer: 'shop', secret, types: types as never, generated: 2 });
}

const paths = ({ reads }: Recording) => reads.map(({ path }) => path);

/** A charge as the receivers below see it. */
interface Seen {
  id: string;
  type: string;
  data: { object: { id: string; amount: number; note?: string; card?: { brand: string } } };
}

const styles: { readonly [Style: string]: readonly [read: (request: Request) => unknown, paths: readonly string[]] } = {
  'request.json()': [
    async (request) => {
      const event = (await request.json()) as Seen;
      return [event.type, event.data.object.amount];
    },
    ['data.object.amount', 'type'],
  ],
  'a clone of the request': [async (request) => ((await request.clone().json()) as Seen).type, ['type']],
  'raw text that is parsed': [async (request) => (JSON.parse(await request.text()) as Seen).id, ['id']],
  'raw bytes that are parsed': [
    async (request) => (JSON.parse(Buffer.from(await request.arrayBuffer()).toString()) as Seen).id,
    ['id'],
  ],
  'raw text that is trimmed and spelled anew before': [
    async (request) => {
      const text = ` ${await request.text()}\n`.replace('{', '{ ');
      return (JSON.parse(text) as Seen).id;
    },
    ['id'],
  ],
  'a Response around the raw bytes': [
    async (request) => ((await new Response(await request.blob()).json()) as Seen).id,
    ['id'],
  ],
  'a reviver': [async (request) => (JSON.parse(await request.text(), (_, value: unknown) => value) as Seen).id, ['id']],
  destructuring: [
    async (request) => {
      const {
        type,
        data: {
          object: { amount, note = 'none' },
        },
      } = (await request.json()) as Seen;
      return [type, amount, note];
    },
    ['data.object.amount', 'data.object.note', 'type'],
  ],
  'rest in a pattern': [
    async (request) => {
      const { id, ...others } = ((await request.json()) as { data: { object: { card: object } } }).data.object.card as {
        id?: string;
      };
      return [id, others];
    },
    ['data.object.card.brand', 'data.object.card.id', 'data.object.card.last4'],
  ],
  spread: [
    async (request) => ({ ...((await request.json()) as Seen).data.object.card }),
    ['data.object.card.brand', 'data.object.card.last4'],
  ],
  'iteration over entries': [
    async (request) => Object.entries(((await request.json()) as Seen).data.object.card ?? {}),
    ['data.object.card.brand', 'data.object.card.last4'],
  ],
  'iteration over keys, of which one is read': [
    async (request) => {
      const { card } = ((await request.json()) as Seen).data.object;
      for (const key in card) if (key === 'brand') return card[key];
      return Object.keys(card ?? {});
    },
    ['data.object.card.brand'],
  ],
  'in and hasOwn': [
    async (request) => {
      const { data } = (await request.json()) as Seen;
      return ['note' in data.object, Object.hasOwn(data.object, 'card')];
    },
    ['data.object.card', 'data.object.note'],
  ],
  'zod that strips': [
    async (request) => {
      const schema = z.object({ type: z.string(), data: z.object({ object: z.object({ amount: z.number() }) }) });
      return schema.parse(await request.json()).data.object.amount;
    },
    ['data.object.amount', 'type'],
  ],
  'passing around': [
    async (request) => {
      const kept: Seen['data'][] = [];
      kept.push(((await request.json()) as Seen).data);
      await Promise.resolve();
      const [data] = structuredClone(kept);
      return new Map([['object', data!.object]]).get('object')!.id;
    },
    ['data.object.id'],
  ],
  'a clone of the event': [async (request) => (structuredClone(await request.json()) as Seen).type, ['type']],
  'a queue of texts': [
    async (request) => {
      const queue = [JSON.stringify(await request.json())];
      return (JSON.parse(queue.pop()!) as Seen).type;
    },
    ['type'],
  ],
  'a queue of jobs that hold the event': [
    async (request) => {
      const job = JSON.stringify({ at: 1, events: [await request.json()] });
      return (JSON.parse(job) as { events: Seen[] }).events[0]!.data.object.amount;
    },
    ['data.object.amount'],
  ],
  'writing into the event and reading that again': [
    async (request) => {
      const event = (await request.json()) as Seen & { seen?: boolean };
      event.seen = true;
      Object.freeze(event);
      return [event.seen, event.type];
    },
    ['type'],
  ],
  'a promise of the event': [
    async (request) => {
      const event = await Promise.resolve((await request.json()) as Seen);
      return [event.type, JSON.stringify({ event })];
    },
    ['type'],
  ],
};

test.each(Object.entries(styles))('recordReads() sees exactly the reads through %s', async (_, [read, expected]) => {
  const recording = await recorded(async (request) => {
    await read(request);
    return ok();
  });
  expect(paths(recording)).toEqual(expected);
  expect(recording.unseen).toEqual([]);
});

test('recordReads() sees the items of lists', async () => {
  const { signing } = await generateKeys(smartpay);
  const recording = await recordReads(
    async (request) => {
      const event = (await request.json()) as { eventData: { data: { lineItems: string[] } } };
      return new Response(String(event.eventData.data.lineItems.map((id) => id.length)), { status: 200 });
    },
    smartpay,
    { consumer: 'shop', secret: signing, types: ['order.authorized'], generated: 0 },
  );
  expect(paths(recording)).toEqual(['eventData.data.lineItems[]']);
  expect(recording.pact.interactions.map(({ contents }) => contents.content)).toEqual([
    { eventData: { data: { lineItems: [expect.stringMatching(/^li_test_/)] } } },
  ]);
});

test('recordReads() tells apart what needs to be there from what does not', async () => {
  const { pact } = await recorded(async (request) => {
    const { data } = (await request.json()) as Seen;
    return data.object.card === undefined ? ok() : new Response(data.object.note ?? data.object.id, { status: 200 });
  });
  expect(pact.interactions.map(({ description, contents }) => [description, contents.content])).toEqual([
    ['charge.created', { data: { object: { id: 'ch_7g2k9x' } } }],
    [
      'charge.created with data.object.card, data.object.note',
      { data: { object: { id: 'ch_7g2k9x', note: 'Leave it at the door', card: {} } } },
    ],
  ]);
});

test('recordReads() finds the fields that no documented event has', async () => {
  const { findings } = await recorded(async (request) => {
    const event = (await request.json()) as Seen & { name: string };
    return new Response([event.name, event.type, (event.data.object as { Amount?: number }).Amount].join(''));
  });
  expect(findings).toEqual([
    {
      path: 'data.object.Amount',
      events: ['charge.created'],
      message: expect.stringMatching(
        /^Cannot find field: "data\.object\.Amount" is in no event of acme@2024-06-01; known are "id", "object", "amount"/,
      ) as string,
    },
    {
      path: 'name',
      events: ['charge.created'],
      message: 'Cannot find field: "name" is in no event of acme@2024-06-01; known are "id", "type", "created", "data"',
    },
  ]);
});

test('recordReads() reads the JSON in a form', async () => {
  const { signing } = await generateKeys(v2024_10);
  const recording = await recordReads(
    async (request) => {
      const { name } = JSON.parse((await request.formData()).get('data') as string) as { name: string };
      return new Response(name, { status: 200 });
    },
    v2024_10,
    { consumer: 'shop', secret: signing, types: ['refund.succeeded'], generated: 0 },
  );
  expect(paths(recording)).toEqual(['name']);
});

test('recordReads() gives the same every time', async () => {
  const receiver: Receiver = async (request) => {
    const { data } = (await request.json()) as Seen;
    return new Response(data.object.note ?? 'none', { status: 200 });
  };
  const types = ['charge.created', 'charge.settled', 'customer.created'];
  expect(JSON.stringify(await recorded(receiver, types))).toBe(JSON.stringify(await recorded(receiver, types)));
});

test('recordReads() keeps receivers apart that run at once, and puts every global back', async () => {
  const globals = () => [JSON, Request.prototype, Response.prototype].map(Object.getOwnPropertyDescriptors);
  const before = [globals(), structuredClone];
  const reading =
    (field: 'id' | 'type'): Receiver =>
    async (request) => {
      const text = await request.text();
      await new Promise((resolve) => setTimeout(resolve, 1));
      void (JSON.parse(text) as Seen)[field];
      return ok();
    };
  const [one, other] = await Promise.all([recorded(reading('id')), recorded(reading('type'))]);
  expect([one, other].map(paths)).toEqual([['id'], ['type']]);
  expect([globals(), structuredClone]).toEqual(before);
});

test('recordReads() sees what is read behind the answer, and in a worker that another delivery started', async () => {
  const queue: string[] = [];
  let working: Promise<void> | undefined;
  const work = async () => {
    while (queue.length > 0) {
      void (JSON.parse(queue.shift()!) as Seen).data.object.amount;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    working = undefined;
  };
  const recording = await recordReads(
    async (request) => {
      queue.push(await request.text());
      working ??= work();
      return ok();
    },
    acme,
    {
      consumer: 'shop',
      secret,
      types: ['charge.created'],
      generated: 0,
      settle: async () => {
        await working;
      },
    },
  );
  expect(paths(recording)).toEqual(['data.object.amount']);
  expect(recording.unseen).toEqual([]);
});

test('recordReads() names the deliveries that were not parsed, and refuses to make something of none', async () => {
  const { unseen } = await recorded(async (request) => {
    const text = await request.text();
    if (text.includes('iban')) return new Response(null, { status: 500 });
    return new Response((JSON.parse(text) as Seen).id, { status: 200 });
  });
  expect(unseen).toContain('charge.created.bank');
  const before = JSON.parse;
  await expect(recorded(() => new Response(null, { status: 401 }))).rejects.toMatchObject({
    code: 'NOTHING_READ',
    message:
      'Cannot record reads: the receiver was not seen to parse any of 6 deliveries and acknowledges none of the last; is the secret its own?',
  });
  await expect(recorded(ok)).rejects.toThrow('does it call JSON.parse or json()?');
  expect(JSON.parse).toBe(before);
  await expect(recordReads(ok, acme, {} as never)).rejects.toThrow(TypeError);
  await expect(recorded(ok, ['charge.made'])).rejects.toMatchObject({ code: 'UNKNOWN_EVENT' });
});

/** What an example shop, listening in this process, reads of a provider's events. */
async function readsOfShop(provider: Provider): Promise<Recording> {
  const { signing, verifying } = await generateKeys(provider);
  const shop = createShop(
    provider.name === 'smartpay' ? { smartpay: { secret: verifying } } : { useepay: { publicKey: verifying } },
  );
  shop.server.listen(0, '127.0.0.1');
  await once(shop.server, 'listening');
  const url = `http://127.0.0.1:${(shop.server.address() as AddressInfo).port}/webhooks/${provider.name}`;
  try {
    return await recordReads(fetch, provider, { consumer: 'shop', secret: signing, url, generated: 2 });
  } finally {
    await shop.close();
  }
}

test('recordReads() sees exactly what the example shop reads of Smartpay', async () => {
  const recording = await readsOfShop(smartpay);
  expect(paths(recording)).toEqual([
    ...['active', 'amount', 'currency', 'id', 'order', 'payment', 'reference', 'status', 'test', 'updatedAt'].map(
      (name) => `eventData.data.${name}`,
    ),
    'eventData.type',
    'id',
    'test',
  ]);
  expect(recording.findings).toEqual([]);
  expect(recording.unseen).toEqual([]);
});

test('recordReads() sees exactly what the example shop reads of UseePay', async () => {
  const recording = await readsOfShop(v2026_04);
  const common = ['amount', 'currency', 'customer', 'customer_id', 'id', 'merchant_no', 'merchant_order_id'];
  const others = ['modify_at', 'payment_intent_id', 'status', 'subscription_id'];
  expect(paths(recording)).toEqual(
    [
      ...[...common, ...others, 'created_at', 'total_amount'].map((name) => `data.${name}`),
      ...[...common, ...others].map((name) => `date.${name}`),
      'eventId',
      'id',
      'name',
    ].sort(),
  );
  expect(recording.findings.map(({ path }) => path)).toEqual(
    ['customer', 'customer_id', 'merchant_no', 'subscription_id'].map((name) => `date.${name}`),
  );
  expect(recording.unseen).toEqual([]);
});
