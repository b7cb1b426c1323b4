import { expect, test } from 'vitest';

test("Pact's native library loads on the Node that hookproof is developed on", async () => {
  process.env['PACT_DO_NOT_TRACK'] = 'true';
  const { MatchersV3, Pact } = await import('@pact-foundation/pact');
  expect(MatchersV3.reify(MatchersV3.like({ amount: 4980 }))).toEqual({ amount: 4980 });
  expect(() => new Pact({ consumer: 'shop', provider: 'smartpay' })).not.toThrow();
});
