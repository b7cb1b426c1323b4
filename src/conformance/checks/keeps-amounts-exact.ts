import { amountPlaces, expectExact, lacksAmounts } from '../amounts.ts';
import type { Check } from '../check.ts';

/** Zero, one, and what is not the same once it went through 32 bits or a float that is multiplied by a hundred. */
const whole = [0, 1, 99_999_999];
const decimal = [0.07, 4.35, 19.99, 100.23];

export const keepsAmountsExact: Check = {
  id: 'keeps-amounts-exact',
  group: 'payloads',
  level: 'MUST',
  title: 'Takes any ordinary amount, zero and decimals included, and keeps it to the last digit',
  source:
    'samples of the provider: an amount of zero, yen without a minor unit, 100.23; https://docs.stripe.com/currencies',
  inapplicable: lacksAmounts,
  async run(examination) {
    for (const place of amountPlaces(examination))
      await expectExact(examination, place, [...whole, ...(place.hasDecimals ? decimal : [])]);
  },
};
