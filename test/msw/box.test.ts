import { describe, expect, test } from 'vitest';
import { nameOf } from '../../src/define/index.ts';
import { verify } from '../../src/delivery/index.ts';
import { HookproofError } from '../../src/errors.ts';
import { fixture, fixtureFiles } from '../../src/fixture/index.ts';
import { createBox, virtualClock, type BoxOptions } from '../../src/msw/index.ts';
import { providers } from '../../src/providers/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { latest as useepay } from '../../src/providers/useepay/index.ts';
import { acme } from '../support/acme.ts';
import { acmeWithApi } from '../support/acme-api.ts';
import { expectValidEvents, notingReceiver } from './support.ts';

const start = '2026-03-02T00:00:00Z';
const card = { brand: 'visa', last4: '4242' };
const keys = { signing: 'testsecret', verifying: 'testsecret' };

/** A box of the invented provider on virtual time, and a way to ask it. */
function open(options: BoxOptions = {}) {
  const clock = virtualClock(start);
  const box = createBox(acmeWithApi, { clock, keys, ...options });
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const request = new Request(`https://api.acme.example${path}`, {
      method,
      headers: { 'x-key': 'key_1', ...headers },
      ...(body === undefined ? {} : { body: text }),
    });
    const response = await box.fetch(request);
    const answer = (response.type === 'error' ? {} : await response.json()) as { [Key: string]: unknown };
    return { status: response.status, type: response.type, answer, again: response.headers.get('x-again') };
  };
  const charge = async (amount = 100) =>
    String((await ask('POST', '/charges', { amount, currency: 'EUR', card })).answer['id']);
  return { box, clock, ask, charge };
}

describe('createBox()', () => {
  test('refuses a provider whose REST API is not described', () => {
    expect(() => createBox(acme)).toThrow(HookproofError);
    expect(() => createBox(acme)).toThrow('Cannot put acme@2024-06-01 into a box: its REST API is not described');
  });

  test('makes the same ids, secrets and events from the same seed, and others from another', async () => {
    const run = async (seed: string) => {
      const { box, charge } = open({ seed });
      await charge();
      await charge();
      return JSON.stringify(box.snapshot());
    };
    expect(await run('one')).toBe(await run('one'));
    expect(await run('one')).not.toBe(await run('two'));
  });

  test('has a function for each action of the API, which says why an action may not happen', async () => {
    const { box, charge } = open();
    const id = await charge();
    expect(box.settle(id)).toMatchObject({ id, status: 'captured' });
    expect(() => box.settle(id)).toThrow(`Cannot settle ${id}: its status "captured" does not allow it`);
    expect(() => box.settle('ch_none')).toThrow('Cannot find object "ch_none": the box keeps none of that id');
  });
});

