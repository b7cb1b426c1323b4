import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  checks,
  overHttp,
  runConformance,
  type Check,
  type ConformanceOptions,
  type ConformanceReport,
  type Level,
  type Probe,
  type Progress,
  type Receiver,
} from '../../src/conformance/index.ts';
import { levelOf } from '../../src/conformance/check.ts';
import type { Examination } from '../../src/conformance/examination.ts';
import { nameOf, type Provider } from '../../src/define/index.ts';
import { providers } from '../../src/providers/index.ts';
import { latest as useepay } from '../../src/providers/useepay/index.ts';
import { generateKeys, type Keys } from '../../src/signing/index.ts';
import { acme } from '../support/acme.ts';
import { correct, correctSubject } from '../zoo/correct.ts';
import { sentBy, type Sent } from './replay.ts';

const secret = 'the-secret-of-acme';
const seed = 'fixed';
const url = 'http://localhost:3000/webhooks';
const status = (status: number) => () => new Response(null, { status });
const runAcme = (receiver: Receiver, options: Partial<ConformanceOptions> = {}) =>
  runConformance(acme, receiver, { secret, seed, runs: 5, ...options });
const resultOf = (report: ConformanceReport, id: string) => report.checks.find((check) => check.id === id)!;
const actualsOf = (report: ConformanceReport) => [
  ...new Set(report.checks.flatMap(({ findings }) => findings.map(({ actual }) => actual))),
];

/** The invented provider with the one event that is printed in one form. */
const plain: Provider = { ...acme, events: { 'customer.created': acme.events['customer.created'] } };

/** What can only be learnt from a delivery that differs from an acknowledged one. */
const comparing = [
  'acknowledges-duplicates',
  'acknowledges-unknown-event-types',
  'tolerates-unknown-fields',
  'accepts-both-shapes',
];

