import { nothingReacts } from '../model.ts';
import type { Check } from '../check.ts';

export const appliesDuplicatesOnce: Check = {
  id: 'applies-duplicates-once',
  group: 'effects',
  level: 'MUST',
  title: 'Does nothing more when an event comes a second time and a third',
  source: 'https://docs.stripe.com/webhooks; Standard Webhooks 1.0.0; delivery.duplicates of the provider',
  needs: ['effects'],
  async run(examination) {
    const reacting = await examination.reacting();
    if (reacting.length === 0) examination.skip(nothingReacts);
    for (const [fixture, event] of examination.freshObjects(reacting)) {
      await examination.send(await examination.sign(event));
      const once = await examination.effects();
      let again = await examination.sign(event);
      for (let time = 1; time <= 2; time++) {
        again = await examination.sign(event, { at: examination.now() + time * 1000 });
        await examination.send(again);
      }
      await examination.expectEffects(fixture, 'the same event three times', again, once, {
        expected: 'the effects of the first delivery alone',
        actual: 'more effects',
      });
    }
  },
};