describe('box.fetch()', () => {
  test('lets nobody in without the credentials, and with the option only those', async () => {
    const { ask } = open({ credentials: { 'x-key': 'key_mine' } });
    expect(await ask('GET', '/charges')).toMatchObject({ status: 401, answer: { error: 'who' } });
    expect(await ask('GET', '/charges', undefined, { 'x-key': 'key_mine' })).toMatchObject({ status: 200 });
    expect(await open().ask('GET', '/charges', undefined, { 'x-key': 'other' })).toMatchObject({ status: 401 });
  });

  test('says what a body has wrong, and of a body that is none', async () => {
    const { ask } = open();
    const wrong = await ask('POST', '/charges', { amount: 0, currency: 'EUR' });
    expect(wrong).toMatchObject({ status: 400, answer: { error: 'what' } });
    expect(wrong.answer['says']).toContain('amount:');
    for (const body of ['{', '[]', 'null', `{"a":"${'x'.repeat(1024 * 1024)}"}`])
      expect(await ask('POST', '/charges', body)).toMatchObject({ status: 400, answer: { error: 'what' } });
  });

  test('answers a route that it does not know with an error that names the nearest', async () => {
    const { ask } = open();
    const { status, answer } = await ask('GET', '/charge');
    expect([status, answer['error']]).toEqual([404, 'where']);
    expect(answer['says']).toContain('hookproof knows no "GET /charge" of this API; did you mean "GET /charges"');
  });

  test('does a request with a key once, until the key is forgotten', async () => {
    const { box, clock, ask } = open();
    const make = () => ask('POST', '/charges', { amount: 5, currency: 'EUR', card }, { 'x-once': 'a' });
    const first = await make();
    const again = await make();
    expect([again.answer, again.again]).toEqual([first.answer, 'true']);
    await clock.sleep(60_000);
    expect((await make()).answer['id']).not.toBe(first.answer['id']);
    expect(box.objects('charge')).toHaveLength(2);
  });

  test('pages through a list in which something new appears meanwhile', async () => {
    const { ask, charge } = open();
    const made = [await charge(), await charge(), await charge()];
    const first = (await ask('GET', '/charges')).answer as { items: { id: string }[]; next: string };
    await charge();
    const second = (await ask('GET', `/charges?from=${first.next}`)).answer as typeof first;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made.toReversed());
    expect(second).not.toHaveProperty('next');
    expect((await ask('GET', '/charges?currency=USD')).answer['items']).toEqual([]);
    for (const query of ['size=0', 'size=many', 'from=nowhere'])
      expect(await ask('GET', `/charges?${query}`)).toMatchObject({ status: 400 });
  });

  test('forbids what the status forbids', async () => {
    const { ask, charge } = open();
    const id = await charge();
    expect(await ask('POST', `/charges/${id}/settle`)).toMatchObject({ status: 200, answer: { status: 'captured' } });
    expect(await ask('POST', `/charges/${id}/settle`)).toMatchObject({ status: 409, answer: { error: 'when' } });
    expect(await ask('POST', '/charges/__proto__/settle')).toMatchObject({ status: 404 });
  });

  test('keeps no more objects than it is allowed to', async () => {
    const { box, charge } = open({ limits: { objects: 3 } });
    for (let count = 0; count < 10; count++) await charge();
    expect(box.objects('charge')).toHaveLength(3);
  });
});

