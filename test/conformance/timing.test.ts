import { describe, expect, test } from 'vitest';
import { runConformance, type Probe, type Receiver } from '../../src/conformance/index.ts';
import { documented, fact, unknown, type Provider } from '../../src/define/index.ts';
import { acme } from '../support/acme.ts';

const secret = 'the-secret-of-acme';
/** The invented provider, which waits no longer than so many seconds. */
const withTimeout = (seconds: number): Provider => ({
  ...acme,
  delivery: { ...acme.delivery, timeout: fact(seconds, documented('https://example.com/acme')) },
});
const sleepy =
  (milliseconds: number): Receiver =>
  async () => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return new Response();
  };
const resultOf = async (receiver: Receiver, id: string, provider: Provider, probe?: Probe) =>
  (
    await runConformance(provider, receiver, {
      secret,
      only: [id],
      events: ['customer.created'],
      ...(probe === undefined ? {} : { probe }),
    })
  ).checks[0]!;

describe('answers-in-time', () => {
  test('judges by the time that the provider gives, not by how long the run waits', async () => {
    const { level, findings } = await resultOf(sleepy(40), 'answers-in-time', withTimeout(0.02));
    expect(level).toBe('MUST');
    expect(findings.map(({ delivery, expected, actual }) => [delivery, expected, actual])).toEqual([
      ['one event', 'an answer within 0.02 seconds', 'status 200, but late'],
      ['one of 10 events at once', 'an answer within 0.02 seconds', 'status 200, but late'],
    ]);
  });

  test('does not count the time that a reset takes', async () => {
    const reset = () => new Promise((resolve) => setTimeout(resolve, 700));
    const { checks } = await runConformance(withTimeout(0.5), sleepy(0), {
      secret,
      only: ['acknowledges-every-event', 'answers-in-time'],
      events: ['customer.created'],
      probe: { effects: () => [], reset },
    });
    expect(checks.map(({ id, status }) => [id, status])).toContainEqual(['answers-in-time', 'passed']);
  });

  test('passes where the provider gives more', async () => {
    expect((await resultOf(sleepy(40), 'answers-in-time', acme)).status).toBe('passed');
  });
});

describe('survives-generated-events', () => {
  test('tries every draw, however long a reset takes', async () => {
    const deliveriesOf = async (milliseconds: number) => {
      const reset = () => new Promise((resolve) => setTimeout(resolve, milliseconds));
      const only = ['acknowledges-every-event', 'survives-generated-events'];
      const options = { secret, seed: 'fixed', timeout: 500, only, events: ['customer.created'] };
      const { checks } = await runConformance(acme, sleepy(0), { ...options, probe: { effects: () => [], reset } });
      return checks.find(({ id }) => id === 'survives-generated-events')!.deliveries;
    };
    const deliveries = await deliveriesOf(0);
    expect(deliveries).toBe(40);
    expect(await deliveriesOf(3200)).toBe(deliveries);
  });
});

describe('what is drawn', () => {
  test('is signed when it is sent where a time is signed', async () => {
    let clock = 1_700_000_000;
    const told: (readonly [number, number])[] = [];
    const receiver: Receiver = async (request) => {
      told.push([Number(request.headers.get('acme-timestamp')), clock]);
      await new Promise((resolve) => setTimeout(resolve, 1));
      clock += 3600;
      return new Response();
    };
    const only = ['survives-generated-events', 'survives-future-events', 'survives-any-unicode'];
    await runConformance(acme, receiver, { secret, only, now: () => clock * 1000 });
    expect(told.length).toBeGreaterThan(40);
    expect(told.filter(([signed, received]) => signed !== received)).toEqual([]);
  });

  test('is the same each time, however long the receiver takes', async () => {
    const idsOf = async (milliseconds: number) => {
      const ids: string[] = [];
      const receiver: Receiver = async (request) => {
        const text = await request.text();
        ids.push((JSON.parse(text) as { readonly id: string }).id);
        if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
        const isMinded = text.includes('"phone"') && !text.includes('"address"') && text.includes('"email":null');
        return new Response(null, { status: isMinded ? 500 : 200 });
      };
      const only = ['tolerates-absent-and-null-fields', 'survives-generated-events'];
      const options = { secret, seed: 'fixed', only, runs: 200, now: () => 1_700_000_000_000 };
      const { checks } = await runConformance(acme, receiver, options);
      expect(checks.map(({ status }) => status)).toEqual(['failed', 'failed']);
      return ids;
    };
    const ids = await idsOf(0);
    expect(await idsOf(2)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('survives-bursts', () => {
  test('signs anew what takes long, where a time is signed', async () => {
    let clock = 1_700_000_000;
    const seen = new Set<string>();
    const receiver: Receiver = async (request) => {
      const isStale = clock - Number(request.headers.get('acme-timestamp')) > 300;
      clock += 2;
      if (isStale) return new Response(null, { status: 401 });
      seen.add((JSON.parse(await request.text()) as { readonly id: string }).id);
      return new Response();
    };
    const probe: Probe = { effects: () => [...seen].toSorted(), reset: () => seen.clear() };
    const options = { secret, only: ['survives-bursts'], concurrency: 1, probe, now: () => clock * 1000 };
    const { checks } = await runConformance(acme, receiver, options);
    expect(checks[0]!.findings.map(({ actual }) => actual)).toEqual([]);
    expect(checks[0]!.status).toBe('passed');
  });
});

describe('accepts-previous-versions', () => {
  test('signs the time of the delivery, though the version itself signs none', async () => {
    const { 'Acme-Timestamp': _, ...headers } = acme.delivery.headers;
    const timestamp = unknown('https://example.com/acme', 'no time is signed');
    const timeless: Provider = {
      ...acme,
      version: '2025-01-01',
      delivery: { ...acme.delivery, headers, timestamp },
    };
    let clock = 1_700_000_000;
    const told: (readonly [number, number])[] = [];
    const receiver: Receiver = async (request) => {
      const time = request.headers.get('acme-timestamp');
      if (time !== null) told.push([Number(time), clock]);
      await new Promise((resolve) => setTimeout(resolve, 1));
      clock += 3600;
      return new Response();
    };
    const only = ['acknowledges-every-event', 'accepts-previous-versions'];
    const now = () => clock * 1000;
    await runConformance(timeless, receiver, { secret, previous: [acme], only, now, probe: { effects: () => [] } });
    expect(told.length).toBeGreaterThan(1);
    expect(told.filter(([signed, received]) => signed !== received)).toEqual([]);
  });
});

describe('acknowledges-before-slow-work', () => {
  test('ends the slowness that it asks for', async () => {
    const asked: number[] = [];
    const effects: string[] = [];
    const probe: Probe = { effects: () => effects, slowDown: (milliseconds) => asked.push(milliseconds) };
    const receiver: Receiver = (request) => {
      effects.push(request.headers.get('acme-signature')!);
      return new Response();
    };
    const { status } = await resultOf(receiver, 'acknowledges-before-slow-work', acme, probe);
    expect(status).toBe('passed');
    expect(asked).toEqual([10_500, 0]);
  });
});
