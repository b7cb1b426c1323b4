import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMessageProvider, type MessageProvider } from '../../src/pact/message-provider.ts';
import { buildEvent, variantOf } from '../../src/fixture/index.ts';
import { acme } from '../support/acme.ts';

let started: MessageProvider;
beforeAll(async () => {
  started = await startMessageProvider(acme);
});
afterAll(() => started.close());

const ask = (body: unknown) => fetch(started.url, { method: 'POST', body: JSON.stringify(body) });
const fixtureOf = (event: string, variant = 'typical') => buildEvent(acme, event, variantOf(acme, event, variant));

test.each([
  [{ description: 'a charge.created event' }, 'charge.created', 'typical'],
  [{ description: 'a settled charge: charge.settled.authorized.' }, 'charge.settled', 'authorized'],
  [{ description: 'the other spelling, customer.changed' }, 'customer.updated', 'spelled-customer-changed'],
  [
    { description: 'charge.created', providerStates: [{ name: 'charge.settled.minimal' }] },
    'charge.settled',
    'minimal',
  ],
  [
    {
      description: 'charge.created',
      providerStates: [{ name: 'charge.created', params: { event: 'charge.settled', variant: 'bank' } }],
    },
    'charge.settled',
    'bank',
  ],
  [
    { description: 'charge.created', providerStates: [{ name: 'a card', params: { type: 'visa' } }] },
    'charge.created',
    'typical',
  ],
] as const)(
  'startMessageProvider() answers %j by parameters, then state names, then description',
  async (body, event, variant) => {
    const response = await ask(body);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(fixtureOf(event, variant));
    expect(started.answered.at(-1)).toEqual({ description: body.description, event, variant });
    expect(JSON.parse(atob(response.headers.get('pact-message-metadata')!))).toEqual({
      contentType: 'application/json',
    });
  },
);

test.each([
  [{ description: 'a payment' }, 404, 'Cannot answer "a payment": it names no event of acme@2024-06-01'],
  [
    { description: 'charge.created', providerStates: [{ name: 'x', params: { event: 'charge.create' } }] },
    404,
    'Cannot answer "charge.created": "charge.create" is no fixture of acme@2024-06-01',
  ],
  [
    {
      description: 'charge.created',
      providerStates: [{ name: 'x', params: { event: 'charge.created', variant: 'y' } }],
    },
    404,
    'Cannot answer "charge.created": "charge.created.y" is no fixture of acme@2024-06-01',
  ],
  [
    { description: 'charge.created or charge.settled' },
    404,
    'Cannot answer "charge.created or charge.settled": it names 2 events of acme@2024-06-01: "charge.created", "charge.settled"',
  ],
  [['nothing'], 400, 'Cannot answer POST /: it asks acme@2024-06-01 for no message'],
] as const)('startMessageProvider() answers %j with %i and records why', async (body, status, problem) => {
  const response = await ask(body);
  expect({ status: response.status, text: await response.text() }).toEqual({ status, text: problem });
  expect(started.unresolved.at(-1)).toBe(problem);
});

test('startMessageProvider() answers state changes, and gives events of your own', async () => {
  const own = await startMessageProvider(acme, { eventFor: ({ event, variant }) => ({ event, variant }) });
  expect(own.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
  expect(await (await fetch(own.statesUrl, { method: 'POST', body: '{}' })).json()).toEqual({});
  const response = await fetch(own.url, { method: 'POST', body: '{"description":"charge.created"}' });
  expect(await response.json()).toEqual({ event: 'charge.created', variant: 'typical' });
  expect(own.unresolved).toEqual([]);
  await own.close();
});

test('startMessageProvider() reads no more of a request than its limit', async () => {
  const response = await ask({ description: 'charge.created', padding: 'x'.repeat(2 * 1024 * 1024) });
  expect(response.status).toBe(400);
});
