import { beforeAll, describe, expect, test } from 'vitest';
import { checks, runConformance, type ConformanceReport, type Receiver } from '../../src/conformance/index.ts';
import { nameOf, type Provider } from '../../src/define/index.ts';
import { providers } from '../../src/providers/index.ts';
import { generateKeys, type Keys } from '../../src/signing/index.ts';
import { acme } from '../support/acme.ts';
import { broken } from './broken.ts';
import { correct } from './correct.ts';

const all: readonly Provider[] = [acme, ...providers];
const keys = new Map<Provider, Keys>();
const idsOf = (report: ConformanceReport, status: string) =>
  report.checks.filter((check) => check.status === status).map(({ id }) => id);

beforeAll(async () => {
  for (const provider of all) keys.set(provider, await generateKeys(provider));
});

function run(provider: Provider, make: (provider: Provider, key: string) => Receiver, seed: string) {
  const { signing, verifying } = keys.get(provider)!;
  return runConformance(provider, make(provider, verifying), { secret: signing, seed });
}

describe.each(all.map((provider) => ({ provider, version: nameOf(provider) })))('$version', ({ provider }) => {
  test.each(['one', 'two'])('runConformance() finds no fault with a correct receiver, seed %s', async (seed) => {
    const report = await run(provider, correct, seed);
    expect(report.checks.flatMap(({ findings }) => findings)).toEqual([]);
    expect(report.checks.flatMap(({ unjudged }) => unjudged)).toEqual([]);
    expect(idsOf(report, 'passed')).toEqual(checks.map(({ id }) => id));
    expect(report.passed).toBe(true);
  });

  test.each(broken.filter(({ on }) => on?.(provider) ?? true))(
    '$caughtBy catches $name, which $mistake',
    async ({ make, caughtBy, alsoFails, name }) => {
      const report = await run(provider, make, name);
      expect(report.passed).toBe(false);
      expect(idsOf(report, 'failed').toSorted()).toEqual([caughtBy, ...(alsoFails?.checks ?? [])].toSorted());
    },
  );
});
