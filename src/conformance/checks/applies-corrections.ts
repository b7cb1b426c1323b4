import type { Check } from '../check.ts';
import { expectBothCount } from '../sequel.ts';
import { sequelsOf } from '../story.ts';

export const appliesCorrections: Check = {
  id: 'applies-corrections',
  group: 'effects',
  level: 'MUST',
  title: 'Applies an event that sets right what looked like an end, such as an authorisation after a soft decline',
  source: 'the corrections in the lifecycles of the provider, each with its own source',
  needs: ['effects', 'reset'],
  inapplicable: (provider) =>
    sequelsOf(provider).some(({ isCorrection }) => isCorrection)
      ? undefined
      : 'no lifecycle of this version has a correction',
  run: (examination) =>
    expectBothCount(
      examination,
      ({ isCorrection }) => isCorrection,
      (before, after) => `${after}, which sets right ${before}`,
    ),
};
