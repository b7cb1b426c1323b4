import type { Check } from '../check.ts';
import { expectBothCount } from '../sequel.ts';

export const countsDistinctEvents: Check = {
  id: 'counts-distinct-events',
  group: 'effects',
  level: 'MUST',
  title: 'Takes two events of one object for two, and not for duplicates of each other',
  source: 'https://docs.stripe.com/webhooks; the lifecycles of the provider',
  needs: ['effects', 'reset'],
  run: (examination) =>
    expectBothCount(
      examination,
      ({ isCorrection }) => !isCorrection,
      (before, after) => `${after} after ${before}, of one object`,
    ),
};
