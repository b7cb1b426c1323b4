import type { Check } from '../check.ts';

export const acknowledgesDuplicates: Check = {
  id: 'acknowledges-duplicates',
  group: 'answers',
  level: 'MUST',
  title: 'Acknowledges a delivery that it has seen before, however often it comes again',
  source: 'https://docs.stripe.com/webhooks; AdCP receiver vectors; delivery.duplicates of the provider',
  async run(examination) {
    for (const [fixture, event] of examination.freshEvents(examination.typical)) {
      if ((await examination.plainAnswer(fixture)) === undefined) continue;
      const attempt = await examination.sign(event);
      const answer = await examination.send(attempt);
      await examination.expectAcknowledged(fixture, 'the same delivery a second time', attempt, answer);
      await examination.expectAcknowledged(fixture, 'the same delivery a third time', attempt, answer);
    }
  },
};
