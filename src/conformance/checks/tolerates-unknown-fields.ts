import { eventSchema } from '../../define/index.ts';
import { variantOf } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import { objectPlaces, withFieldAt } from '../places.ts';

export const toleratesUnknownFields: Check = {
  id: 'tolerates-unknown-fields',
  group: 'payloads',
  level: 'MUST',
  title: 'Tolerates a field that it does not know, in any object of the payload',
  source: 'https://docs.stripe.com/upgrades; threadplane #989',
  async run(examination) {
    const deep = new Set(examination.oneForEachObject.map(({ event }) => event));
    for (const fixture of examination.fixtures) {
      const { kind, form } = variantOf(examination.provider, fixture.event, fixture.variant);
      // Each event type as it usually comes and as it is printed; one of each object in its fullest and other forms too.
      const isFull = kind === 'maximal' || kind === 'form';
      if (kind !== 'typical' && kind !== 'documented' && !(isFull && deep.has(fixture.event))) continue;
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      for (const place of objectPlaces(eventSchema(examination.provider, fixture.event, form), fixture.value)) {
        const event = withFieldAt(examination.fresh(fixture), place, 'not_yet_known', { since: 'later' });
        const where = [...place, 'not_yet_known'].join('.');
        await examination.expectAcknowledged(fixture, `unknown field "${where}"`, await examination.sign(event), plain);
      }
    }
  },
};
