import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createShop as createBrokenShop } from '../../examples/shop-broken/server.ts';
import { createShop } from '../../examples/shop/server.ts';
import type { ConformanceReport } from '../../src/conformance/index.ts';
import { nameOf, type Provider } from '../../src/define/index.ts';
import { providers } from '../../src/providers/index.ts';
import { generateKeys } from '../../src/signing/index.ts';
import { run, type Ran } from '../cli/support.ts';

/** Runs `hookproof check` on a shop over HTTP. */
async function check(create: typeof createShop, provider: Provider, ...words: string[]): Promise<Ran> {
  const keys = await generateKeys(provider);
  const shop = create(
    provider.name === 'smartpay'
      ? { smartpay: { secret: keys.verifying } }
      : { useepay: { publicKey: keys.verifying } },
  );
  shop.server.listen(0, '127.0.0.1');
  await once(shop.server, 'listening');
  const url = `http://127.0.0.1:${(shop.server.address() as AddressInfo).port}/webhooks/${provider.name}`;
  try {
    return await run(['check', url, '--provider', nameOf(provider), ...words], {
      env: { HOOKPROOF_SECRET: keys.signing },
    });
  } finally {
    await shop.close();
  }
}

/** The faults of examples/shop-broken that a check names, by provider: check, what is delivered, and what comes back. */
const faults: {
  readonly [Provider: string]: readonly (readonly [fault: string, check: string, delivery: RegExp, actual: string])[];
} = {
  smartpay: [
    ['reserialised-body', 'verifies-raw-bytes', /^written indented by two, then signed$/, 'status 401'],
    ['undefined-equals-undefined', 'refuses-missing-signature', /missing$/, 'status 200'],
    ['any-method', 'answers-only-post', /^method GET$/, 'status 200'],
    ['duplicate-is-conflict', 'acknowledges-duplicates', /a second time$/, 'status 409'],
    ['unknown-type-throws', 'acknowledges-unknown-event-types', /an unknown event/, 'status 500'],
    ['refund-created-is-201', 'acknowledges-every-event', /^signed as the provider signs$/, 'status 201'],
  ],
  useepay: [
    ['signature-optional', 'refuses-missing-signature', /missing$/, 'status 200'],
    ['lenient-base64', 'refuses-garbage-signature', /^signature sent twice$/, 'status 200'],
    ['duplicate-is-conflict', 'acknowledges-duplicates', /a second time$/, 'status 409'],
    ['unknown-field-refused', 'tolerates-unknown-fields', /^unknown field "data\.not_yet_known"$/, 'status 400'],
    ['created-at-only', 'accepts-both-shapes', /forms of the event$/, 'status 500'],
    ['invoice-paid-is-204', 'acknowledges-every-event', /^signed as the provider signs$/, 'status 204'],
  ],
  'useepay@2026-04': [['envelope-id-data-only', 'accepts-both-shapes', /forms of the event$/, 'status 500']],
};

describe.each(providers.map((provider) => [nameOf(provider), provider] as const))(
  'hookproof check, %s',
  (name, provider) => {
    test('finds nothing wrong with examples/shop', async () => {
      const { code, out, err } = await check(createShop, provider);
      expect([code, err]).toEqual([0, '']);
      expect(out).not.toContain('FAIL');
      expect(out).not.toContain('not judged');
      expect(out).toMatch(/\n11 passed, 0 failed, 0 skipped: every MUST holds \(\d+ deliveries, seed [\w-]+\)\n/);
    });

    test('finds each fault of examples/shop-broken by the check that names it', async () => {
      const { code, out, err } = await check(createBrokenShop, provider, '--json', '--seed', 'faults');
      expect([code, err]).toEqual([1, '']);
      const report = JSON.parse(out) as ConformanceReport;
      expect(report).toMatchObject({
        provider: provider.name,
        version: provider.version,
        seed: 'faults',
        passed: false,
      });
      for (const [fault, id, delivery, actual] of [...faults[provider.name]!, ...(faults[name] ?? [])]) {
        const found = report.checks.find((result) => result.id === id)!.findings;
        expect(found, fault).toContainEqual(
          expect.objectContaining({ delivery: expect.stringMatching(delivery) as string, actual }),
        );
      }
    });
  },
);
