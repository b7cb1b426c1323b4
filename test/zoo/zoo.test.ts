import { beforeAll, describe, expect, test } from 'vitest';
import { checks, runConformance, type ConformanceReport, type Receiver } from '../../src/conformance/index.ts';
import { nameOf, type Provider } from '../../src/define/index.ts';
import { providers } from '../../src/providers/index.ts';
import { generateKeys, type Keys } from '../../src/signing/index.ts';
import { acme } from '../support/acme.ts';
import { broken } from './broken.ts';
import { correct } from './correct.ts';

const keys = new Map<Provider, Keys>();
beforeAll(async () => {
  for (const provider of [acme, ...providers]) keys.set(provider, await generateKeys(provider));
});

function run(provider: Provider, make: (provider: Provider, key: string) => Receiver, seed: string) {
  const { signing, verifying } = keys.get(provider)!;
  return runConformance(provider, make(provider, verifying), { secret: signing, seed });
}

const idsOf = (report: ConformanceReport, status: string) =>
  report.checks.filter((check) => check.status === status).map(({ id }) => id);

/** The members, each with the invented provider and in turn with one version of a real one. */
function inTurn<M extends { readonly name: string; readonly on?: (provider: Provider) => boolean }>(
  members: readonly M[],
) {
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

describe.concurrent('runConformance()', () => {
  const versions = [acme, ...providers].flatMap((provider) =>
    ['one', 'two'].map((seed) => ({ provider, version: nameOf(provider), seed })),
  );
  test.each(versions)('finds no fault with a correct receiver of $version, seed $seed', async ({ provider, seed }) => {
    const report = await run(provider, correct, seed);
    expect(report.checks.flatMap(({ findings }) => findings)).toEqual([]);
    expect(report.checks.flatMap(({ unjudged }) => unjudged)).toEqual([]);
    expect(idsOf(report, 'passed')).toEqual(checks.map(({ id }) => id));
    expect(report.passed).toBe(true);
  });

  test.each(inTurn(broken))(
    'catches $name of $version by $caughtBy',
    async ({ provider, make, caughtBy, alsoFails, name }) => {
      const report = await run(provider, make, name);
      expect(idsOf(report, 'failed').toSorted()).toEqual([caughtBy, ...(alsoFails?.checks ?? [])].toSorted());
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
