import { withValueAt } from '../../fixture/index.ts';
import type { Check } from '../check.ts';

export const acknowledgesUnknownEventTypes: Check = {
  id: 'acknowledges-unknown-event-types',
  group: 'answers',
  level: 'MUST',
  title: 'Acknowledges an event type that did not exist when it was written, and takes it for no other',
  source: 'https://docs.stripe.com/upgrades; GitHub webhook best practices',
  async run(examination) {
    const { paths } = examination.provider.envelope;
    for (const fixture of examination.oneForEachObject) {
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      const known = `${fixture.event.split('.')[0]}.not_yet_known`;
      const attempt = examination.sign(withValueAt(examination.fresh(fixture), paths.type, known));
      await examination.expectAcknowledged(fixture, 'an unknown event of an object that it knows', attempt, plain);

      const name = 'an unknown event of an object that it does not know';
      const event = withValueAt(examination.freshObject(fixture), paths.type, 'not_yet_known.created');
      const strange = await examination.sign(event);
      const before = examination.has('effects') ? await examination.effects() : undefined;
      await examination.expectAcknowledged(fixture, name, strange, plain);
      if (!examination.has('effects')) continue;
      await examination.expectEffects(fixture, name, strange, before, {
        expected: 'no effect of an event that nobody knows',
        actual: 'an effect',
      });
    }
  },
};
