import { getResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { runConformance } from '../../src/conformance/index.ts';
import { providers } from '../../src/providers/index.ts';
import { generateKeys } from '../../src/signing/index.ts';
import { correct } from '../zoo/correct.ts';

test.each(providers)('a receiver mounted in MSW gets the bytes of $name@$version untouched', async (provider) => {
  const keys = await generateKeys(provider);
  const receiver = correct(provider, keys.verifying);
  const handlers = [http.all('http://localhost/webhooks', ({ request }) => receiver(request))];
  const report = await runConformance(provider, async (request) => (await getResponse(handlers, request))!, {
    secret: keys.signing,
    seed: 'msw',
    only: ['acknowledges-every-event', 'verifies-raw-bytes', 'refuses-changed-bytes', 'verifies-non-ascii-bodies'],
  });
  expect(report.checks.flatMap(({ findings }) => findings)).toEqual([]);
  expect(report.passed).toBe(true);
});
