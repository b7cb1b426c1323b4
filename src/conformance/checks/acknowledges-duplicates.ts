import type { Check } from '../check.ts';

export const acknowledgesDuplicates: Check = {
  id: 'acknowledges-duplicates',
  group: 'answers',
  level: 'MUST',
  title: 'Acknowledges an event that it has seen before, however often it is signed again',
  source: 'https://docs.stripe.com/webhooks; AdCP receiver vectors; delivery.duplicates of the provider',
  async run(examination) {
    for (const fixture of examination.typical) {
      if ((await examination.plainAnswer(fixture)) === undefined) continue;
      const event = examination.fresh(fixture);
      const first = await examination.sign(event);
      const answer = await examination.send(first);
      await examination.expectAcknowledged(fixture, 'the same delivery a second time', first, answer);
      if (examination.provider.delivery.timestamp.value === undefined) continue;
      const again = await examination.sign(event, { at: examination.now() + 1000 });
      await examination.expectAcknowledged(fixture, 'the same event, signed again', again, answer);
    }
  },
};
