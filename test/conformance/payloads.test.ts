import { beforeAll, describe, expect, test } from 'vitest';
import { runConformance, type ConformanceOptions } from '../../src/conformance/index.ts';
import type { Provider } from '../../src/define/index.ts';
import { v2025_11_06, v2026_04 } from '../../src/providers/useepay/index.ts';
import { generateKeys, type Keys } from '../../src/signing/index.ts';
import { acme } from '../support/acme.ts';
import { contents } from '../zoo/broken/contents.ts';
import { correctSubject, type Subject } from '../zoo/correct.ts';

let keys: Keys;
beforeAll(async () => {
  keys = await generateKeys(v2026_04);
});

/** What one check finds in a receiver. */
async function check(provider: Provider, subject: Subject, id: string, options: Partial<ConformanceOptions> = {}) {
  const secret = provider === acme ? 'the-secret-of-acme' : keys.signing;
  const report = await runConformance(provider, subject.receiver, {
    secret,
    seed: 'fixed',
    probe: subject.probe,
    only: [id],
    ...options,
  });
  return report.checks[0]!;
}

/** A receiver whose probe shows amounts in cents. */
function inCents(toCents: (amount: number) => unknown): Subject {
  const subject = correctSubject(v2026_04, keys.verifying);
  const effects = () => {
    const { objects } = subject.probe.effects() as { readonly objects: readonly { readonly amount?: unknown }[] };
    return objects.map(({ amount, ...object }) => ({
      ...object,
      cents: typeof amount === 'number' ? toCents(amount) : null,
    }));
  };
  return { ...subject, probe: { ...subject.probe, effects } };
}

describe('keeps-amounts-exact', () => {
  test('takes cents that are rounded for exact', async () => {
    expect(
      (
        await check(
          v2026_04,
          inCents((amount) => Math.round(amount * 100)),
          'keeps-amounts-exact',
        )
      ).status,
    ).toBe('passed');
  });

  test('finds the cent that a float falls short', async () => {
    const { findings } = await check(
      v2026_04,
      inCents((amount) => Math.floor(amount * 100)),
      'keeps-amounts-exact',
    );
    expect(findings.map(({ delivery, expected }) => [delivery, expected])).toContainEqual([
      'an amount of 4.35',
      'effects that show 435',
    ]);
  });

  test('asks for nothing but an acknowledgement where the probe shows no amount', async () => {
    const { status } = await check(
      v2026_04,
      inCents(() => 'secret'),
      'keeps-amounts-exact',
    );
    expect(status).toBe('passed');
  });
});

describe('tolerates-absent-and-null-fields', () => {
  const member = contents.find(({ name }) => name === 'one-without-the-other')!;

  test('names the one field that is missed, and how to draw it again', async () => {
    const subject = () => member.make(acme, 'the-secret-of-acme');
    const { findings } = await check(acme, subject(), member.caughtBy);
    expect(findings.map(({ delivery }) => delivery)).toEqual([
      expect.stringMatching(/^"data\.object\.\w+" absent \(seed -?\d+, path [\d:]+\)$/),
    ]);
    expect((await check(acme, subject(), member.caughtBy)).findings[0]!.delivery).toBe(findings[0]!.delivery);
  });
});

describe('keeps-out-prototype-pollution', () => {
  test('leaves the prototype of all objects as it was', async () => {
    const member = contents.find(({ name }) => name === 'deep-merge')!;
    const before = Reflect.ownKeys(Object.prototype);
    const { findings } = await check(acme, member.make(acme, 'the-secret-of-acme'), member.caughtBy);
    expect(findings.map(({ actual }) => actual)).toContain('it has "hookproof_canary"');
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
  });
});

describe('accepts-previous-versions', () => {
  test('is skipped where no earlier version is named', async () => {
    const { status, reason } = await check(v2026_04, inCents(Number), 'accepts-previous-versions');
    expect([status, reason]).toEqual([
      'skipped',
      'it needs the earlier versions that the receiver still gets events of',
    ]);
  });

  test('delivers as the version named does', async () => {
    const versions = new Set<string | null>();
    const subject = correctSubject(v2026_04, keys.verifying);
    const receiver = (request: Request) => {
      versions.add(request.headers.get('api_version'));
      return subject.receiver(request);
    };
    const { status } = await check(v2026_04, { ...subject, receiver }, 'accepts-previous-versions', {
      previous: [v2025_11_06],
    });
    expect(status).toBe('passed');
    expect([...versions]).toEqual(['2025-11-06']);
  });
});
