import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventArbitrary } from '../../../src/arbitrary/index.ts';
import { formsOf, isValidEvent, nameOf, rowsOf, type Provider } from '../../../src/define/index.ts';
import { fixtureFiles, overlay } from '../../../src/fixture/index.ts';
import { renderMessagePacts, type Rules } from '../../../src/pact/given/index.ts';
import { startMessageProvider, type Answered } from '../../../src/pact/message-provider.ts';
import { providers } from '../../../src/providers/index.ts';
import { latest as smartpay } from '../../../src/providers/smartpay/index.ts';
import { latest as useepay } from '../../../src/providers/useepay/index.ts';
import { acme } from '../../support/acme.ts';
import { brokenBy } from './break.ts';
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

/** What is verified in every run: half of what the versions of UseePay share. "npm run check:contracts" verifies all. */
const left = new Set(['useepay@2024-10 v3', 'useepay@2025-11-06 v4', 'useepay@2026-04 v3']);
const verified = all.flatMap(({ name, provider }) =>
  (['v4', 'v3'] as const)
    .filter((version) => process.env['MODE'] === 'contracts' || !left.has(`${name} ${version}`))
    .map((version) => ({ name, version, provider })),
);

test.each(verified)(
  'the pact of $name in $version is kept by the provider, says the pact-verifier binary',
  async ({ provider, version }) => {
    const { code, judged } = await verifyMessages(provider, pactOf(provider, version), verifyByBinary);
    expect(judged.filter(({ isOk }) => !isOk)).toEqual([]);
    expect({ code, interactions: judged.length }).toEqual({ code: 0, interactions: fixtureFiles(provider).length });
  },
);

test.each([acme, smartpay].map((provider: Provider) => ({ name: nameOf(provider), provider })))(
  'the pact of $name is kept by the provider, says the official library',
  async ({ provider }) => {
    const { code, judged } = await verifyMessages(provider, pactOf(provider, 'v4'), verifyByLibrary);
    expect(judged.filter(({ isOk }) => !isOk)).toEqual([]);
    expect({ code, interactions: judged.length }).toEqual({ code: 0, interactions: fixtureFiles(provider).length });
  },
);

const broken: { readonly [Name: string]: readonly string[] } = {
  [nameOf(acme)]: ['charge.settled.maximal', 'customer.created.maximal', 'customer.updated'],
  [nameOf(smartpay)]: ['order.authorized.minimal', 'coupon.created.percentage', 'promotion_code.created.minimal'],
};

test.each([acme, smartpay].map((provider: Provider) => ({ name: nameOf(provider), provider })))(
  'a message of $name that breaks any rule once, or lacks a field, fails with the path',
  async ({ name, provider }) => {
    const pact = JSON.parse(pactOf(provider, 'v4')) as MessagePact;
    const cases = pact.interactions
      .filter(({ description }) => broken[name]!.includes(description))
      .flatMap((interaction) =>
        brokenBy(interaction.matchingRules.body, interaction.contents.content).map((fault, index) => ({
          ...fault,
          interaction: { ...interaction, description: `${interaction.description}, fault ${index}` },
        })),
      );
    const messages = new Map(cases.map(({ interaction, message }) => [interaction.description, message]));
    const { code, judged } = await verifyMessages(
      provider,
      JSON.stringify({ ...pact, interactions: cases.map(({ interaction }) => interaction) }),
      verifyByBinary,
      ({ description }) => messages.get(description)!,
    );
    expect(code).toBe(1);
    const found = new Map(judged.map(({ description, mismatches }) => [description, mismatches]));
    const unseen = cases.filter(
      ({ interaction, path }) => !found.get(interaction.description)!.some((mismatch) => mismatch.path === path),
    );
    expect(unseen.map(({ kind, path, interaction }) => `${interaction.description}: ${kind} at ${path}`)).toEqual([]);
    const kinds = new Set(cases.map(({ kind }) => kind));
    if (provider !== acme)
      expect([...kinds].toSorted()).toEqual([
        'equality',
        'integer',
        'missing',
        'null',
        'number',
        'regex',
        'type',
        'values',
      ]);
  },
);

test('a pact with one rule of each kind made wrong is not kept, and the verifier names the path', async () => {
  const pact = JSON.parse(pactOf(acme, 'v4')) as MessagePact;
  const { contents, matchingRules, ...interaction } = pact.interactions.find(
    ({ description }) => description === 'customer.created.maximal',
  )!;
  const { '$.data.object.metadata.*': _, ...rules } = matchingRules.body;
  const wrong: Rules = {
    '$.id': { combine: 'AND', matchers: [{ match: 'type' }, { match: 'regex', regex: '^never$' }] },
    '$.type': { combine: 'AND', matchers: [{ match: 'integer' }] },
    '$.created': { combine: 'AND', matchers: [{ match: 'null' }] },
    '$.data.object.id': { combine: 'AND', matchers: [{ match: 'number' }] },
    '$.data.object.name': { combine: 'AND', matchers: [{ match: 'equality' }] },
    '$.data.object.phone': { combine: 'AND', matchers: [{ match: 'type' }] },
    '$.data.object.metadata': { combine: 'AND', matchers: [{ match: 'values' }] },
  };
  const wrongValues = { data: { object: { name: 'Nobody', phone: 1, metadata: 'none' } } };
  const content = overlay(contents.content, wrongValues);
  const made = {
    ...interaction,
    contents: { ...contents, content },
    matchingRules: { body: { ...rules, ...wrong } },
  };
  const changed = JSON.stringify({ ...pact, interactions: [made] });
  const { code, judged } = await verifyMessages(acme, changed, verifyByBinary);
  expect(code).toBe(1);
  expect(new Set(judged[0]!.mismatches.map(({ path }) => path))).toEqual(new Set(Object.keys(wrong)));
});

const seed = 20261124;

test.each([acme, smartpay, useepay].map((provider: Provider) => ({ name: nameOf(provider), provider })))(
  `the minimal messages of $name accept whatever is drawn of their form, seed ${seed}`,
  async ({ provider }) => {
    const pact = JSON.parse(pactOf(provider, 'v4')) as MessagePact;
    const cases = rowsOf(provider).flatMap(([type]) => {
      const [form] = formsOf(provider, type);
      const interaction = pact.interactions.find(({ description }) => description === `${type}.minimal`)!;
      return fc
        .sample(eventArbitrary(provider, type as never) as fc.Arbitrary<object>, { seed, numRuns: 12 })
        .filter((event) => isValidEvent(provider, type, event, form))
        .slice(0, 2)
        .map((event, index) => ({ ...interaction, description: `${type}, draw ${index}`, event }));
    });
    const events = new Map(cases.map(({ description, event }) => [description, event]));
    const { code, judged } = await verifyMessages(
      provider,
      JSON.stringify({ ...pact, interactions: cases.map(({ event: _, ...interaction }) => interaction) }),
      verifyByBinary,
      ({ description }) => events.get(description)!,
    );
    expect(
      judged.filter(({ isOk }) => !isOk).map((wrong) => ({ ...wrong, event: events.get(wrong.description) })),
    ).toEqual([]);
    expect(code).toBe(0);
    expect(judged.length).toBeGreaterThan(rowsOf(provider).length);
  },
);
