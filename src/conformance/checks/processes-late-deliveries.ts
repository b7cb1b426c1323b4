import type { Check } from '../check.ts';
import { isSame } from '../effects.ts';
import { nothingReacts } from '../model.ts';

const day = 24 * 60 * 60 * 1000;

export const processesLateDeliveries: Check = {
  id: 'processes-late-deliveries',
  group: 'effects',
  level: 'MUST',
  title: 'Acts on an event that is days old, when it is signed now',
  source: 'https://shopify.dev/docs/apps/build/webhooks: retries may come hours later',
  needs: ['effects'],
  async run(examination) {
    const reacting = await examination.reacting();
    if (reacting.length === 0) return examination.skip(nothingReacts);
    for (const [fixture, event] of examination.freshObjects(reacting, 5 * day)) {
      const before = await examination.effects();
      const attempt = await examination.sign(event);
      const answer = await examination.send(attempt);
      examination.judged(fixture);
      if (!isSame(before, await examination.effects())) continue;
      examination.find(fixture, 'five days old, signed now', attempt, {
        expected: 'the effects that it has when it is new',
        actual: `no effect, ${answer.text}`,
        answer,
      });
    }
  },
};
