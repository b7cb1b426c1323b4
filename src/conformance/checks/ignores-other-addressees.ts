import type { Check } from '../check.ts';
import { isSame, differences } from '../effects.ts';
import { freshId } from '../fresh.ts';
import { leavesOf } from '../leaves.ts';
import { usualGain } from '../gains.ts';
import { withValueAt } from '../../fixture/index.ts';

export const ignoresOtherAddressees: Check = {
  id: 'ignores-other-addressees',
  group: 'payloads',
  level: 'SHOULD',
  title: 'Does nothing for an event that is addressed to another merchant, endpoint or application',
  source: 'the headers of the provider; the EC-CUBE plugin of Smartpay compares the id of the endpoint',
  needs: ['effects', 'parameters'],
  inapplicable: ({ delivery }) =>
    Object.keys(delivery.parameters).length === 0 ? 'no header of this version names the addressee' : undefined,
  async run(examination) {
    const { parameters = {} } = examination.session.options;
    const addressee = { ...examination.provider.delivery.parameters, ...parameters };
    for (const fixture of examination.oneForEachObject) {
      if ((await examination.plainAnswer(fixture)) === undefined) continue;
      if ((await usualGain(examination, fixture)) === undefined) continue;
      for (const [name, value] of Object.entries(addressee)) {
        const other = freshId(value, `${examination.seed} ${name}`);
        // Where the payload repeats what the header says, it names the other one too.
        const plain = examination.freshObject(fixture);
        const event = leavesOf(plain)
          .filter((leaf) => leaf.value === value)
          .reduce((changed, { path }) => withValueAt(changed, path, other), plain);
        const attempt = await examination.sign(event, { parameters: { ...parameters, [name]: other } });
        const before = await examination.effects();
        const answer = await examination.send(attempt);
        const after = await examination.effects();
        examination.judged(fixture);
        if (isSame(before, after)) continue;
        examination.find(fixture, `addressed to another ${name}`, attempt, {
          expected: 'no effect',
          actual: 'effects',
          answer,
          effects: differences(before, after),
        });
      }
    }
    examination.skip('no event brings about the same each time that it comes for a new object');
  },
};
