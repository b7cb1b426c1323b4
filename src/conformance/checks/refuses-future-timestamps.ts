import type { Check } from '../check.ts';
import { farOff, levelOfTolerance, withoutTime } from '../signed-time.ts';

export const refusesFutureTimestamps: Check = {
  id: 'refuses-future-timestamps',
  group: 'authenticity',
  level: levelOfTolerance,
  title: 'Refuses a delivery that is signed for tomorrow',
  source: 'Standard Webhooks 1.0.0; AdCP receiver vectors; delivery.tolerance of the provider',
  inapplicable: withoutTime,
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      const attempt = await examination.sign(examination.fresh(fixture), { at: examination.now() + farOff });
      await examination.expectRefused(fixture, 'signed for tomorrow', attempt);
    }
  },
};