describe('a delivery', () => {
  test('is signed, and comes after the answer to the request that it is about', async () => {
    const order: string[] = [];
    const requests: Request[] = [];
    const receiver = (request: Request) => {
      order.push('delivery');
      requests.push(request.clone());
      return new Response();
    };
    const { box, charge } = open({ endpoints: [{ receiver }] });
    await charge();
    order.push('answer');
    await box.settled();
    expect(order).toEqual(['answer', 'delivery']);
    expect(await verify(acmeWithApi, requests[0]!, keys.verifying)).toEqual({ valid: true, reasons: [] });
  });

  test('is sent again on the schedule of the provider until it is acknowledged, in virtual time', async () => {
    const { receiver, bodies } = notingReceiver(500, 302, 503);
    const { box, clock, charge } = open({ endpoints: [{ receiver }] });
    await charge();
    await box.settled();
    const [delivery] = box.deliveries;
    const began = Date.parse(start);
    expect(delivery!.attempts.map(({ at, answer }) => [(at - began) / 1000, answer!.status])).toEqual([
      [0, 500],
      [60, 302],
      [660, 503],
      [4260, 200],
    ]);
    expect(delivery!.state).toBe('acknowledged');
    expect(new Set(bodies).size).toBe(1);
    expect(clock.now()).toBe(began + 4_260_000);
  });

  test('is given up after the last retry', async () => {
    const { receiver } = notingReceiver(500, 500, 500);
    const { box, charge } = open({ endpoints: [{ receiver }], retries: [1, 1] });
    await charge();
    await box.settled();
    expect(box.deliveries).toMatchObject([{ state: 'exhausted', attempts: [{}, {}, { outcome: 'refused' }] }]);
  });

  test('says whether its schedule is the provider’s or assumed', () => {
    expect(createBox(smartpay).schedule).toMatchObject({ isAssumed: true });
    expect(createBox(useepay).schedule).toEqual({ seconds: [1, 5, 10, 30, 60], isAssumed: false });
    expect(createBox(smartpay, { retries: [3] }).schedule).toEqual({ seconds: [3], isAssumed: false });
  });

  test('that throws, or does not answer in time, has failed', async () => {
    const { box, charge } = open({
      retries: [],
      timeout: 20,
      endpoints: [
        { receiver: () => Promise.reject(new Error('no such table')) },
        { receiver: () => new Promise<Response>(() => {}) },
      ],
    });
    await charge();
    await box.settled();
    expect(box.deliveries.map(({ attempts }) => attempts[0]!.error)).toEqual([
      'no such table',
      'no answer within 20 ms',
    ]);
  });

  test('goes to this machine only, unless others are allowed', async () => {
    const sent: string[] = [];
    const fetch = (request: Request) => {
      sent.push(request.url);
      return Promise.resolve(new Response());
    };
    const endpoints = [{ receiver: 'https://shop.example/hooks' }];
    const { box, charge } = open({ endpoints, fetch });
    await charge();
    await box.settled();
    expect(box.deliveries[0]!.attempts).toMatchObject([
      { outcome: 'blocked', error: '"shop.example" is not this machine' },
    ]);
    expect(sent).toEqual([]);
    const allowed = open({ endpoints, fetch, allowRemote: true });
    await allowed.charge();
    await allowed.box.settled();
    expect(sent).toEqual(['https://shop.example/hooks']);
  });

  test('goes where the option says for an endpoint that is registered by API', async () => {
    const one = notingReceiver();
    const { box, ask, charge } = open({ receivers: { 'https://shop.example/hooks': one.receiver } });
    await ask('POST', '/hooks', { to: 'https://shop.example/hooks', types: ['charge.created'] });
    await ask('POST', '/hooks', { to: 'https://other.example/', types: ['*'] });
    const id = await charge();
    box.settle(id);
    await box.settled();
    expect(one.bodies.map((body) => JSON.parse(body).type)).toEqual(['charge.created']);
    expect(box.deliveries.map(({ url, state }) => [new URL(url).hostname, state])).toEqual([
      ['shop.example', 'acknowledged'],
      ['other.example', 'exhausted'],
      ['other.example', 'exhausted'],
    ]);
  });

  test('comes twice, late, out of order and after losses on demand, the same way for the same seed', async () => {
    const run = async (seed: string) => {
      const { receiver, bodies } = notingReceiver();
      const chaos = { duplicates: 0.5, reordering: 0.5, loss: 0.3, delay: 10 };
      const { box, charge } = open({ seed, chaos, endpoints: [{ receiver }] });
      for (let count = 0; count < 12; count++) await charge(100 + count);
      await box.settled();
      return { amounts: bodies.map((body) => JSON.parse(body).data.object.amount as number), box };
    };
    const { amounts, box } = await run('chaos');
    expect((await run('chaos')).amounts).toEqual(amounts);
    expect((await run('other')).amounts).not.toEqual(amounts);
    expect(new Set(amounts).size).toBe(12);
    expect(amounts.length).toBeGreaterThan(12);
    expect(amounts).not.toEqual(amounts.toSorted((one, other) => one - other));
    const outcomes = box.deliveries.flatMap(({ attempts }) => attempts.map(({ outcome }) => outcome));
    expect(outcomes).toContain('lost');
    expect(box.deliveries.every(({ state }) => state === 'acknowledged')).toBe(true);
  });

  test('is kept with no more others than is allowed', async () => {
    const { receiver } = notingReceiver();
    const { box, charge } = open({ endpoints: [{ receiver }], limits: { deliveries: 4 } });
    for (let count = 0; count < 9; count++) await charge();
    await box.settled();
    expect(box.deliveries).toHaveLength(4);
  });
});

