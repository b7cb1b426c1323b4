import { eventSchema } from '../../define/index.ts';
import { variantOf } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import { objectPlaces, withFieldAt, type Place } from '../places.ts';

const field = 'not_yet_known';

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
      const places = objectPlaces(eventSchema(examination.provider, fixture.event, form), fixture.value);
      const sendWith = async (some: readonly Place[]) => {
        const event = some.reduce(
          (before, place) => withFieldAt(before, place, field, { since: 'later' }),
          examination.fresh(fixture),
        );
        const attempt = await examination.sign(event);
        const answer = await examination.send(attempt);
        examination.judged(fixture);
        const isTaken = answer.status === plain.status || examination.isAcknowledgement(answer);
        return { some, attempt, answer, isTaken };
      };
      // In all objects at once; a receiver that minds is asked which of them it minds.
      const all = await sendWith(places);
      if (all.isTaken) continue;
      const each = [];
      for (const place of places) each.push(await sendWith([place]));
      const minded = each.filter(({ isTaken }) => !isTaken);
      for (const { some, attempt, answer } of minded.length > 0 ? minded : [all]) {
        const names = some.map((place) => `"${[...place, field].join('.')}"`).join(', ');
        examination.find(fixture, `unknown field ${names}`, attempt, {
          expected: examination.acknowledgement,
          actual: answer.text,
          answer,
        });
      }
    }
  },
};
