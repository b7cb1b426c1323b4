import type { Check } from '../check.ts';
import { nothingReacts } from '../model.ts';

export const survivesLostAcknowledgements: Check = {
  id: 'survives-lost-acknowledgements',
  group: 'effects',
  level: 'MUST',
  title: 'Does nothing twice when the provider hangs up before it is answered, and sends again',
  source: 'https://docs.stripe.com/webhooks; Standard Webhooks 1.0.0',
  needs: ['effects', 'reset'],
  async run(examination) {
    const { probe } = examination;
    const reacting = await examination.reactingForEachObject();
    if (reacting.length === 0) return examination.skip(nothingReacts);
    for (const [fixture, event] of examination.freshObjects(reacting)) {
      const attempt = await examination.sign(event);
      await probe.reset!();
      await examination.send(attempt);
      const once = await examination.effects();
      await probe.reset!();
      await examination.sendAndHangUp(attempt);
      if (examination.has('restart')) await probe.restart!();
      const again = await examination.sign(event, { at: examination.now() + 1000 });
      const answer = await examination.send(again);
      await examination.expectEffects(fixture, 'sent again after the provider hung up', again, once, {
        expected: 'the effects of one delivery',
        actual: 'other effects',
        timeline: [
          { at: 0, delivery: fixture.event, answer: 'the provider hangs up' },
          { at: 1000, delivery: `${fixture.event}, again`, answer: answer.text },
        ],
      });
    }
  },
};
