import type { Check } from '../check.ts';

export const acknowledgesWithTheDocumentedStatus: Check = {
  id: 'acknowledges-with-the-documented-status',
  group: 'answers',
  level: ({ delivery }) => (delivery.acknowledgement.confidence === 'documented' ? 'MUST' : 'SHOULD'),
  title: 'Acknowledges with exactly the status that the provider takes for an acknowledgement',
  source: 'delivery.acknowledgement of the provider',
  async run(examination) {
    for (const fixture of examination.fixtures) {
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      if (examination.isAcknowledgement(plain)) examination.judged(fixture);
      else {
        const attempt = await examination.sign(examination.fresh(fixture));
        await examination.expectAcknowledged(fixture, 'signed as the provider signs', attempt);
      }
    }
  },
};
