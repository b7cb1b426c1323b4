import type { Check } from '../check.ts';
import { farOff, levelOfTolerance, withoutTime } from '../signed-time.ts';

export const refusesStaleTimestamps: Check = {
  id: 'refuses-stale-timestamps',
  group: 'authenticity',
  level: levelOfTolerance,
  title: 'Refuses a delivery that was signed a day ago',
  source: 'https://docs.stripe.com/webhooks; Standard Webhooks 1.0.0; delivery.tolerance of the provider',
  inapplicable: withoutTime,
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      const attempt = await examination.sign(examination.fresh(fixture), { at: examination.now() - farOff });
      await examination.expectRefused(fixture, 'signed a day ago', attempt);
    }
  },
};
