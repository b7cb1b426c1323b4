import type { Check } from '../check.ts';
import { expectBothCount } from '../sequel.ts';
import { mayFollow } from '../../define/index.ts';

export const appliesEventsOfOneInstant: Check = {
  id: 'applies-events-of-one-instant',
  group: 'effects',
  level: 'SHOULD',
  title: 'Applies two events of one object that bear the same time',
  source: 'https://docs.stripe.com/webhooks: times of events are not an order',
  needs: ['effects', 'reset'],
  run(examination) {
    const { provider } = examination;
    const follows = mayFollow(provider.lifecycles, provider.events);
    return expectBothCount(
      examination,
      // Where either may come after the other, nobody can tell which came last.
      ({ before, after }) => !follows(after.type, before.type),
      (before, after) => `${after} after ${before}, in the same instant`,
      0,
    );
  },
};
