import type { Check } from '../check.ts';
import { isSame } from '../effects.ts';
import { isSuccess } from '../answer.ts';

export const acceptsRetriesAfterFailures: Check = {
  id: 'accepts-retries-after-failures',
  group: 'answers',
  level: 'MUST',
  title: 'Refuses to acknowledge what it could not store, and takes the retry as if it came first',
  source: 'AdCP receiver vectors; https://docs.stripe.com/webhooks; delivery.retries of the provider',
  needs: ['failOnce', 'effects'],
  async run(examination) {
    for (const fixture of await examination.reactingForEachObject()) {
      const event = examination.freshObject(fixture);
      const before = await examination.effects();
      await examination.probe.failOnce!();
      const first = await examination.sign(event);
      const failed = await examination.send(first);
      if (isSuccess(failed)) {
        // It may have a queue that tries again by itself.
        examination.judged(fixture);
        if (!isSame(before, await examination.effects())) continue;
        examination.find(fixture, 'an event that could not be stored', first, {
          expected: 'a 5xx status, so that the provider tries again',
          actual: `${failed.text}, and no effect`,
          answer: failed,
        });
        continue;
      }
      const again = await examination.sign(event, { at: examination.now() + 1000 });
      const delivery = 'the retry of an event that could not be stored';
      const answer = await examination.send(again);
      examination.judged(fixture);
      const isKept = isSuccess(answer) && !isSame(before, await examination.effects());
      if (isKept) continue;
      examination.find(fixture, delivery, again, {
        expected: `${examination.acknowledgement}, and the event's effect`,
        actual: isSuccess(answer) ? `${answer.text}, and no effect` : answer.text,
        answer,
        timeline: [
          { at: 0, delivery: `${fixture.event}, while the store fails`, answer: failed.text },
          { at: 1000, delivery: `${fixture.event}, again`, answer: answer.text },
        ],
      });
    }
    examination.skip('the receiver reacts to no event, so it has nothing to store');
  },
};
