import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createShop, type Shop, type ShopConfig } from '../../../examples/shop/server.ts';
import { createShop as createBrokenShop } from '../../../examples/shop-broken/server.ts';
import { nameOf, type Provider } from '../../../src/define/index.ts';
import { verify } from '../../../src/delivery/index.ts';
import { renderHttpPact } from '../../../src/pact/given/index.ts';
import { providers } from '../../../src/providers/index.ts';
import { fromBase64 } from '../../../src/signing/secret.ts';
import { testKeysOf } from '../../../src/vectors/index.ts';
import { acme } from '../../support/acme.ts';
import { verifyByBinary, type Verified } from './verifier.ts';

/** A pact of deliveries as it is written. */
interface DeliveryPact {
  readonly interactions: readonly {
    readonly description: string;
    readonly providerStates: readonly { readonly params: { readonly signature: string } }[];
    readonly request: {
      readonly method: string;
      readonly headers: { readonly [Name: string]: readonly [string] };
      readonly body: { readonly content: string; readonly encoded: string };
    };
  }[];
}

async function pactOf(provider: Provider): Promise<string> {
  const [text] = (await renderHttpPact(provider)).values();
  return text!;
}

const all = [acme, ...providers].map((provider) => ({ name: nameOf(provider), provider }));

test.each(all)(
  'the deliveries of $name are signed where they must be acknowledged, and nowhere else',
  async ({ provider }) => {
    const { interactions } = JSON.parse(await pactOf(provider)) as DeliveryPact;
    for (const { description, providerStates, request } of interactions) {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, [value]]) => [name, value]));
      const body = fromBase64(request.body.content)!;
      const delivered = new Request('http://localhost/', { method: request.method, headers, body });
      const { valid } = await verify(provider, delivered, testKeysOf(provider).main.verifying);
      expect({ description, valid }).toEqual({ description, valid: description.startsWith('acknowledges ') });
      expect(providerStates[0]!.params.signature === 'valid').toBe(valid);
    }
    const refusals = new Set(interactions.map(({ providerStates }) => providerStates[0]!.params.signature));
    expect(refusals.size).toBeGreaterThanOrEqual(6);
  },
);

/** Whether no version of the provider comes after this one. */
function isLatest({ name, version }: Provider): boolean {
  return providers.findLast((provider) => provider.name === name)!.version === version;
}

/** Verifies a shop, which listens meanwhile, by the pact in which the provider is the caller. */
async function verifyShop(provider: Provider, shop: Shop, pact: string): Promise<Verified> {
  shop.server.listen(0, '127.0.0.1');
  await once(shop.server, 'listening');
  const url = `http://127.0.0.1:${(shop.server.address() as AddressInfo).port}`;
  try {
    return await verifyByBinary(pact, { provider: 'receiver', url, path: `/webhooks/${provider.name}` });
  } finally {
    await shop.close();
  }
}

/** A shop's settings under which it trusts the published test keys. */
function trusting(provider: Provider): ShopConfig {
  const { main } = testKeysOf(provider);
  // The deliveries are signed at fixed times.
  const smartpay = { secret: main.verifying, toleranceMs: Infinity };
  const trusted = provider.name === 'smartpay' ? { smartpay } : { useepay: { publicKey: main.verifying } };
  return { ...trusted, log: () => {} };
}

const real = all.filter(({ provider }) => provider !== acme);

test.each(real)(
  'the deliveries of $name are answered right by the example shop, says the pact-verifier binary',
  async ({ provider }) => {
    const pact = await pactOf(provider);
    const { code, judged } = await verifyShop(provider, createShop(trusting(provider)), pact);
    expect(judged.filter(({ isOk }) => !isOk)).toEqual([]);
    const { interactions } = JSON.parse(pact) as DeliveryPact;
    expect({ code, interactions: judged.length }).toEqual({ code: 0, interactions: interactions.length });
  },
);

test.each(real.filter(({ provider }) => isLatest(provider)))(
  'the deliveries of $name are answered wrong by the shop that is written as shops are',
  async ({ provider }) => {
    const { code, judged } = await verifyShop(provider, createBrokenShop(trusting(provider)), await pactOf(provider));
    expect(code).toBe(1);
    const failed = judged.filter(({ isOk }) => !isOk).map(({ description }) => description);
    expect(failed).toContainEqual(expect.stringMatching(/^refuses .*: there is no signature$/));
    expect(failed).toContainEqual(expect.stringMatching(/^acknowledges /));
  },
);
