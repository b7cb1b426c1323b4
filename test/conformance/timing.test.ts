import { describe, expect, test } from 'vitest';
import { runConformance, type Probe, type Receiver } from '../../src/conformance/index.ts';
import { fact, documented, type Provider } from '../../src/define/index.ts';
import { acme } from '../support/acme.ts';

const secret = 'the-secret-of-acme';
/** The invented provider, which waits no longer than 20 milliseconds. */
const hurried: Provider = {
  ...acme,
  delivery: { ...acme.delivery, timeout: fact(0.02, documented('https://example.com/acme')) },
};
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
    const { level, findings } = await resultOf(sleepy(40), 'answers-in-time', hurried);
    expect(level).toBe('MUST');
    expect(findings.map(({ delivery, expected, actual }) => [delivery, expected, actual])).toEqual([
      ['one event', 'an answer within 0.02 seconds', 'status 200, but late'],
      ['one of 10 events at once', 'an answer within 0.02 seconds', 'status 200, but late'],
    ]);
  });

  test('passes where the provider gives more', async () => {
    expect((await resultOf(sleepy(40), 'answers-in-time', acme)).status).toBe('passed');
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