describe('box.trigger()', () => {
  test('sends a fixture, and keeps its object', async () => {
    const { receiver, bodies } = notingReceiver();
    const box = createBox(smartpay, { clock: virtualClock(start), endpoints: [{ receiver }] });
    box.trigger('order.authorized', { variant: 'manual-capture', set: { amount: 1200 } });
    await box.settled();
    const { data } = JSON.parse(bodies[0]!).eventData;
    expect(data).toMatchObject({ amount: 1200, status: 'requires_capture' });
    expect(box.objects('order')).toEqual([data]);
    expectValidEvents(smartpay, box.deliveries);
  });

  test('lays an event’s pins over an object that is kept', async () => {
    const box = createBox(smartpay, { events: [fixture(smartpay, 'token.created')] });
    const { id } = fixture(smartpay, 'token.created').eventData.data;
    const event = box.trigger('token.rejected', { id });
    expect(event).toMatchObject({ eventData: { type: 'token.rejected', data: { id, status: 'rejected' } } });
    expect(box.objects('token')).toMatchObject([{ id, status: 'rejected' }]);
    expect(() => box.trigger('order.canceled', { id })).toThrow(
      `Cannot trigger order.canceled: "${id}" is token, not order`,
    );
    expect(() => box.trigger('order.cancelled' as never)).toThrow('did you mean "order.canceled"');
  });

  test.each(providers)('sends every event of $name@$version, valid', async (provider) => {
    const { receiver, bodies } = notingReceiver();
    const box = createBox(provider, {
      clock: virtualClock(start),
      endpoints: [{ receiver }],
      keys: await createBox(provider).keys(),
    });
    for (const type of Object.keys(provider.events)) box.trigger(type as never);
    await box.settled();
    expect(bodies).toHaveLength(Object.keys(provider.events).length);
    expectValidEvents(provider, box.deliveries);
  });
});

describe('box.load()', () => {
  test.each(providers)('keeps the objects of every fixture of $name@$version as the API has them', (provider) => {
    const files = fixtureFiles(provider).filter(({ variant }) => ['typical', 'minimal', 'maximal'].includes(variant));
    for (const { file, value } of files) {
      const box = createBox(provider, { events: [value] });
      for (const { resource, object } of box.snapshot().entries) {
        const { error } = provider.api!.resources[resource]!.schema.safeParse(object);
        expect(error?.issues, `${nameOf(provider)} ${file}`).toBeUndefined();
      }
    }
  });

  test('goes on from a history', async () => {
    const box = createBox(smartpay, {
      events: [fixture(smartpay, 'token.created'), fixture(smartpay, 'token.approved')],
    });
    const { id } = fixture(smartpay, 'token.created').eventData.data;
    expect(box.disable(id)).toMatchObject({ status: 'disabled' });
    expect(() => box.load([{ id: 'evt' }])).toThrow('Cannot load event: it is none of smartpay@2022-02-18');
  });
});

describe('box.snapshot()', () => {
  test('holds all that is kept as JSON, to be restored at any time, in this box or another', async () => {
    const { box, ask, charge } = open();
    const id = await charge();
    const before = box.snapshot();
    box.settle(id);
    await charge();
    box.restore(JSON.parse(JSON.stringify(before)));
    expect(box.snapshot()).toEqual(before);
    expect((await ask('GET', `/charges/${id}`)).answer['status']).toBe('pending');
    const other = open();
    other.box.restore(before);
    expect(other.box.settle(id)).toMatchObject({ status: 'captured' });
  });
});

describe('box.reset()', () => {
  test('begins anew as the options say, and sends nothing that was on its way', async () => {
    const { receiver, bodies } = notingReceiver();
    const events = [fixture(acmeWithApi, 'charge.created')];
    const { box, charge } = open({ endpoints: [{ receiver }], events });
    await charge();
    box.reset();
    await box.settled();
    expect(bodies).toEqual([]);
    expect(box.deliveries).toEqual([]);
    expect(box.objects()).toHaveLength(1);
    await charge();
    await box.settled();
    expect(bodies).toHaveLength(1);
  });
});

