import { describe, expect, test } from 'vitest';
import type { Receiver } from '../../src/conformance/index.ts';
import type { Provider } from '../../src/define/index.ts';
import { fixture } from '../../src/fixture/index.ts';
import {
  consumerOf,
  integer,
  recordReads,
  renderPactJunit,
  renderPactReport,
  verifyPacts,
  type PactReport,
} from '../../src/pact/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { latest as useepay } from '../../src/providers/useepay/index.ts';
import { generateKeys } from '../../src/signing/index.ts';
import { acme } from '../support/acme.ts';

const source = (pact: object, name = 'shop.json') => ({ name, text: JSON.stringify(pact) });

/** A pact in version 4 with one message. */
function expecting(provider: string, content: object, over: object = {}): object {
  const message = {
    type: 'Asynchronous/Messages',
    description: 'an event',
    pending: false,
    contents: { content, contentType: 'application/json', encoded: false },
    ...over,
  };
  return {
    consumer: { name: 'shop' },
    provider: { name: provider },
    interactions: [message],
    metadata: { pactSpecification: { version: '4.0' } },
  };
}

const interactionsOf = (report: PactReport) => report.pacts.flatMap(({ interactions }) => interactions);

describe('verifyPacts()', () => {
  test('is satisfied by what was recorded of a receiver, whatever it reads', async () => {
    const readAll = (value: unknown): void => {
      if (typeof value === 'object' && value !== null) Object.values(value).forEach(readAll);
    };
    const receiver: Receiver = async (request) => {
      readAll(await request.json());
      return new Response(null, { status: 200 });
    };
    const recorded = async (provider: Provider, types: readonly string[]) => {
      const { signing } = await generateKeys(provider);
      const options = { consumer: 'shop', secret: signing, types: types as never, generated: 2 };
      const { pact } = await recordReads<Provider>(receiver, provider, options);
      return verifyPacts(provider, [source(pact)], { generated: 2 });
    };
    const reports = [
      await recorded(acme, ['charge.settled', 'customer.updated']),
      await recorded(useepay, ['dispute.created', 'invoice.paid']),
    ];
    for (const report of reports) {
      expect(interactionsOf(report).filter(({ status }) => status !== 'satisfied')).toEqual([]);
      expect(report.satisfied).toBe(true);
    }
  });

  test('names the documented variants and generated events that break an interaction', async () => {
    const shop = consumerOf('shop', useepay);
    await shop
      .expects('refund.succeeded')
      .with({ data: { amount: integer(4000), reason: 'requested_by_customer' } })
      .handledBy(() => undefined);
    const report = await verifyPacts(useepay, [source(shop.pact())], { generated: 4 });
    expect(report).toMatchObject({ provider: 'useepay@2026-04', seed: 'hookproof', satisfied: false, problems: [] });
    const [interaction] = interactionsOf(report);
    expect(interaction).toMatchObject({ status: 'broken', event: 'refund.succeeded', tried: 9 });
    // Generated amounts have decimals: the documentation calls them numbers.
    const variants = interaction!.broken.map(({ variant }) => variant);
    expect(variants).toContain('generated 1');
    for (const variant of variants) expect(variant).toMatch(/^generated /);
    expect(interaction!.broken[0]!.mismatches.join()).toMatch(/^\$\.data\.amount: Expected .* to be an integer/);
    expect(renderPactReport(report)).toContain('BROKEN      refund.succeeded, on 9 events');
  });

  test('takes messages of versions 2, 3 and 4, from any tool, that name the event anywhere', async () => {
    const content = { eventData: { type: 'refund.created' } };
    const types = { '$.eventData.data.id': { combine: 'AND', matchers: [{ match: 'type' }] } };
    const parties = { consumer: { name: 'shop' }, provider: { name: 'smartpay' } };
    const report = await verifyPacts(
      smartpay,
      [
        source(expecting('smartpay', content), 'by-content.json'),
        source(expecting('smartpay', {}, { description: 'the refund.created event of a shop' }), 'by-description.json'),
        source(
          expecting('smartpay@2022-02-18', content, {
            providerStates: [{ name: 'a refund.created with status failed' }],
          }),
          'by-state.json',
        ),
        source(
          expecting(
            'smartpay',
            {},
            {
              contents: {
                content: Buffer.from(JSON.stringify({ ...content, id: 'evt_test_1' })).toString('base64'),
                contentType: 'application/json',
                encoded: 'base64',
              },
              matchingRules: { body: { '$.id': types['$.eventData.data.id'] } },
            },
          ),
          'base64.json',
        ),
        source(
          {
            ...parties,
            messages: [
              {
                description: 'a refund',
                providerStates: [{ name: 'refund', params: { event: 'refund.created', variant: 'failed' } }],
                contents: { eventData: { data: { status: 'failed' } } },
              },
            ],
            metadata: { pactSpecification: { version: '3.0.0' } },
          },
          'version-3.json',
        ),
        source(
          {
            ...parties,
            messages: [{ description: 'a refund', providerState: 'refund.created', contents: content }],
            metadata: { pactSpecification: { version: '3.0.0' } },
          },
          'one-state.json',
        ),
      ],
      { generated: 0 },
    );
    expect(
      report.pacts.map(({ name, interactions }) => [name, interactions[0]!.status, interactions[0]!.event]),
    ).toEqual(
      ['by-content', 'by-description', 'by-state', 'base64', 'version-3', 'one-state'].map((name) => [
        `${name}.json`,
        'satisfied',
        'refund.created',
      ]),
    );
    expect(interactionsOf(report).map(({ tried }) => tried)).toEqual([6, 6, 6, 6, 1, 6]);
  });

  test.each([
    ['no interaction', { interactions: [] }, 'Cannot verify "shop.json": it has no interactions'],
    [
      'another provider',
      { provider: { name: 'smartpey' } },
      'Cannot verify "shop.json": its provider is "smartpey", not "smartpay"; did you mean "smartpay"',
    ],
  ])('has a problem with a pact that has %s, which passes elsewhere', async (_, over, problem) => {
    const pact = { ...expecting('smartpay', fixture(smartpay, 'token.used')), ...over };
    const report = await verifyPacts(smartpay, [source(pact)], { generated: 0 });
    expect(report).toMatchObject({ satisfied: false, problems: [problem] });
    expect(renderPactReport(report)).toContain(problem);
    expect(renderPactJunit(report)).toContain('failures="1"');
  });

  test('passes over other providers only where it is told to, and never over all', async () => {
    const other = source(expecting('elsewhere', {}), 'other.json');
    const own = source(expecting('payments', {}, { description: 'token.used' }), 'own.json');
    const options = { generated: 0, providerName: 'payments' };
    expect((await verifyPacts(smartpay, [own, other], options)).satisfied).toBe(false);
    expect((await verifyPacts(smartpay, [own, other], { ...options, ignoreOthers: true })).satisfied).toBe(true);
    expect(await verifyPacts(smartpay, [other], { ...options, ignoreOthers: true })).toMatchObject({
      satisfied: false,
      problems: [expect.stringContaining('its provider is "elsewhere"')],
    });
    const http = source(expecting('payments', {}, { type: 'Synchronous/HTTP' }), 'http.json');
    expect(await verifyPacts(smartpay, [http], { ...options, ignoreOthers: true })).toMatchObject({
      satisfied: false,
      problems: ['Cannot verify "http.json": it has no interactions'],
    });
    await expect(verifyPacts(smartpay, [])).rejects.toThrow('there is none');
  });

  test.each([
    [{ description: 'something' }, 'Cannot answer "something": it names no event of smartpay@2022-02-18'],
    [
      { type: 'Synchronous/HTTP', description: 'token.used' },
      'Cannot verify "token.used": it is an HTTP interaction, not a message; "hookproof pact verify-receiver" replays those',
    ],
    [
      {
        description: 'x',
        providerStates: [{ name: 'x', params: { event: 'token.used', having: ['eventData.data.nope'] } }],
      },
      'Cannot verify "x": no token.used of smartpay@2022-02-18 has "eventData.data.nope"',
    ],
  ])('does not resolve %j', async (over, problem) => {
    const report = await verifyPacts(smartpay, [source(expecting('smartpay', {}, over))], { generated: 0 });
    expect(report.satisfied).toBe(false);
    expect(interactionsOf(report)).toMatchObject([{ status: 'unresolved', tried: 0, problem }]);
    expect(renderPactReport(report)).toContain(problem);
    expect(renderPactJunit(report)).toContain('<failure message="Cannot ');
  });

  test.each([
    ['[1]', 'it is not an object'],
    ['{', 'it is not JSON'],
    ['{ "consumer": { "name": "shop" } }', 'its provider has no name'],
  ])('refuses %s', async (text, state) => {
    await expect(verifyPacts(smartpay, [{ name: 'a.json', text }])).rejects.toMatchObject({
      code: 'BAD_JSON',
      message: `Cannot read pact "a.json": ${state}`,
    });
  });
});

test('renderPactJunit() writes XML that any text fits into', () => {
  const report: PactReport = {
    provider: 'acme@1',
    seed: 's',
    satisfied: false,
    pacts: [
      {
        name: 'a & b',
        consumer: '<shop>',
        interactions: [
          { description: '"x"\u0000', status: 'satisfied', tried: 1, broken: [] },
          {
            description: 'y',
            status: 'broken',
            tried: 1,
            broken: [{ variant: 'minimal', confidence: 'documented', mismatches: ['$.a: <1>'] }],
          },
        ],
      },
    ],
    problems: [],
  };
  expect(renderPactJunit(report)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="&lt;shop&gt;: a &amp; b" tests="2" failures="1">
    <testcase classname="&lt;shop&gt;: a &amp; b" name="&quot;x&quot;\u{FFFD}"/>
    <testcase classname="&lt;shop&gt;: a &amp; b" name="y"><failure message="by minimal (documented): $.a: &lt;1&gt;">by minimal (documented): $.a: &lt;1&gt;</failure></testcase>
  </testsuite>
</testsuites>
`);
});
