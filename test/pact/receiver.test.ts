import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createShop as createBrokenShop } from '../../examples/shop-broken/server.ts';
import { createShop } from '../../examples/shop/server.ts';
import type { Provider } from '../../src/define/index.ts';
import { toRequest, verify } from '../../src/delivery/index.ts';
import { renderHttpPact } from '../../src/pact/given/index.ts';
import { renderPactReport, verifyReceiverPact, type PactReport } from '../../src/pact/index.ts';
import { signAnew, type DeliveryState } from '../../src/pact/receiver/sign-anew.ts';
import { parsePact } from '../../src/pact/verify/parse.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { latest as useepay } from '../../src/providers/useepay/index.ts';
import { generateKeys } from '../../src/signing/index.ts';
import { versions } from '../laws/every.ts';

const url = 'http://127.0.0.1/';

/** Every delivery of the given pact of a provider: its state, and the bytes that it stores. */
async function deliveriesOf(provider: Provider): Promise<{ state: DeliveryState; body: Uint8Array<ArrayBuffer> }[]> {
  const [[name, text]] = [...(await renderHttpPact(provider))] as [[string, string]];
  return parsePact(name, text).interactions.map(({ providerStates, raw }) => {
    const { body } = raw['request'] as { body: { content: string } };
    return {
      state: providerStates[0]!.params as unknown as DeliveryState,
      body: new Uint8Array(Buffer.from(body.content, 'base64')),
    };
  });
}

describe('signAnew()', () => {
  test.each(versions)('makes of every given delivery of $name what its state says', async ({ provider }) => {
    const { signing, verifying } = await generateKeys(provider);
    const found = new Map<string, Set<boolean>>();
    for (const { state, body } of await deliveriesOf(provider)) {
      const attempt = await signAnew(provider, state, body, { url, secret: signing, at: Date.now() });
      expect(attempt!.body).toEqual(body);
      const { valid } = await verify(provider, toRequest(attempt!), verifying, { tolerance: 60 });
      found.set(state.signature, (found.get(state.signature) ?? new Set()).add(valid));
    }
    for (const [signature, verdicts] of found)
      expect([signature, ...verdicts]).toEqual([signature, signature === 'valid']);
    expect(found.size).toBeGreaterThan(5);
  });
  test('knows no other state', async () => {
    const state = { event: 'token.used', variant: 'typical', signature: 'toString' };
    const options = { url, secret: 'secret', at: 0 };
    expect(await signAnew(smartpay, state, new Uint8Array(), options)).toBe(undefined);
  });
});

/** What the official verifier says of a shop that listens in this process. */
async function verdictOn(provider: Provider, makeShop: typeof createShop): Promise<PactReport> {
  const { signing, verifying } = await generateKeys(provider);
  const shop = makeShop(
    provider.name === 'smartpay' ? { smartpay: { secret: verifying } } : { useepay: { publicKey: verifying } },
  );
  shop.server.listen(0, '127.0.0.1');
  await once(shop.server, 'listening');
  const { port } = shop.server.address() as AddressInfo;
  try {
    return await verifyReceiverPact(provider, {
      url: `http://127.0.0.1:${port}/webhooks/${provider.name}`,
      secret: signing,
    });
  } finally {
    await shop.close();
  }
}

describe('verifyReceiverPact()', () => {
  test.each([smartpay, useepay])('finds nothing wrong with a shop that is right', async (provider) => {
    const report = await verdictOn(provider, createShop);
    const interactions = report.pacts.flatMap((pact) => pact.interactions);
    expect(interactions.filter(({ status }) => status !== 'satisfied')).toEqual([]);
    expect(report).toMatchObject({ satisfied: true, problems: [] });
    expect(interactions).toHaveLength((await deliveriesOf(provider)).length);
  });

  test('finds what a broken shop takes and refuses', async () => {
    const report = await verdictOn(smartpay, createBrokenShop);
    const broken = report.pacts.flatMap((pact) => pact.interactions).filter(({ status }) => status === 'broken');
    expect(broken.map(({ description }) => description)).toEqual([
      'acknowledges refund.created',
      'refuses coupon.created: there is no signature',
    ]);
    expect(report.satisfied).toBe(false);
    expect(renderPactReport(report)).toContain('BROKEN      acknowledges refund.created, on 1 event');
  });

  test('says that nothing listens, instead of a verdict', async () => {
    const { signing } = await generateKeys(smartpay);
    const nobody = verifyReceiverPact(smartpay, { url: 'http://127.0.0.1:1/', secret: signing });
    await expect(nobody).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });
});
