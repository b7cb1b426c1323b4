import type { Check } from '../check.ts';
import { expectBothCount } from '../sequel.ts';
import { orderOf, sequelsOf } from '../story.ts';

export const appliesCorrections: Check = {
  id: 'applies-corrections',
  group: 'effects',
  level: 'MUST',
  title: 'Applies an event that sets right what looked like an end, such as an authorisation after a soft decline',
  source: 'the corrections in the lifecycles of the provider, each with its own source',
  needs: ['effects', 'reset'],
  inapplicable: (provider) =>
    sequelsOf(provider).some(({ before, after, isCorrection }) => isCorrection && orderOf(provider)(before, after))
      ? undefined
      : 'no event of this version says that it came after what it sets right',
  run: (examination) =>
    expectBothCount(
      examination,
      ({ isCorrection }) => isCorrection,
      (before, after) => `${after}, which sets right ${before}`,
    ),
};
