import type { Check } from '../check.ts';
import type { TimelineEntry } from '../finding.ts';
import { nothingReacts } from '../model.ts';

export const survivesTheRetrySchedule: Check = {
  id: 'survives-the-retry-schedule',
  group: 'effects',
  level: 'MUST',
  title: "Does nothing more when an event is sent again at every time of the provider's schedule",
  source: 'delivery.retries of the provider; https://docs.adyen.com/development-resources/webhooks',
  needs: ['effects'],
  inapplicable: ({ delivery }) =>
    delivery.retries.value === undefined ? 'no source says when this provider tries again' : undefined,
  async run(examination) {
    const reacting = await examination.reacting();
    if (reacting.length === 0) return examination.skip(nothingReacts);
    const waits = examination.provider.delivery.retries.value!;
    for (const [fixture, event] of examination.freshObjects(reacting)) {
      let attempt = await examination.sign(event);
      const start = examination.now();
      const timeline: TimelineEntry[] = [];
      const deliver = async (name: string) => {
        attempt = await examination.sign(event);
        const { text } = await examination.send(attempt);
        timeline.push({ at: examination.now() - start, delivery: name, answer: `${text}, lost on its way` });
      };
      await deliver(fixture.event);
      const once = await examination.effects();
      for (const [index, wait] of waits.entries()) {
        if (examination.has('advance')) await examination.advance(wait);
        await deliver(`${fixture.event}, attempt ${index + 2}`);
      }
      await examination.expectEffects(fixture, 'every retry of the schedule, acknowledged or not', attempt, once, {
        expected: 'the effects of the first delivery alone',
        actual: 'other effects',
        timeline,
      });
    }
  },
};
