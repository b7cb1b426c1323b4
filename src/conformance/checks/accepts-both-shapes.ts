import { rowsOf } from '../../define/index.ts';
import { variantOf } from '../../fixture/index.ts';
import type { Check } from '../check.ts';

export const acceptsBothShapes: Check = {
  id: 'accepts-both-shapes',
  level: 'MUST',
  title: 'Accepts an event in each shape and spelling that the documentation prints it in',
  source: 'the rows of the provider that have a second shape, envelope or spelling',
  inapplicable: (provider) =>
    rowsOf(provider).some(([, row]) => row.object.shapes.length + row.envelopes.length + row.spellings.length > 1)
      ? undefined
      : 'every event of this version is printed in one shape',
  async run(examination) {
    for (const fixture of examination.fixtures) {
      const { kind, name } = variantOf(examination.provider, fixture.event, fixture.variant);
      if (kind !== 'form' && kind !== 'spelling') continue;
      const usual = examination.typical.find(({ event }) => event === fixture.event)!;
      const plain = await examination.plainAnswer(usual);
      if (plain === undefined) continue;
      const attempt = await examination.sign(examination.fresh(fixture));
      await examination.expectAcknowledged(fixture, `the ${name} form of ${fixture.event}`, attempt, plain);
    }
  },
};
