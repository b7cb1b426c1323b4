import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createShop as createBrokenShop } from '../../examples/shop-broken/server.ts';
import { createShop } from '../../examples/shop/server.ts';
import { checks, type Check, type ConformanceReport } from '../../src/conformance/index.ts';
import { nameOf, type Provider } from '../../src/define/index.ts';
import { providers } from '../../src/providers/index.ts';
import { generateKeys } from '../../src/signing/index.ts';
import { run, type Ran } from '../cli/support.ts';

/** Runs `hookproof check` on a shop over HTTP. */
async function check(create: typeof createShop, provider: Provider, ...words: string[]): Promise<Ran> {
  return withShop(create, provider, (url, secret) =>
    run(['check', url, '--provider', nameOf(provider), '--runs', '5', ...words], { env: { HOOKPROOF_SECRET: secret } }),
  );
}

/** Does something with a shop that listens, at its URL and with the secret to sign with. */
async function withShop<Result>(
  create: typeof createShop,
  provider: Provider,
  use: (url: string, secret: string) => Promise<Result>,
): Promise<Result> {
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
    return await use(url, keys.signing);
  } finally {
    await shop.close();
  }
}

/** Whether a check cannot run for a provider with a URL and a secret alone. */
function isSkipped({ needs, inapplicable }: Check, provider: Provider): boolean {
  return needs !== undefined || inapplicable?.(provider) !== undefined;
}

/** The fault, check, delivery and answer of one expectation. */
type Fault = readonly [fault: string, check: string, delivery: RegExp, actual: string];

const anyContentType: Fault = [
  'any-content-type',
  'refuses-other-content-types',
  /^the content type text\/plain$/,
  'status 200',
];

/** The faults of examples/shop-broken that a check names, by provider: check, what is delivered, and what comes back. */
const faults: {
  readonly [Provider: string]: readonly Fault[];
} = {
  smartpay: [
    ['reserialised-body', 'verifies-raw-bytes', /^written indented by two, then signed$/, 'status 401'],
    ['no-tolerance', 'refuses-stale-timestamps', /^signed a day ago$/, 'status 200'],
    ['undefined-equals-undefined', 'refuses-missing-signature', /missing$/, 'status 200'],
    ['any-method', 'answers-only-post', /^method GET$/, 'status 200'],
    ['duplicate-is-conflict', 'acknowledges-duplicates', /a second time$/, 'status 409'],
    ['unknown-type-throws', 'acknowledges-unknown-event-types', /an unknown event/, 'status 500'],
    [
      'refund-created-is-201',
      'acknowledges-with-the-documented-status',
      /^signed as the provider signs$/,
      'status 201',
    ],
    anyContentType,
    ['unlimited-body', 'refuses-absurd-sizes', /^a body of 8 MiB/, 'status 200'],
    ['stack-in-answer', 'leaks-nothing-in-errors', /rightly signed$/, 'status 500 with a stack trace'],
  ],
  useepay: [
    ['signature-optional', 'refuses-missing-signature', /missing$/, 'status 200'],
    ['lenient-base64', 'refuses-garbage-signature', /^signature sent twice$/, 'status 200'],
    ['duplicate-is-conflict', 'acknowledges-duplicates', /a second time$/, 'status 409'],
    ['unknown-field-refused', 'tolerates-unknown-fields', /^unknown field "data\.not_yet_known"$/, 'status 400'],
    ['created-at-only', 'accepts-both-shapes', /forms of the event$/, 'status 500'],
    ['invoice-paid-is-204', 'acknowledges-with-the-documented-status', /^signed as the provider signs$/, 'status 204'],
    ['unlimited-body', 'refuses-absurd-sizes', /^a body of 8 MiB/, 'status 200'],
    ['stack-in-answer', 'leaks-nothing-in-errors', /rightly signed$/, 'status 500 with a stack trace'],
  ],
  // What is no form is no JSON either that was signed, so only the versions in JSON show it.
  'useepay@2025-11-06': [anyContentType],
  'useepay@2026-04': [
    ['envelope-id-data-only', 'accepts-both-shapes', /forms of the event$/, 'status 500'],
    anyContentType,
  ],
};

describe.each(providers.map((provider) => [nameOf(provider), provider] as const))(
  'hookproof check, %s',
  // A whole run over HTTP takes seconds, and many of them on a machine that is busy with others.
  { timeout: 120_000 },
  (name, provider) => {
    test('finds nothing wrong with examples/shop', async () => {
      const { code, out, err } = await check(createShop, provider);
      expect([code, err]).toEqual([0, '']);
      expect(out).not.toContain('FAIL');
      expect(out).not.toContain('not judged');
      const skipped = checks.filter((check) => isSkipped(check, provider)).length;
      const counts = `${checks.length - skipped} passed, 0 failed, ${skipped} skipped`;
      expect(out).toContain(`\n${counts}: every MUST holds (`);
      expect(out).toMatch(/ \(\d+ deliveries, seed [\w-]+\)\n/);
    });

    test('finds each fault of examples/shop-broken by the check that names it', async () => {
      const expected = [...faults[provider.name]!, ...(faults[name] ?? [])];
      const only = expected.map(([, id]) => id).join(',');
      const words = ['--json', '--seed', 'faults', '--only', only];
      const { code, out, err } = await check(createBrokenShop, provider, ...words);
      expect([code, err]).toEqual([1, '']);
      const report = JSON.parse(out) as ConformanceReport;
      expect(report).toMatchObject({
        provider: provider.name,
        version: provider.version,
        seed: 'faults',
        passed: false,
      });
      for (const [fault, id, delivery, actual] of expected) {
        const found = report.checks.find((result) => result.id === id)!.findings;
        expect(found, fault).toContainEqual(
          expect.objectContaining({ delivery: expect.stringMatching(delivery) as string, actual }),
        );
      }
    });
  },
);

describe('on a terminal', () => {
  const [smartpay] = providers;

  test('hookproof check shows how far it is, and wipes it away', async () => {
    const { out, err } = await withShop(createShop, smartpay!, (url, secret) =>
      run(['check', url, '--provider', 'smartpay', '--secret', secret, '--runs', '5'], { terminal: true }),
    );
    const count = checks.length;
    expect(err).toContain(`[1/${count}] ${checks[0]!.id}`);
    expect(err).toContain(`[${count}/${count}] `);
    expect(err.endsWith('\r\u001b[2K')).toBe(true);
    expect(out).toContain('\u001b[32mok');
  });

  test('hookproof check has no colour where NO_COLOR is set', async () => {
    const { out } = await withShop(createShop, smartpay!, (url, secret) =>
      run(['check', url, '--provider', 'smartpay', '--secret', secret], { terminal: true, env: { NO_COLOR: '1' } }),
    );
    expect(out).not.toContain('\u001b');
  });
});

describe('hookproof send', () => {
  const [smartpay] = providers;
  const send = (create: typeof createShop) =>
    withShop(create, smartpay!, (url, secret) =>
      run(['send', url, 'smartpay', 'refund.created', '--secret', secret, '--json']),
    );

  test('says that a delivery is acknowledged, and exits 0', async () => {
    const { code, out } = await send(createShop);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ event: 'refund.created', status: 200, acknowledged: true });
  });

  test('says that one is not, and exits 1', async () => {
    const { code, out } = await send(createBrokenShop);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ event: 'refund.created', status: 201, acknowledged: false });
  });
});
