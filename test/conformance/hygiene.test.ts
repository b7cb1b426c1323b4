import { describe, expect, onTestFinished, test } from 'vitest';
import { runConformance, type ConformanceOptions, type Receiver } from '../../src/conformance/index.ts';
import type { Provider } from '../../src/define/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { v2024_10 } from '../../src/providers/useepay/index.ts';
import { generateKeys } from '../../src/signing/index.ts';
import { correctSubject, subjectOf, workbench, type Subject } from '../zoo/correct.ts';

/** What one check finds in a receiver that is made with keys of its own. */
async function check(
  provider: Provider,
  id: string,
  make: (key: string) => Subject,
  options: Partial<ConformanceOptions> = {},
) {
  const { signing, verifying } = await generateKeys(provider);
  const { receiver, probe } = make(verifying);
  const report = await runConformance(provider, receiver, {
    secret: signing,
    seed: 'fixed',
    probe,
    only: [id],
    ...options,
  });
  return report.checks[0]!;
}

describe('logs-nothing-secret', () => {
  test('finds what a form holds as well, and says which fields stood in the logs', async () => {
    const { status, findings } = await check(v2024_10, 'logs-nothing-secret', (key) => {
      const bench = workbench(v2024_10, key);
      const believes: typeof bench.parts.believes = (delivery) => {
        bench.world.logs.push(delivery.body.toString());
        return bench.parts.believes(delivery);
      };
      return subjectOf({ ...bench.parts, believes }, bench);
    });
    expect(status).toBe('failed');
    const said = findings.map(({ actual }) => actual).join(', ');
    for (const field of ['phone', 'email', 'first_name', 'line1']) expect(said).toMatch(new RegExp(`\\.${field}"`));
    // Of a report nobody must learn what the logs hold.
    expect(JSON.stringify(findings.map(({ actual, expected }) => [actual, expected]))).not.toContain('telltale');
  });

  test('finds a signature that is logged with what cannot be read', async () => {
    const { findings } = await check(smartpay, 'logs-nothing-secret', (key) => {
      const bench = workbench(smartpay, key);
      const fail: typeof bench.parts.fail = (error, delivery) => {
        bench.world.logs.push(JSON.stringify(Object.fromEntries(delivery.headers)));
        return bench.parts.fail(error, delivery);
      };
      return subjectOf({ ...bench.parts, fail }, bench);
    });
    expect(new Set(findings.map(({ delivery, actual }) => `${delivery.split(':')[0]}: ${actual}`))).toEqual(
      new Set(['an event that breaks off, rightly signed: the signature in the logs']),
    );
  });

  test('takes no ordinary word for a secret, and nothing for found that was there before', async () => {
    const { status } = await check(smartpay, 'logs-nothing-secret', (key) => {
      const subject = correctSubject(smartpay, key);
      const logs = () => `started with ${key}\ntook the latest delivery`;
      return { ...subject, probe: { ...subject.probe, logs } };
    });
    expect(status).toBe('passed');
  });

  test('wants a text', async () => {
    const subject = (key: string) => {
      const { receiver, probe } = correctSubject(smartpay, key);
      return { receiver, probe: { ...probe, logs: () => ['a', 'list'] } };
    };
    await expect(check(smartpay, 'logs-nothing-secret', subject)).rejects.toMatchObject({
      code: 'BAD_PROBE',
      message: 'Cannot read logs: the probe shows object; let it return a text',
    });
  });
});

describe('reprocesses-by-id', () => {
  test('finds a receiver that throws, and lets the run go on', async () => {
    const { status, findings } = await check(smartpay, 'reprocesses-by-id', (key) => {
      const subject = correctSubject(smartpay, key);
      const reprocess = () => {
        throw new Error('no such event');
      };
      return { ...subject, probe: { ...subject.probe, reprocess } };
    });
    expect(status).toBe('failed');
    expect(findings[0]!.actual).toBe('Cannot call "reprocess" of probe: no such event');
  });

  test('says that nothing failed where the receiver tries again by itself', async () => {
    const { status, reason } = await check(smartpay, 'reprocesses-by-id', (key) => {
      const subject = correctSubject(smartpay, key);
      return { ...subject, probe: { ...subject.probe, failOnce: () => undefined } };
    });
    expect([status, reason]).toEqual(['skipped', 'no event that the receiver reacts to fails when its store does']);
  });
});

describe('calls-no-url-of-the-payload', () => {
  /** A receiver that fetches whatever URL stands in a payload, once it has looked at it. */
  const fetching =
    (looksAt: (event: object) => boolean = () => true) =>
    (key: string): Subject => {
      const { receiver, probe } = correctSubject(v2024_10, key);
      const fetches: Receiver = async (request) => {
        const form = new URLSearchParams(await request.clone().text());
        const text = [...form.values()][0] ?? '';
        const answer = await receiver(request);
        if (answer.status !== 200) return answer;
        if (!looksAt(JSON.parse(text) as object)) return new Response(null, { status: 422 });
        await Promise.all(text.match(/http:\/\/127\.0\.0\.1[^"\\]*/g)?.map((url) => fetch(url)) ?? []);
        return answer;
      };
      return { receiver: fetches, probe };
    };

  test('names the fields, in lists too', async () => {
    const { findings } = await check(v2024_10, 'calls-no-url-of-the-payload', fetching());
    const fields = findings.map(({ delivery }) => delivery);
    expect(fields.join()).toContain('order.products.0.url');
    expect(new Set(findings.map(({ actual }) => actual))).toEqual(new Set(['a call to it']));
  });

  test('tries one field after the other where a receiver refuses the whole', async () => {
    const hasOne = (event: object) => (JSON.stringify(event).match(/http:\/\/127\.0\.0\.1/g) ?? []).length <= 1;
    const { findings } = await check(v2024_10, 'calls-no-url-of-the-payload', fetching(hasOne));
    expect(findings.map(({ delivery }) => delivery).join()).toContain('order.products.0.url');
  });

  test('asks a receiver in this process whatever its URL', async () => {
    const url = 'https://shop.example/webhooks';
    expect(await check(v2024_10, 'calls-no-url-of-the-payload', fetching(), { url })).toMatchObject({
      status: 'failed',
    });
  });

  test('is skipped where no server can listen', async () => {
    const getter = Object.getOwnPropertyDescriptor(process, 'getBuiltinModule')!;
    onTestFinished(() => void Object.defineProperty(process, 'getBuiltinModule', getter));
    Reflect.deleteProperty(process, 'getBuiltinModule');
    expect(await check(v2024_10, 'calls-no-url-of-the-payload', fetching())).toMatchObject({
      status: 'skipped',
      reason: 'no server can be started here for it to call',
    });
  });
});
