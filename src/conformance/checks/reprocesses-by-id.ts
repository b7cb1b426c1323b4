import { valueAt } from '../../define/index.ts';
import { variantOf } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import { isSame } from '../effects.ts';
import { HookproofError } from '../../errors.ts';

export const reprocessesById: Check = {
  id: 'reprocesses-by-id',
  group: 'effects',
  level: 'MAY',
  title: 'Can process an event again that failed, by its id, when the provider has long given up',
  source: 'https://docs.stripe.com/webhooks/process-undelivered-events; delivery.retries of the provider',
  needs: ['effects', 'reset', 'failOnce', 'reprocess'],
  async run(examination) {
    const { probe } = examination;
    for (const [fixture, event] of examination.freshObjects(await examination.reactingForEachObject())) {
      const { paths } = variantOf(examination.provider, fixture.event, fixture.variant).form.envelope;
      const id = valueAt(event, paths.id);
      if (typeof id !== 'string') continue;
      const attempt = await examination.sign(event);
      await probe.reset!();
      await examination.send(attempt);
      const expected = await examination.effects();
      await probe.reset!();
      await probe.failOnce!();
      const answer = await examination.send(attempt);
      // It may have tried again by itself.
      if (isSame(expected, await examination.effects())) continue;
      const timeline = [{ at: 0, delivery: `${fixture.event}, while the store fails`, answer: answer.text }];
      const delivery = 'processed again by its id after it failed';
      try {
        await probe.reprocess!(id);
      } catch (error) {
        if (!(error instanceof HookproofError)) throw error;
        examination.judged(fixture);
        const fault = { expected: 'that it can', actual: error.message, answer, timeline };
        examination.find(fixture, delivery, attempt, fault);
        continue;
      }
      await examination.expectEffects(fixture, delivery, attempt, expected, {
        expected: 'the effects that it has when nothing fails',
        actual: 'other effects',
        timeline,
      });
    }
    examination.skip('no event that the receiver reacts to fails when its store does');
  },
};
