import { valueAt } from '../../define/index.ts';
import { variantOf } from '../../fixture/index.ts';
import type { Check } from '../check.ts';

export const replaysById: Check = {
  id: 'replays-by-id',
  group: 'effects',
  level: 'MAY',
  title: 'Can process an event again that failed, by its id, when the provider has long given up',
  source: 'https://docs.stripe.com/webhooks/process-undelivered-events; delivery.retries of the provider',
  needs: ['effects', 'reset', 'failOnce', 'replay'],
  async run(examination) {
    const reacting = await examination.reactingForEachObject();
    for (const [fixture, event] of examination.freshObjects(reacting)) {
      const { paths } = variantOf(examination.provider, fixture.event, fixture.variant).form.envelope;
      const id = valueAt(event, paths.id);
      if (typeof id !== 'string') continue;
      const attempt = await examination.sign(event);
      await examination.probe.reset!();
      await examination.send(attempt);
      const expected = await examination.effects();
      await examination.probe.reset!();
      await examination.probe.failOnce!();
      const { text } = await examination.send(attempt);
      await examination.probe.replay!(id);
      await examination.expectEffects(fixture, 'replayed by its id after it failed', attempt, expected, {
        expected: 'the effects that it has when nothing fails',
        actual: 'other effects',
        timeline: [{ at: 0, delivery: `${fixture.event}, while the store fails`, answer: text }],
      });
    }
    examination.skip('the receiver reacts to no event, so it has nothing to replay');
  },
};