describe('runConformance()', () => {
  test('reports every check in order, with what it is', async () => {
    const report = await runAcme(correct(acme, secret));
    expect(report).toMatchObject({ provider: 'acme', version: '2024-06-01', seed, passed: true });
    expect(report.checks.map(({ id, level, title, source }) => ({ id, level, title, source }))).toEqual(
      checks.map((check) => ({
        id: check.id,
        level: levelOf(check, acme),
        title: check.title,
        source: check.source,
      })),
    );
  });

  test('counts every delivery', async () => {
    let received = 0;
    const receiver = correct(acme, secret);
    const report = await runAcme((request) => {
      received++;
      return receiver(request);
    });
    expect(report.checks.reduce((sum, { deliveries }) => sum + deliveries, 0)).toBe(received);
  });

  test('tells of each check before and after', async () => {
    const told: Progress[] = [];
    const report = await runAcme(correct(acme, secret), { onProgress: (progress) => told.push(progress) });
    expect(told).toEqual(
      checks.flatMap((check, index) => {
        const progress = { check, index, count: checks.length };
        return [progress, { ...progress, result: report.checks[index] }];
      }),
    );
  });

  test('signs for the URL, by the clock and over the text that it is given', async () => {
    const seen = new Set<string>();
    const receiver: Receiver = (request) => {
      seen.add(`${request.url} ${request.headers.get('acme-timestamp')}`);
      return new Response();
    };
    const only = ['acknowledges-every-event', 'accepts-resigned-retries'];
    await runAcme(receiver, { url: 'http://shop.example/hooks', now: () => 1_700_000_000_999, only });
    // An event that is signed again is signed a second later, and then another.
    expect([...seen].toSorted()).toEqual(
      ['1700000000', '1700000001', '1700000002'].map((time) => `http://shop.example/hooks ${time}`),
    );
    const report = await runAcme(correct(acme, secret), { signedText: '{body}' });
    expect(resultOf(report, 'acknowledges-every-event').findings).not.toEqual([]);
  });

  test('asks a probe that is an instance of a class', async () => {
    const { receiver, probe } = correctSubject(acme, secret);
    class Database implements Probe {
      #reads = 0;
      effects() {
        this.#reads++;
        return probe.effects();
      }
      reset() {
        return probe.reset!();
      }
      get reads() {
        return this.#reads;
      }
    }
    const database = new Database();
    const report = await runAcme(receiver, { probe: database, only: ['applies-duplicates-once'] });
    expect(report.checks.map(({ status }) => status)).toEqual(['passed']);
    expect(database.reads).toBeGreaterThan(0);
  });

  test('keeps deliveries in the order of the check, one at a time, though the next is made meanwhile', async () => {
    let [under, most] = [0, 0];
    const receiver = correct(acme, secret);
    const busy: Receiver = async (request) => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 2));
      under--;
      return receiver(request);
    };
    await runAcme(busy, { only: ['acknowledges-duplicates', 'tolerates-any-metadata', 'refuses-changed-bytes'] });
    expect(most).toBe(1);
  });

  test.each([
    ['an empty secret', acme, ''],
    ['a key that is none', useepay, 'not a key'],
  ])('throws BAD_KEY for %s', async (_, provider, secret) => {
    await expect(runConformance(provider, status(200), { secret })).rejects.toMatchObject({
      name: 'HookproofError',
      code: 'BAD_KEY',
    });
  });

  test('makes a check ready while the one before it delivers, and sends nothing of it before its turn', async () => {
    const { signing, verifying } = await generateKeys(useepay);
    const only = ['refuses-garbage-signature', 'acknowledges-every-event'];
    const sign = vi.spyOn(crypto.subtle, 'sign');
    onTestFinished(() => sign.mockRestore());
    const { receiver, probe } = correctSubject(useepay, verifying);
    // Where the probe can move the clock, nothing is made ready.
    const { advance: _, ...still } = probe;
    let seen = 0;
    const counting: Receiver = (request) => {
      seen++;
      return receiver(request);
    };
    const begun: { readonly signed: number; readonly seen: number }[] = [];
    const onProgress = ({ result }: Progress) => {
      if (result === undefined) begun.push({ signed: sign.mock.calls.length, seen });
    };
    const options = { secret: signing, probe: still, seed, onProgress };
    const { checks } = await runConformance(useepay, counting, { ...options, only });
    expect(begun[1]!.seen).toBe(checks[0]!.deliveries);
    expect(seen).toBe(checks[0]!.deliveries + checks[1]!.deliveries);
    // The first check signs no delivery more than once.
    expect(begun[1]!.signed).toBeGreaterThan(checks[0]!.deliveries);
  });

  test('sends nothing of a check that was made ready and is not run', async () => {
    const { signing } = await generateKeys(useepay);
    let seen = 0;
    const receiver = () => {
      seen++;
      return new Response(null, { status: 500 });
    };
    const only = ['acknowledges-every-event', 'answers-in-time'];
    const { checks } = await runConformance(useepay, receiver, { secret: signing, seed, only, bail: true });
    expect(checks.map(({ status }) => status)).toEqual(['failed', 'skipped']);
    expect(seen).toBe(checks[0]!.deliveries);
  });

  test('bails out where the next check is skipped beforehand', async () => {
    const { signing } = await generateKeys(useepay);
    const rejected: unknown[] = [];
    const note = (reason: unknown) => void rejected.push(reason);
    process.on('unhandledRejection', note);
    onTestFinished(() => void process.off('unhandledRejection', note));
    const only = ['acknowledges-every-event', 'applies-duplicates-once'];
    const { checks } = await runConformance(useepay, status(500), { secret: signing, seed, only, bail: true });
    expect(checks.map(({ status }) => status)).toEqual(['failed', 'skipped']);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(rejected).toEqual([]);
  });

  test.each([
    ['bails out', { bail: true }, 500],
    ['ends because the receiver is gone', { timeout: 20 }, undefined],
  ])('leaves nothing open of a check that was made ready, where the run %s', async (_, options, code) => {
    const { signing } = await generateKeys(useepay);
    const servers = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
    const before = servers();
    const opened: number[] = [];
    const receiver: Receiver = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      opened.push(servers() - before);
      if (code === undefined) throw new Error('gone');
      return new Response(null, { status: code });
    };
    const only = ['acknowledges-every-event', 'calls-no-url-of-the-payload'];
    const { checks } = await runConformance(useepay, receiver, { secret: signing, seed, only, ...options });
    expect(checks.map(({ status }) => status)).toEqual(['failed', 'skipped']);
    expect(opened.filter((count) => count !== 0)).toEqual([]);
    await vi.waitFor(() => expect(servers()).toBe(before));
  });

  test('throws BAD_ARGUMENT without a secret', async () => {
    // A caller without types may leave it out.
    await expect(runConformance(acme, status(200), {} as ConformanceOptions)).rejects.toMatchObject({
      code: 'BAD_ARGUMENT',
      message: 'Cannot check receiver of acme@2024-06-01: option "secret" is missing',
    });
  });

  test('throws UNREACHABLE where nothing listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // TCP, so never a string
    server.close();
    await once(server, 'close');
    await expect(runAcme(overHttp, { url: `http://127.0.0.1:${port}/` })).rejects.toMatchObject({
      name: 'HookproofError',
      code: 'UNREACHABLE',
    });
  });
});

