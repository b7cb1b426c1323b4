import type { Check } from '../check.ts';
import { withoutTime } from '../signed-time.ts';

/** Milliseconds from now at which an event is signed again: too few for any tolerance. */
const later = [1000, 2000];

export const acceptsResignedRetries: Check = {
  id: 'accepts-resigned-retries',
  group: 'authenticity',
  level: 'MUST',
  title: 'Acknowledges an event that it has seen before when it is signed again, with another time',
  source: 'https://docs.stripe.com/webhooks (each retry has a signature and a time of its own)',
  inapplicable: withoutTime,
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      if ((await examination.plainAnswer(fixture)) === undefined) continue;
      const event = examination.fresh(fixture);
      const answer = await examination.send(await examination.sign(event));
      for (const milliseconds of later) {
        const again = await examination.sign(event, { at: examination.now() + milliseconds });
        await examination.expectAcknowledged(fixture, 'the same event, signed again', again, answer);
      }
    }
  },
};
