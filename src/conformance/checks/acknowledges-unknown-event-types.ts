import { withValueAt } from '../../fixture/index.ts';
import type { Check } from '../check.ts';

export const acknowledgesUnknownEventTypes: Check = {
  id: 'acknowledges-unknown-event-types',
  group: 'answers',
  level: 'MUST',
  title: 'Acknowledges an event type that did not exist when it was written',
  source: 'https://docs.stripe.com/upgrades; GitHub webhook best practices',
  async run(examination) {
    const { paths } = examination.provider.envelope;
    for (const fixture of examination.oneForEachObject) {
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      const unknown = {
        'of an object that it knows': `${fixture.event.split('.')[0]}.not_yet_known`,
        'of an object that it does not know': 'not_yet_known.created',
      };
      for (const [name, type] of Object.entries(unknown)) {
        const attempt = await examination.sign(withValueAt(examination.fresh(fixture), paths.type, type));
        await examination.expectAcknowledged(fixture, `an unknown event ${name}`, attempt, plain);
      }
    }
  },
};
