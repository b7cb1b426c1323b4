import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordResult, type PactVerdict } from '../../../src/pact/index.ts';
import { run } from '../../cli/support.ts';
import { startBroker, type Broker } from './stub.ts';

const folder = mkdtempSync(join(tmpdir(), 'hookproof-broker-'));
let broker: Broker;
beforeAll(async () => {
  broker = await startBroker();
  const message = { type: 'Asynchronous/Messages', description: 'token.used', pending: false };
  const contents = { content: { eventData: { type: 'token.used' } }, contentType: 'application/json', encoded: false };
  const pact = {
    consumer: { name: 'shop' },
    provider: { name: 'smartpay' },
    interactions: [{ ...message, contents }],
    metadata: { pactSpecification: { version: '4.0' } },
  };
  writeFileSync(join(folder, 'shop-smartpay.json'), JSON.stringify(pact));
});
afterAll(async () => {
  await broker.close();
  rmSync(folder, { recursive: true });
});

const pact = (...words: string[]) =>
  run(['pact', ...words, '--broker', broker.url], { cwd: folder, env: { PACT_BROKER_TOKEN: 'letmein' } });
const version = ['--consumer-version', '1.2.3'];

test('hookproof pact publishes, is told no, verifies, records, and is told yes', async () => {
  const published = await pact('publish', 'shop-smartpay.json', ...version, '--branch', 'main', '--json');
  expect([published.code, published.err]).toEqual([0, '']);
  expect(JSON.parse(published.out)).toMatchObject({ broker: broker.url, consumerVersion: '1.2.3' });

  const asked = ['can-i-deploy', '--consumer', 'shop', ...version, '--provider', 'smartpay'];
  const before = await pact(...asked);
  expect([before.code, before.err]).toEqual([1, '']);
  expect(before.out).toContain('There is no verified pact');

  const verified = await pact('verify', '--provider', 'smartpay', '--generated', '0', '--record');
  expect([verified.code, verified.err]).toEqual([0, '']);
  expect(broker.results).toMatchObject([
    {
      path: '/pacts/provider/smartpay/consumer/shop/version/1.2.3/verification-results',
      body: {
        success: true,
        providerApplicationVersion: '2022-02-18',
        testResults: [{ interactionDescription: 'token.used', success: true }],
      },
    },
  ]);

  const after = await pact(...asked);
  expect([after.code, after.err]).toEqual([0, '']);
  expect(after.out).toContain('All are verified');
  for (const request of broker.requests) expect(request).toMatch(/ Bearer letmein$/);
});

test('hookproof pact fails where the broker has no pact, is not there, or is none', async () => {
  const none = await pact('verify', '--provider', 'useepay');
  expect([none.code, none.out]).toEqual([2, '']);
  expect(none.err).toMatch(/^hookproof: Cannot verify: broker ".*" has no pact with "useepay"\n$/);
  const bad = await run(['pact', 'verify', '--provider', 'useepay', '--broker', 'nowhere']);
  expect(bad).toEqual({
    code: 2,
    out: '',
    err: 'hookproof: Cannot ask broker "nowhere": it is not an http or https URL\n',
  });
});

test('recordResult() sends its credentials to no other host than the broker', async () => {
  const links = { 'pb:publish-verification-results': { href: 'http://evil.example/results' } };
  const text = JSON.stringify({ consumer: { name: 'a' }, provider: { name: 'b' }, _links: links });
  const verdict: PactVerdict = { name: 'x', consumer: 'a', interactions: [] };
  await expect(recordResult({ url: broker.url, env: {} }, { name: 'x', text }, verdict, '1')).rejects.toThrow(
    'the pact has no link of that broker to record it',
  );
});
