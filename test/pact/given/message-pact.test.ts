import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventArbitrary } from '../../../src/arbitrary/index.ts';
import { formsOf, isValidEvent, nameOf, rowsOf, type Provider } from '../../../src/define/index.ts';
import { buildEvent, fixtureFiles, variantOf } from '../../../src/fixture/index.ts';
import { renderMessagePacts, type Rules } from '../../../src/pact/given/index.ts';
import { startMessageProvider, type Answered } from '../../../src/pact/message-provider.ts';
import { providers } from '../../../src/providers/index.ts';
import { latest as smartpay } from '../../../src/providers/smartpay/index.ts';
import { acme } from '../../support/acme.ts';
import { verifyByBinary, verifyByLibrary, type Verified } from './verifier.ts';

type Verify = typeof verifyByBinary;

/** A pact of messages as it is written. */
interface MessagePact {
  readonly interactions: readonly {
    readonly description: string;
    readonly providerStates: readonly { readonly params: Omit<Answered, 'description'> }[];
    readonly contents: { readonly content: object };
    readonly matchingRules: { readonly body: Rules };
  }[];
}

function pactOf(provider: Provider, version: 'v3' | 'v4'): string {
  const path = `contracts/${provider.name}/${provider.version}/pacts/messages.${version}.json`;
  return renderMessagePacts(provider).get(path)!;
}

/** Verifies a pact against a provider's stand-in, which must be asked for every message and know each. */
async function verifyMessages(
  provider: Provider,
  pact: string,
  verify: Verify,
  eventFor?: (asked: Answered) => object,
): Promise<Verified> {
  const started = await startMessageProvider(provider, eventFor === undefined ? {} : { eventFor });
  try {
    const verified = await verify(pact, { provider: provider.name, url: started.url });
    expect(started.unresolved).toEqual([]);
    expect(started.answered.map(({ description }) => description).toSorted()).toEqual(
      verified.judged.map(({ description }) => description).toSorted(),
    );
    return verified;
  } finally {
    await started.close();
  }
}

const all = [acme, ...providers].map((provider) => ({ name: nameOf(provider), provider }));

describe.each(all)('the pacts of $name', ({ provider }) => {
  test.each(['v4', 'v3'] as const)('%s is kept by the provider, says the pact-verifier binary', async (version) => {
    const { code, judged } = await verifyMessages(provider, pactOf(provider, version), verifyByBinary);
    expect(judged.filter(({ isOk }) => !isOk)).toEqual([]);
    expect({ code, interactions: judged.length }).toEqual({ code: 0, interactions: fixtureFiles(provider).length });
  });
});

test.each([acme, smartpay].map((provider: Provider) => ({ name: nameOf(provider), provider })))(
  'the pact of $name is kept by the provider, says the official library',
  async ({ provider }) => {
    const { code, judged } = await verifyMessages(provider, pactOf(provider, 'v4'), verifyByLibrary);
    expect(judged.filter(({ isOk }) => !isOk)).toEqual([]);
    expect({ code, interactions: judged.length }).toEqual({ code: 0, interactions: fixtureFiles(provider).length });
  },
);
