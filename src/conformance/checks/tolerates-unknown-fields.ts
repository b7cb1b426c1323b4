import { eventSchema } from '../../define/index.ts';
import type { Attempt } from '../../delivery/index.ts';
import { variantOf, type FixtureFile } from '../../fixture/index.ts';
import { ahead } from '../ahead.ts';
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
    // Each event type as it usually comes and as it is printed; one of each object in its fullest and other forms too.
    const chosen = examination.fixtures.filter(({ event, variant }) => {
      const { kind } = variantOf(examination.provider, event, variant);
      const isFull = kind === 'maximal' || kind === 'form';
      return kind === 'typical' || kind === 'documented' || (isFull && deep.has(event));
    });
    const signWith = (fixture: FixtureFile, some: readonly Place[]) =>
      examination.sign(
        some.reduce(
          (before, place) => withFieldAt(before, place, field, { since: 'later' }),
          examination.fresh(fixture),
        ),
      );
    // In all objects at once; a receiver that minds is asked which of them it minds.
    const whole = ahead(examination, chosen, async (fixture) => {
      const { form } = variantOf(examination.provider, fixture.event, fixture.variant);
      const places = objectPlaces(eventSchema(examination.provider, fixture.event, form), fixture.value);
      return { fixture, places, signed: await signWith(fixture, places) };
    });
    for await (const { fixture, places, signed } of whole) {
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      const sendWith = async (some: readonly Place[], attempt: Attempt) => {
        const answer = await examination.send(attempt);
        examination.judged(fixture);
        const isTaken = answer.status === plain.status || examination.isAcknowledgement(answer);
        return { some, attempt, answer, isTaken };
      };
      const all = await sendWith(places, signed);
      if (all.isTaken) continue;
      const each = [];
      for (const place of places) each.push(await sendWith([place], await signWith(fixture, [place])));
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
