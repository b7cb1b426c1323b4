import { beforeAll, describe, expect, test } from 'vitest';
import {
  checks,
  runConformance,
  type ConformanceOptions,
  type ConformanceReport,
} from '../../src/conformance/index.ts';
import { nameOf, type Provider } from '../../src/define/index.ts';
import { providers } from '../../src/providers/index.ts';
import { generateKeys, type Keys } from '../../src/signing/index.ts';
import { acme } from '../support/acme.ts';
import { broken } from './broken.ts';
import { correctSubject } from './correct.ts';
import type { Member } from './member.ts';
import { previousOf } from './previous.ts';

/** The keys that a receiver is configured for, and those that it accepts as well. */
const keys = new Map<Provider, readonly [Keys, Keys]>();
beforeAll(async () => {
  for (const provider of [acme, ...providers])
    keys.set(provider, [await generateKeys(provider), await generateKeys(provider)]);
});

/** Runs the suite with all that a run can be told of a receiver. */
function run(provider: Provider, make: Member['make'], options: Omit<ConformanceOptions, 'secret'>) {
  const [first, second] = keys.get(provider)!;
  const { receiver, probe } = make(provider, first.verifying, second.verifying);
  const { parameters } = provider.delivery;
  // One time for a whole run: what is signed must not depend on how fast this machine is.
  const time = Date.now();
  return runConformance(provider, receiver, {
    now: () => time,
    secret: first.signing,
    secondSecret: second.signing,
    unconfigured: make(provider).receiver,
    probe,
    ...(previousOf(provider).length === 0 ? {} : { previous: previousOf(provider) }),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
    ...options,
  });
}

const idsOf = (report: ConformanceReport, status: string) =>
  report.checks.filter((check) => check.status === status).map(({ id }) => id);

/** Checks that draw what they send find many a mistake by chance; a member counts for one only by name. */
const drawing = ['survives-any-history', 'survives-future-events', 'survives-generated-events'];

/** The members, each with the invented provider and in turn with one version of a real one. */
function inTurn(members: readonly Member[]) {
  return members.flatMap((member, index) => {
    const [invented, ...real] = [acme, ...providers].map((provider) => ({
      ...member,
      provider,
      version: nameOf(provider),
    }));
    const possible = real.filter(({ provider }) => member.on?.(provider) ?? true);
    const turn = possible.length > 0 ? [possible[index % possible.length]!] : [];
    return (member.on?.(acme) ?? true) ? [invented!, ...turn] : turn;
  });
}

describe('runConformance()', () => {
  const versions = [acme, ...providers].map((provider) => ({ provider, version: nameOf(provider) }));
  test.each(versions)('finds no fault with a correct receiver of $version', async ({ provider }) => {
    const report = await run(provider, correctSubject, { seed: 'one' });
    expect(report.checks.flatMap(({ id, findings }) => findings.map((finding) => [id, finding]))).toEqual([]);
    expect(report.checks.flatMap(({ unjudged }) => unjudged)).toEqual([]);
    const skipped = checks.filter(
      ({ needs, inapplicable }) =>
        inapplicable?.(provider) !== undefined ||
        (needs?.includes('previous') === true && previousOf(provider).length === 0),
    );
    expect(idsOf(report, 'skipped')).toEqual(skipped.map(({ id }) => id));
    expect(report.passed).toBe(true);
  });

  // What finds the mistake; `npm run test:zoo` also runs every other check, and sees that none finds what is not there.
  test.each(inTurn(broken))(
    'catches $name of $version by $caughtBy',
    async ({ provider, make, caughtBy, alsoFails, name, timeout, isSlow = false }) => {
      const isWhole = process.env['ZOO'] === 'whole' && provider === acme && !isSlow;
      const report = await run(provider, make, {
        seed: name,
        ...(isWhole ? { runs: 10, skip: drawing.filter((id) => id !== caughtBy) } : { runs: 100, only: [caughtBy] }),
        ...(isWhole && drawing.includes(caughtBy) ? { runs: 50 } : {}),
        ...(timeout === undefined ? {} : { timeout }),
      });
      const failed = idsOf(report, 'failed');
      expect(failed).toContain(caughtBy);
      expect(failed.filter((id) => id !== caughtBy && !alsoFails?.checks.includes(id))).toEqual([]);
      const musts = report.checks.filter(({ level, status }) => level === 'MUST' && status === 'failed');
      expect(report.passed).toBe(musts.length === 0);
    },
  );
});

describe('broken', () => {
  test.each(checks)('has a member that $id catches', ({ id }) => {
    expect(broken.map(({ caughtBy }) => caughtBy)).toContain(id);
  });

  test('names every member once, and checks that there are', () => {
    const names = broken.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    const named = broken.flatMap(({ caughtBy, alsoFails }) => [caughtBy, ...(alsoFails?.checks ?? [])]);
    const known = new Set(checks.map(({ id }) => id));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  test('has members of every provider version, and at least one for every member', () => {
    const turns = inTurn(broken);
    expect([...new Set(turns.map(({ version }) => version))].toSorted()).toEqual(
      [acme, ...providers].map(nameOf).toSorted(),
    );
    expect(new Set(turns.map(({ name }) => name)).size).toBe(broken.length);
  });
});
