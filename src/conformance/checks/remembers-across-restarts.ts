import type { Check } from '../check.ts';
import { nothingReacts } from '../model.ts';

export const remembersAcrossRestarts: Check = {
  id: 'remembers-across-restarts',
  group: 'effects',
  level: 'MUST',
  title: 'Knows after a restart what it has done before, and does not do it again',
  source: 'https://docs.stripe.com/webhooks; Standard Webhooks 1.0.0',
  needs: ['effects', 'restart'],
  async run(examination) {
    const reacting = await examination.reacting();
    if (reacting.length === 0) examination.skip(nothingReacts);
    for (const [fixture, event] of examination.freshObjects(reacting)) {
      await examination.send(await examination.sign(event));
      const before = await examination.effects();
      await examination.probe.restart!();
      const again = await examination.sign(event);
      await examination.send(again);
      await examination.expectEffects(fixture, 'the same event again, after a restart', again, before, {
        expected: 'the effects of before the restart',
        actual: 'other effects',
      });
    }
  },
};
