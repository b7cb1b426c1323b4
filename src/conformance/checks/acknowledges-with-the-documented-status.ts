import type { Check } from '../check.ts';
import { isSuccess } from '../answer.ts';

export const acknowledgesWithTheDocumentedStatus: Check = {
  id: 'acknowledges-with-the-documented-status',
  group: 'answers',
  level: ({ delivery }) => (delivery.acknowledgement.confidence === 'documented' ? 'MUST' : 'SHOULD'),
  title: 'Acknowledges with exactly the status that the provider takes for an acknowledgement',
  source: 'delivery.acknowledgement of the provider',
  async run(examination) {
    const expected = examination.acknowledgement;
    for (const fixture of examination.fixtures) {
      const { attempt, answer } = await examination.plain(fixture);
      if (!isSuccess(answer)) continue;
      examination.judged(fixture);
      if (examination.isAcknowledgement(answer)) continue;
      examination.find(fixture, 'signed as the provider signs', attempt, { expected, actual: answer.text, answer });
    }
  },
};