describe('runConformance() skips', () => {
  test('the forms of a provider that prints every event in one', async () => {
    const report = await runConformance(plain, correct(plain, secret), { secret, seed });
    const { status, reason, deliveries } = resultOf(report, 'accepts-both-shapes');
    expect(status).toBe('skipped');
    expect(reason).toBe('every event of this version is printed in one shape');
    expect(deliveries).toBe(0);
    expect(report.passed).toBe(true);
  });

  test.each([303, 401, 404, 500])('what it cannot judge by a receiver that answers %i to all', async (code) => {
    const report = await runAcme(status(code));
    expect(report.passed).toBe(false);
    expect(resultOf(report, 'acknowledges-every-event').status).toBe('failed');
    for (const id of comparing) {
      const { status, reason, findings } = resultOf(report, id);
      expect(status).toBe('skipped');
      expect(reason).toMatch(/^the receiver acknowledges no plain delivery/);
      expect(findings).toEqual([]);
    }
  });

  test('no more than the event that is not acknowledged', async () => {
    const receiver = correct(acme, secret);
    const report = await runAcme(async (request) => {
      const isSettled = (await request.clone().text()).includes('"charge.settled"');
      const answer = await receiver(request);
      return isSettled && answer.ok ? new Response(null, { status: 500 }) : answer;
    });
    expect(resultOf(report, 'acknowledges-duplicates')).toMatchObject({
      status: 'passed',
      unjudged: ['charge.settled'],
    });
    expect(report.checks.filter(({ status }) => status === 'failed').map(({ id }) => id)).toEqual([
      'acknowledges-every-event',
    ]);
  });
});

describe('runConformance() finds', () => {
  const throwing: Receiver = () => {
    throw new Error('boom');
  };
  const endless: Receiver = () =>
    new Response(new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(2 ** 14)) }));
  const silent: Receiver = () => new Promise(() => undefined);

  test.each([
    ['a receiver that throws', throwing, 'no answer: boom'],
    ['a receiver that hangs', silent, 'no answer within 0.002 seconds'],
    ['a receiver that redirects', status(302), 'status 302'],
    ['a receiver that believes everyone at length', endless, 'status 200'],
  ])('%s', async (_, receiver, actual) => {
    const report = await runAcme(receiver, { timeout: receiver === silent ? 2 : 5000 });
    expect(report.passed).toBe(false);
    expect(actualsOf(report)).toEqual([actual]);
  });

  test('a receiver of all, over HTTP, that redirects', async () => {
    const paths = new Set<unknown>();
    const server = createServer((request, response) => {
      paths.add(request.url);
      response.writeHead(308, { Location: '/webhooks/' }).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // TCP, so never a string
    const report = await runAcme(overHttp, { url: `http://127.0.0.1:${port}/webhooks` });
    server.closeAllConnections();
    server.close();
    expect(actualsOf(report)).toEqual(['status 308']);
    expect([...paths]).toEqual(['/webhooks']);
  });
});

describe('runConformance() with a seed', () => {
  /** The event ids of a run, in order. */
  async function idsOf(options: Partial<ConformanceOptions>): Promise<string[]> {
    const ids: string[] = [];
    await runAcme(async (request) => {
      const { id } = (await request.json().catch(() => ({}))) as { readonly id?: string };
      if (id !== undefined) ids.push(id);
      return new Response();
    }, options);
    return ids;
  }

  test('sends the same event ids each time', async () => {
    const ids = await idsOf({ seed: 'one' });
    expect(await idsOf({ seed: 'one' })).toEqual(ids);
    expect(ids[0]).toMatch(/^evt_[0-9a-z]{16}$/);
  });

  test('shares no event id with another seed', async () => {
    const ids = new Set(await idsOf({ seed: 'one' }));
    expect((await idsOf({ seed: 'two' })).filter((id) => ids.has(id))).toEqual([]);
  });

  test('makes one up where there is none, and reports it', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => runConformance(plain, status(200), { secret })));
    expect(one!.seed).toMatch(/./);
    expect(one!.seed).not.toBe(two!.seed);
  });
});

