import type { Attempt } from '../../delivery/index.ts';
import type { Check } from '../check.ts';
import { isRefusal } from '../answer.ts';

export const dropsWhatItRefuses: Check = {
  id: 'drops-what-it-refuses',
  group: 'authenticity',
  level: 'MUST',
  title: 'Brings nothing about by a delivery that it refuses',
  source: 'https://docs.stripe.com/webhooks; AdCP receiver vectors; docs.adyen.com webhooks',
  needs: ['effects'],
  async run(examination) {
    const { header } = examination.provider.delivery.signature.value;
    const secret = await examination.session.otherSecret();
    for (const fixture of await examination.reactingForEachObject()) {
      const [right, wrong] = await Promise.all([
        examination.sign(examination.freshObject(fixture)),
        examination.sign(examination.freshObject(fixture), { secret }),
      ]);
      const { [header]: _, ...headers } = right.headers;
      const forged: { readonly [Name: string]: Attempt } = {
        unsigned: { ...right, headers },
        'signed with another key': wrong,
      };
      for (const [name, attempt] of Object.entries(forged)) {
        const before = await examination.effects();
        const answer = await examination.send(attempt);
        if (!isRefusal(answer)) continue;
        await examination.expectEffects(fixture, name, attempt, before, {
          expected: 'no effect of what is refused',
          actual: `${answer.text}, and an effect`,
        });
      }
    }
    examination.skip('the receiver reacts to no event that it can be seen by, or refuses nothing');
  },
};
