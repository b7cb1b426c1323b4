import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { functions } from '../../examples/receivers/all.ts';
import { noPython } from '../../examples/receivers/python/start.ts';
import { toResponse } from '../../examples/shop/answer.ts';
import { openShop } from '../../examples/shop/shop.ts';
import { runConformance } from '../../src/conformance/index.ts';
import { nameOf, type Provider } from '../../src/define/index.ts';
import { providers } from '../../src/providers/index.ts';
import { authenticity } from './behaviours/authenticity.ts';
import type { Client } from './behaviours/client.ts';
import { clientOf, three } from './behaviours/client.ts';
import { effects } from './behaviours/effects.ts';
import { http } from './behaviours/http.ts';
import { payloads } from './behaviours/payloads.ts';
import type { Started } from './receivers.ts';
import { configured, overLoopback, send, signing, starts } from './receivers.ts';

const folder = mkdtempSync(join(tmpdir(), 'receivers-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the suite, and expects it to find nothing and to leave nothing out. */
async function expectFlawless(
  provider: Provider,
  receiver: (request: Request) => Response | Promise<Response>,
  origin: string,
) {
  const report = await runConformance(provider, receiver, {
    url: `${origin}/webhooks/${provider.name}`,
    secret: signing[provider.name]!,
    seed: 'receivers',
  });
  expect(report.checks.filter(({ status }) => status === 'failed')).toEqual([]);
  expect(report.checks.flatMap(({ unjudged }) => unjudged)).toEqual([]);
}

/** The effects of the whole suite on the shop itself, in this process. */
const expected = new Map(
  providers.map((provider) => [
    provider,
    memoised(async () => {
      const shop = openShop(configured(':memory:'));
      await expectFlawless(
        provider,
        async (request) => {
          const { method, url, headers } = request;
          const body = Buffer.from(await request.arrayBuffer());
          const { pathname: path } = new URL(url);
          return toResponse(shop.receive({ method, path, headers: Object.fromEntries(headers), body }));
        },
        'http://localhost',
      );
      return JSON.parse(JSON.stringify(shop.effects())) as object;
    }),
  ]),
);

function memoised<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}

describe.each(Object.entries(starts))('%s', (name, start) => {
  const missing = name === 'python' ? noPython : undefined;
  if (missing !== undefined) return test(`is not tested: ${missing}`, ({ skip }) => skip(missing));

  const database = join(folder, `${name.replaceAll(/\W/g, '-')}.db`);
  let receiver: Started;
  let client: Client;
  beforeAll(async () => {
    receiver = await start(database);
    client = clientOf(receiver, database);
  });
  afterAll(() => receiver.close());
  beforeEach(async () => {
    expect((await send(`${receiver.origin}/effects`, 'DELETE')).status).toBe(204);
  });

  test.each(Object.entries({ ...authenticity, ...http, ...effects, ...payloads }))('%s', (_, behaviour) =>
    behaviour(client),
  );

  test('fails closed where nothing is configured', async () => {
    const unconfigured = await start();
    const bare = clientOf(unconfigured, '');
    expect(await bare.statuses(...three, { path: '/webhooks/smartpay', headers: {}, body: '' })).toEqual([
      503, 503, 503, 503,
    ]);
    await unconfigured.close();
  });

  test.each(providers.map((provider) => [nameOf(provider), provider] as const))(
    'passes the suite over the wire, %s, with the effects of the shop itself',
    async (_, provider) => {
      await expectFlawless(provider, overLoopback, receiver.origin);
      expect(await client.effects()).toEqual(await expected.get(provider)!());
    },
  );
});

describe.each(Object.entries(functions))('%s in this process', (_, make) => {
  test.each(providers.map((provider) => [nameOf(provider), provider] as const))(
    'passes the suite, %s, with the effects of the shop itself',
    async (__, provider) => {
      const receiver = await make(configured(':memory:'));
      await expectFlawless(provider, receiver.fetch, 'http://localhost');
      expect(JSON.parse(JSON.stringify(receiver.effects()))).toEqual(await expected.get(provider)!());
      await receiver.close();
    },
  );
});
