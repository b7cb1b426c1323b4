import type { Check } from '../check.ts';
import { deadlineOf } from '../deadline.ts';
import { isSuccess } from '../answer.ts';

/** Milliseconds by which work is made longer than the time to answer. */
const over = 500;

export const acknowledgesBeforeSlowWork: Check = {
  id: 'acknowledges-before-slow-work',
  group: 'answers',
  level: 'SHOULD',
  title: 'Acknowledges before its own work, which may take longer than the provider waits',
  source: 'https://docs.stripe.com/webhooks (quickly return a 2xx); docs.adyen.com webhooks',
  needs: ['slowDown', 'effects'],
  async run(examination) {
    const [fixture] = await examination.reacting();
    if (fixture === undefined) return examination.skip('the receiver reacts to no event, so it has no work to do');
    const deadline = deadlineOf(examination.session);
    const attempt = await examination.sign(examination.freshObject(fixture));
    await examination.probe.slowDown!(deadline + over);
    try {
      const expected = `${examination.acknowledgement} within ${deadline / 1000} seconds`;
      const start = performance.now();
      await examination.expectAnswer(fixture, 'while work is slow', attempt, expected, (answer) => {
        return isSuccess(answer) && performance.now() - start <= deadline;
      });
    } finally {
      await examination.probe.slowDown!(0);
    }
  },
};
