import type { Check } from '../check.ts';
import { nothingReacts } from '../model.ts';

/** How many deliveries of one event are under way at once. */
const count = 5;

export const appliesConcurrentDuplicatesOnce: Check = {
  id: 'applies-concurrent-duplicates-once',
  group: 'effects',
  level: 'MUST',
  title: 'Does nothing more when an event comes several times at once',
  source: 'https://docs.stripe.com/webhooks; opencode #28402',
  needs: ['effects', 'reset'],
  async run(examination) {
    const reacting = await examination.reacting();
    if (reacting.length === 0) examination.skip(nothingReacts);
    for (const [fixture, event] of examination.freshObjects(reacting)) {
      const attempt = await examination.sign(event);
      await examination.probe.reset!();
      await examination.send(attempt);
      const once = await examination.effects();
      await examination.probe.reset!();
      const answers = await examination.sendAll(Array.from({ length: count }, () => attempt));
      // What was refused is sent again, as the provider would.
      if (!answers.every((answer) => examination.isAcknowledgement(answer))) await examination.send(attempt);
      await examination.expectEffects(fixture, `the same event ${count} times at once`, attempt, once, {
        expected: 'the effects of one delivery',
        actual: 'other effects',
        timeline: answers.map(({ text }) => ({ at: 0, delivery: fixture.event, answer: text })),
      });
    }
  },
};
