import { amountPlaces, expectExact, lacksAmounts } from '../amounts.ts';
import type { Check } from '../check.ts';

export const keepsLargeAmountsExact: Check = {
  id: 'keeps-large-amounts-exact',
  group: 'payloads',
  level: 'SHOULD',
  title: 'Takes amounts that 32 bits do not hold, and keeps them to the last digit',
  source: 'the shapes of the provider, which state no largest amount; yen and rupiah need large numbers for small sums',
  inapplicable: lacksAmounts,
  async run(examination) {
    for (const place of amountPlaces(examination))
      await expectExact(examination, place, [2 ** 31, 2 ** 32, 99_999_999_999]);
  },
};
