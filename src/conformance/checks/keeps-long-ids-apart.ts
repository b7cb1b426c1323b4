import { valueAt } from '../../define/index.ts';
import { variantOf, withValueAt } from '../../fixture/index.ts';
import { ahead } from '../ahead.ts';
import type { Check } from '../check.ts';
import { gainOf, usualGain } from '../gains.ts';
import { lengthened } from './tolerates-longer-ids.ts';

export const keepsLongIdsApart: Check = {
  id: 'keeps-long-ids-apart',
  group: 'payloads',
  level: 'SHOULD',
  title: 'Keeps apart two events, and two objects, whose ids of 255 characters differ in the last one only',
  source: 'https://docs.stripe.com/upgrades (ids of up to 255 characters); databases that cut off what is too long',
  needs: ['effects'],
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      if ((await examination.plainAnswer(fixture)) === undefined) continue;
      if ((await usualGain(examination, fixture)) === undefined) continue;
      const { paths } = variantOf(examination.provider, fixture.event, fixture.variant).form.envelope;
      for (const [of, path] of [['event', paths.id] as const, ['object', [...paths.object, 'id']] as const]) {
        const id = valueAt(examination.freshObject(fixture), path);
        if (typeof id !== 'string') continue;
        const long = ahead(examination, ['a', 'b'], async (last) => {
          const event = withValueAt(examination.freshObject(fixture), path, lengthened(id, 254) + last);
          return { last, attempt: await examination.sign(event) };
        });
        for await (const { last, attempt } of long) {
          const { answer, values } = await gainOf(examination, attempt);
          // One that is refused is another check's to find.
          if (!examination.isAcknowledgement(answer)) break;
          examination.judged(fixture);
          if (values.length > 0) continue;
          examination.find(fixture, `an ${of}'s id of 255 characters`, attempt, {
            expected: 'effects',
            actual: last === 'a' ? 'no effect' : 'no effect, after an id that differs in its last character',
            answer,
          });
        }
      }
    }
    examination.skip('no event brings about the same each time that it comes for a new object');
  },
};
