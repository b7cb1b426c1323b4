import type { Check } from '../check.ts';
import { expectSameEffects } from '../model.ts';

export const keepsObjectsApart: Check = {
  id: 'keeps-objects-apart',
  group: 'effects',
  level: 'MUST',
  title: 'Takes the events of one object for nothing that happens to another, however they come in between each other',
  source: 'https://docs.stripe.com/webhooks',
  needs: ['effects', 'reset'],
  run: (examination) =>
    expectSameEffects(examination, {
      alike: 3,
      history: { duplicates: 0, reorder: 0, concurrency: 0, failures: 0 },
      // One object after the other, in place of all in turn.
      reference: ({ deliveries }) => deliveries.toSorted((a, b) => a.plot - b.plot || a.turn - b.turn),
      delivery: 'several objects whose events come in between each other',
    }),
};
