import type { Check } from '../check.ts';
import { expectSameEffects } from '../model.ts';

export const convergesInAnyOrder: Check = {
  id: 'converges-in-any-order',
  group: 'effects',
  level: 'MUST',
  title: 'Ends in the same state, whatever order the events of its objects come in',
  source: 'https://docs.stripe.com/webhooks; cashier #1201, #1760; delivery.ordered of the provider',
  needs: ['effects', 'reset'],
  run: (examination) =>
    expectSameEffects(examination, {
      alike: 1,
      history: { duplicates: 0, reorder: 4, concurrency: 0, failures: 0 },
      delivery: 'events that overtake each other',
    }),
};