describe.each([acme, ...providers].map((provider) => ({ provider, version: nameOf(provider) })))(
  'runConformance() for $version',
  ({ provider }) => {
    let keys: Keys;
    let report: ConformanceReport;
    const received: Sent[] = [];
    beforeAll(async () => {
      keys = await generateKeys(provider);
      const right = correct(provider, keys.verifying);
      // It crashes where it should refuse. Each finding says in its `actual` which delivery it is about.
      const receiver: Receiver = async (request) => {
        const { method, url, headers } = request;
        const answer = await right(request.clone());
        received.push({ method, url, headers: Object.fromEntries(headers), body: await request.text() });
        if (answer.status >= 400) throw new Error(`delivery ${received.length - 1}`);
        return answer;
      };
      report = await runConformance(provider, receiver, { secret: keys.signing, seed, url, runs: 5 });
    });

    test('replays in every finding the delivery that it is about', () => {
      const findings = report.checks.flatMap(({ findings }) => findings);
      expect(findings.length).toBeGreaterThan(20);
      const sent = sentBy(findings.map(({ replay }) => replay));
      const about = findings.map(({ actual }) => received[Number(/^no answer: delivery (\d+)$/.exec(actual)![1])]);
      expect(sent).toEqual(about);
    });

    test('never reports the secret', async () => {
      const believing = await runConformance(provider, status(200), { secret: keys.signing, seed, url });
      for (const text of [report, believing].map((report) => JSON.stringify(report))) {
        expect(text).not.toContain(keys.signing);
        expect(text).not.toContain(keys.signing.slice(0, 30));
      }
    });
  },
);

describe('runConformance() with a probe that breaks down', () => {
  test('asks nothing of it that could not reset the receiver', async () => {
    let count = 0;
    const probe: Probe = {
      effects: () => [],
      reset: () => Promise.reject(new Error('no database')),
      logs: () => String(count++),
    };
    await expect(runAcme(status(200), { probe, only: ['logs-nothing-secret'] })).rejects.toMatchObject({
      code: 'BAD_PROBE',
      message: 'Cannot call "reset" of probe: no database',
    });
    expect(count).toBe(0);
  });

  test('shows no secret that the probe repeats, in no check and not in the end', async () => {
    const { receiver, probe } = correctSubject(acme, secret);
    let reads = 0;
    const leaking: Probe = {
      ...probe,
      effects: () => {
        if (++reads > 20) throw new Error(`no connection to postgres://${secret}@db`);
        return probe.effects();
      },
    };
    const report = await runAcme(receiver, { probe: leaking });
    expect(report.ended).toBe('Cannot read effects: no connection to postgres://[secret]@db');
    expect(report.checks.filter(({ reason }) => reason === report.ended).length).toBeGreaterThan(2);
    expect(JSON.stringify(report)).not.toContain(secret);
  });
});

describe('report.passed', () => {
  afterEach(() => vi.doUnmock('../../src/conformance/checks/index.ts'));

  const failing = (level: Level): Check => ({
    id: 'fails',
    group: 'answers',
    level,
    title: 'Fails',
    source: 'https://example.com/acme',
    run: (examination: Examination) =>
      examination.expectRefused(examination.fixtures[0]!, 'anything', {
        url,
        method: 'POST',
        headers: {},
        body: new Uint8Array(),
      }),
  });
  const skipping: Check = { ...failing('MUST'), inapplicable: () => 'it is only a test' };

  test.each([
    ['false where a MUST fails', [failing('MUST')], false],
    ['false where a MUST fails beside others', [skipping, failing('SHOULD'), failing('MUST')], false],
    ['true where only a SHOULD fails', [failing('SHOULD')], true],
    ['true where only a MAY fails', [failing('MAY')], true],
    ['true where a MUST does not apply', [skipping], true],
  ])('is %s', async (_, checks, passed) => {
    vi.resetModules();
    vi.doMock('../../src/conformance/checks/index.ts', () => ({ checks }));
    const { runConformance } = await import('../../src/conformance/run.ts');
    const report = await runConformance(acme, status(200), { secret, seed });
    expect(report.passed).toBe(passed);
    expect(report.checks.map(({ status }) => status)).toEqual(
      checks.map(({ inapplicable }) => (inapplicable === undefined ? 'failed' : 'skipped')),
    );
  });
});
