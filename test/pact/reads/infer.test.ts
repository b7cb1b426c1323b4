import { expect, test } from 'vitest';
import type { Receiver } from '../../../src/conformance/index.ts';
import type { Provider } from '../../../src/define/index.ts';
import { describes, fieldsOf, pathOf, pathText } from '../../../src/diff/index.ts';
import { parsePact, readsOf, recordReads } from '../../../src/pact/index.ts';
import { latest as smartpay } from '../../../src/providers/smartpay/index.ts';
import { latest as useepay } from '../../../src/providers/useepay/index.ts';
import { generateKeys } from '../../../src/signing/index.ts';
import { acme } from '../../support/acme.ts';

const readAll = (value: unknown): void => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(readAll);
};

test.each([
  [acme, ['charge.created', 'customer.updated']],
  [smartpay, ['order.authorized', 'coupon.created']],
  [useepay, ['dispute.created', 'payment_intent.succeeded', 'subscription.updated']],
] as readonly [Provider, string[]][])(
  'inferPact() says every documented field that is read of %s, so that no change of it is missed',
  async (provider, types) => {
    const receiver: Receiver = async (request) => {
      readAll(await request.json());
      return new Response(null, { status: 200 });
    };
    const { signing } = await generateKeys(provider);
    const options = { consumer: 'shop', secret: signing, types: types as never, generated: 2 };
    const { pact, reads } = await recordReads<Provider>(receiver, provider, options);
    const said = readsOf(provider, parsePact('shop.json', JSON.stringify(pact)));
    expect([...said.events.keys()].sort()).toEqual([...types].sort());
    for (const type of types) {
      const texts = new Set(said.events.get(type)!.map(pathText));
      const documented = reads.filter(
        ({ path, events }) => events.includes(type) && describes(fieldsOf(provider, type), pathOf(path)),
      );
      expect(documented.length).toBeGreaterThan(4);
      for (const { path } of documented) expect(texts, `${type} ${path}`).toContain(path);
    }
  },
);
