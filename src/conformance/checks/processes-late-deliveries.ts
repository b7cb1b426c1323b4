import { formsOf, valueAt } from '../../define/index.ts';
import { atTime, overlay, withValueAt } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import { isSame } from '../effects.ts';
import { nothingReacts } from '../model.ts';

const day = 24 * 60 * 60 * 1000;

export const processesLateDeliveries: Check = {
  id: 'processes-late-deliveries',
  group: 'effects',
  level: 'MUST',
  title: 'Acts on an event that is days old, when it is signed now',
  source: 'https://shopify.dev/docs/apps/build/webhooks; retries may come hours later',
  needs: ['effects'],
  async run(examination) {
    const reacting = await examination.reacting();
    if (reacting.length === 0) return examination.skip(nothingReacts);
    for (const fixture of reacting) {
      const { shape, envelope } = formsOf(examination.provider, fixture.event)[0]!;
      const made = (ago: number): object => {
        const event = examination.freshObject(fixture);
        const time = examination.now() - ago;
        const object = overlay(valueAt(event, envelope.paths.object), {
          ...atTime(shape, shape.times.created, time),
          ...atTime(shape, shape.times.updated, time),
        });
        const dated = withValueAt(event, envelope.paths.object, object);
        return envelope.paths.createdAt === undefined ? dated : withValueAt(dated, envelope.paths.createdAt, time);
      };
      const before = await examination.effects();
      await examination.send(await examination.sign(made(0)));
      const recent = await examination.effects();
      // Nothing can be learnt from an event that has no effect when it is new.
      if (isSame(before, recent)) continue;
      const late = await examination.sign(made(5 * day));
      const answer = await examination.send(late);
      examination.judged(fixture);
      if (!examination.isAcknowledgement(answer) && !(answer.status !== undefined && answer.status < 300))
        examination.find(fixture, 'five days old, signed now', late, {
          expected: examination.acknowledgement,
          actual: answer.text,
          answer,
        });
      else if (isSame(recent, await examination.effects()))
        examination.find(fixture, 'five days old, signed now', late, {
          expected: 'the effects of a new event',
          actual: 'no effect',
          answer,
        });
    }
  },
};
