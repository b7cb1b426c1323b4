import type { Check } from '../check.ts';
import { gainOf, gainText, namesOf } from '../gains.ts';
import { eventInMode, marksNoMode } from '../modes.ts';

export const tellsTestFromLive: Check = {
  id: 'tells-test-from-live',
  group: 'payloads',
  level: 'SHOULD',
  title: 'Brings about something else for an event of test mode than for the same one of live mode',
  source: 'the mode of the envelope and of every id of the provider; no page says what a receiver makes of it',
  needs: ['effects'],
  inapplicable: marksNoMode,
  async run(examination) {
    const { provider } = examination;
    for (const fixture of examination.oneForEachObject) {
      const gains = [];
      for (const isTest of [false, false, true]) {
        const event = eventInMode(examination, fixture, examination.freshObject(fixture), isTest);
        const gain = await gainOf(examination, await examination.sign(event));
        // What stands before the last part of an id says the mode, and is no name.
        const names = namesOf(provider, fixture, event).filter((name) => !name.includes('_'));
        gains.push({ ...gain, text: gainText(gain, names) });
      }
      const [live, again, test] = gains;
      if (!gains.every(({ answer }) => examination.isAcknowledgement(answer))) continue;
      if (live!.text === '' || live!.text !== again!.text) continue;
      examination.judged(fixture);
      if (test!.text !== live!.text) continue;
      examination.find(fixture, 'of test mode', test!.attempt, {
        expected: 'other effects than those of the same event of live mode, or none',
        actual: 'the same effects',
        answer: test!.answer,
      });
    }
    examination.skip(
      'no event is acknowledged in both modes and has the same effects each time that it is of live mode',
    );
  },
};
