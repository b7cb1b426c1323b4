import type { Check } from '../check.ts';
import { expectSameEffects } from '../model.ts';

export const survivesAnyHistory: Check = {
  id: 'survives-any-history',
  group: 'effects',
  level: 'MUST',
  title: 'Ends in the same state through duplicates, retries, restarts, and deliveries at once and out of order',
  source: 'https://docs.stripe.com/webhooks; Standard Webhooks 1.0.0; the lifecycles and retries of the provider',
  needs: ['effects', 'reset'],
  run: (examination) =>
    expectSameEffects(examination, {
      history: { duplicates: 3, reorder: 3, concurrency: 2, failures: 2 },
      restarts: examination.has('restart'),
      delivery: 'a history with all that may happen to deliveries',
    }),
};
