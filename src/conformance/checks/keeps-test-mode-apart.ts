import type { Check } from '../check.ts';
import { losses } from '../effects.ts';
import { eventInMode, marksNoMode, objectKinds } from '../modes.ts';

export const keepsTestModeApart: Check = {
  id: 'keeps-test-mode-apart',
  group: 'payloads',
  level: 'MUST',
  title: 'Lets no event of test mode change what events of live mode have brought about',
  source: 'the mode of the envelope and of every id of the provider',
  needs: ['effects'],
  inapplicable: marksNoMode,
  async run(examination) {
    for (const { first, others } of objectKinds(examination)) {
      const about = examination.freshObject(first);
      const unheard = await examination.effects();
      const live = await examination.send(await examination.sign(eventInMode(examination, first, about, false)));
      const before = await examination.effects();
      // A receiver of test mode alone may well refuse all that is live.
      if (!examination.isAcknowledgement(live) || losses(before, unheard).length === 0) continue;
      for (const fixture of others) {
        const attempt = await examination.sign(eventInMode(examination, fixture, about, true));
        const answer = await examination.send(attempt);
        const lost = losses(before, await examination.effects());
        examination.judged(fixture);
        if (lost.length === 0) continue;
        examination.find(
          fixture,
          `of test mode, after ${first.event} of live mode about the same id and reference`,
          attempt,
          {
            expected: 'the effects of live mode as they were',
            actual: `${lost.length} of them changed`,
            answer,
            effects: lost,
          },
        );
        break;
      }
    }
    examination.skip('no event of live mode is acknowledged and has an effect');
  },
};