describe('a fault', () => {
  test('is asked for by option, by rule or by request', async () => {
    const { box, ask } = open({ faults: [{ fault: { kind: 'status', status: 429, retryAfter: 7 }, times: 1 }] });
    expect((await ask('GET', '/charges')).status).toBe(429);
    expect((await ask('GET', '/charges')).status).toBe(200);
    box.fault({ fault: { kind: 'error', code: 'when' }, method: 'POST', path: '/charges', times: 1 });
    expect((await ask('GET', '/charges')).status).toBe(200);
    expect(await ask('POST', '/charges', {})).toMatchObject({ status: 409, answer: { error: 'when' } });
    expect((await ask('GET', '/charges', undefined, { 'Hookproof-Fault': '503' })).status).toBe(503);
    await expect(ask('GET', '/charges', undefined, { 'Hookproof-Fault': 'gremlins' })).rejects.toThrow('is no fault');
    await expect(ask('GET', '/charges', undefined, { 'Hookproof-Fault': 'error=x' })).rejects.toThrow(
      'known are "who"',
    );
  });

  test('comes with its probability, the same way for the same seed', async () => {
    const run = async () => {
      const { ask } = open({ faults: [{ fault: { kind: 'status', status: 500 }, probability: 0.5 }] });
      const statuses: number[] = [];
      for (let count = 0; count < 20; count++) statuses.push((await ask('GET', '/charges')).status);
      return statuses;
    };
    const statuses = await run();
    expect(new Set(statuses)).toEqual(new Set([200, 500]));
    expect(await run()).toEqual(statuses);
  });

  test('lets an answer come late, or never, in virtual time', async () => {
    const { clock, ask } = open();
    expect((await ask('GET', '/charges', undefined, { 'Hookproof-Fault': 'slow=5000' })).status).toBe(200);
    expect(clock.now() - Date.parse(start)).toBe(5000);
    expect((await ask('GET', '/charges', undefined, { 'Hookproof-Fault': 'timeout' })).type).toBe('error');
    expect(clock.now() - Date.parse(start)).toBe(65_000);
    expect((await ask('GET', '/charges', undefined, { 'Hookproof-Fault': 'network' })).type).toBe('error');
  });

  test('breaks an answer off in the middle', async () => {
    const { box } = open();
    const headers = { 'x-key': 'key_1', 'Hookproof-Fault': 'truncated' };
    const response = await box.fetch(new Request('https://api.acme.example/charges', { headers }));
    const reader = response.body!.getReader();
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value)).toMatch(/^\{"page/);
    await expect(reader.read()).rejects.toThrow('truncate');
  });
});

describe('the control paths', () => {
  const base = 'https://api.acme.example/__hookproof/';
  test('read the state and the deliveries, and drive the box with JSON', async () => {
    const { receiver } = notingReceiver();
    const { box, charge } = open({ endpoints: [{ receiver }] });
    const id = await charge();
    const post = async (path: string, body: object, type = 'application/json') => {
      const init = { method: 'POST', headers: { 'Content-Type': type }, body: JSON.stringify(body) };
      const response = await box.fetch(new Request(base + path, init));
      return [response.status, await response.json()] as const;
    };
    expect(await post('act', { action: 'settle', id })).toMatchObject([200, { status: 'captured' }]);
    expect(await post('act', { action: 'settle', id })).toMatchObject([
      400,
      { error: expect.stringContaining('Cannot settle') },
    ]);
    expect(await post('trigger', { type: 'customer.created' })).toMatchObject([200, { type: 'customer.created' }]);
    expect(await post('trigger', { type: 'customer.created' }, 'text/plain')).toMatchObject([415, {}]);
    expect(await post('settle', {})).toMatchObject([200, { deliveries: [{}, {}, { state: 'acknowledged' }] }]);
    expect(await post('fault', { fault: { kind: 'status', status: 418 } })).toEqual([200, {}]);
    const state = await (await box.fetch(new Request(`${base}state`))).json();
    expect(state).toMatchObject({ provider: 'acme', seed: 'hookproof', entries: [{ resource: 'charge' }] });
    const deliveries = await (await box.fetch(new Request(`${base}deliveries`))).json();
    expect(deliveries).toMatchObject({ deliveries: box.deliveries, schedule: { isAssumed: false } });
    expect(await post('reset', {})).toEqual([200, {}]);
    expect(box.objects()).toEqual([]);
    expect((await box.fetch(new Request(`${base}__proto__`))).status).toBe(404);
    expect((await box.fetch(new Request(`${base}state`, { method: 'DELETE' }))).status).toBe(404);
  });
});
