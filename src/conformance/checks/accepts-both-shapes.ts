import { rowsOf } from '../../define/index.ts';
import { variantOf, type Variant } from '../../fixture/index.ts';
import type { Answer } from '../answer.ts';
import type { Check } from '../check.ts';

/** The variants that are forms of one event. */
const kinds: ReadonlySet<Variant['kind']> = new Set(['typical', 'form', 'spelling']);

export const acceptsBothShapes: Check = {
  id: 'accepts-both-shapes',
  group: 'payloads',
  level: 'MUST',
  title: 'Accepts an event in each shape and spelling that the documentation prints it in',
  source: 'the rows of the provider that have a second shape, envelope or spelling',
  inapplicable: (provider) =>
    rowsOf(provider).some(([, row]) => row.object.shapes.length + row.envelopes.length + row.spellings.length > 1)
      ? undefined
      : 'every event of this version is printed in one shape',
  async run(examination) {
    for (const [type] of rowsOf(examination.provider)) {
      const forms = examination.fixtures
        .filter(({ event }) => event === type)
        .filter(({ variant }) => kinds.has(variantOf(examination.provider, type, variant).kind));
      if (forms.length < 2) continue;
      // A receiver that accepts none of the forms does not handle the event at all, which is another check's finding.
      let accepted: Answer | undefined;
      for (const fixture of forms) accepted = (await examination.plainAnswer(fixture)) ?? accepted;
      if (accepted === undefined) continue;
      for (const fixture of forms) {
        const attempt = examination.sign(examination.fresh(fixture));
        await examination.expectAcknowledged(fixture, 'one of several forms of the event', attempt, accepted);
      }
    }
  },
};
