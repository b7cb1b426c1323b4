import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { functions } from '../../examples/receivers/all.ts';
import { noPython } from '../../examples/receivers/python/start.ts';
import { toResponse } from '../../examples/shop/answer.ts';
import { configFrom } from '../../examples/shop/config.ts';
import { openShop } from '../../examples/shop/shop.ts';
import { checks, runConformance } from '../../src/conformance/index.ts';
import { nameOf, type Provider } from '../../src/define/index.ts';
import { providers } from '../../src/providers/index.ts';
import { addressees, authenticity, own } from './behaviours/authenticity.ts';
import type { Client } from './behaviours/client.ts';
import { clientOf, three } from './behaviours/client.ts';
import { effects } from './behaviours/effects.ts';
import { http } from './behaviours/http.ts';
import { payloads } from './behaviours/payloads.ts';
import type { Started } from './receivers.ts';
import { environment, overLoopback, send, signing, starts } from './receivers.ts';

// In memory where there is such a folder: a commit waits for the disk.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'receivers-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What frameworks differ in; what is behind them is the same shop. `npm run receivers` runs all checks on all. */
const outside = checks.filter(({ group }) => group === 'authenticity' || group === 'answers').map(({ id }) => id);
/** What is nested too deep may be refused, and languages differ in how deep that is. */
const inside = checks.map(({ id }) => id).filter((id) => id !== 'survives-hostile-json');

/** Runs checks, and expects them to find nothing and to leave nothing out. */
async function expectFlawless(
  provider: Provider,
  receiver: (request: Request) => Response | Promise<Response>,
  origin: string,
  only: readonly string[],
) {
  const report = await runConformance(provider, receiver, {
    url: `${origin}/webhooks/${provider.name}`,
    secret: signing[provider.name]!,
    seed: 'receivers',
    runs: 5,
    only,
  });
  expect(report.checks.filter(({ status }) => status === 'failed')).toEqual([]);
  expect(report.checks.flatMap(({ unjudged }) => unjudged)).toEqual([]);
}

/** Each time another version. `npm run receivers` tries every receiver with every version. */
function versionsFor(index: number): (readonly [string, Provider])[] {
  const provider = providers[index % providers.length]!;
  return [[nameOf(provider), provider]];
}

/** The effects of checks on the shop itself, in this process. */
const expected = new Map(
  [outside, inside]
    .flatMap((only) => providers.map((provider) => [provider, only] as const))
    .map(([provider, only]) => [
      `${nameOf(provider)} ${only.length}`,
      memoised(async () => {
        const shop = openShop(configFrom(environment));
        await expectFlawless(
          provider,
          async (request) => {
            const { method, url, headers } = request;
            const body = Buffer.from(await request.arrayBuffer());
            const { pathname: path } = new URL(url);
            return toResponse(shop.receive({ method, path, headers: Object.fromEntries(headers), body }));
          },
          'http://localhost',
          only,
        );
        return JSON.parse(JSON.stringify(shop.effects())) as object;
      }),
    ]),
);

function memoised<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}

describe.each(Object.entries(starts).map(([name, start], index) => ({ name, start, index })))(
  '$name',
  ({ name, start, index }) => {
    const missing = name === 'python' ? noPython : undefined;
    if (missing !== undefined) return test(`is not tested: ${missing}`, ({ skip }) => skip(missing));

    const database = join(folder, `${name.replaceAll(/\W/g, '-')}.db`);
    let receiver: Started;
    let client: Client;
    beforeAll(async () => {
      receiver = await start({ ...environment, DATABASE: database });
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
      const unconfigured = await start({});
      const bare = { path: '/webhooks/smartpay', headers: {}, body: '' };
      expect(await clientOf(unconfigured, '').statuses(...three(), bare)).toEqual([503, 503, 503, 503]);
      await unconfigured.close();
    });

    test('does nothing for another endpoint or another merchant, where it knows its own', async () => {
      const configured = { SMARTPAY_SUBSCRIPTION_ID: own.endpoint, USEEPAY_MERCHANT_NO: own.merchant };
      const addressed = await start({ ...environment, ...configured });
      await addressees(clientOf(addressed, ''));
      await addressed.close();
    });

    test.each(versionsFor(index))(
      'passes the suite over the wire, %s, with the effects of the shop itself',
      async (_, provider) => {
        const only = name === 'python' ? inside : outside;
        await expectFlawless(provider, overLoopback, receiver.origin, only);
        expect(await client.effects()).toEqual(await expected.get(`${nameOf(provider)} ${only.length}`)!());
      },
    );
  },
);

describe.each(Object.entries(functions).map(([name, make], index) => ({ name, make, index })))(
  '$name in this process',
  ({ make, index }) => {
    test.each(versionsFor(index + 1))(
      'passes the suite, %s, with the effects of the shop itself',
      async (_, provider) => {
        const receiver = await make(configFrom(environment));
        await expectFlawless(provider, receiver.fetch, 'http://localhost', outside);
        const effects = await expected.get(`${nameOf(provider)} ${outside.length}`)!();
        expect(JSON.parse(JSON.stringify(receiver.effects()))).toEqual(effects);
        await receiver.close();
      },
    );
  },
);
