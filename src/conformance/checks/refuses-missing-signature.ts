import type { Check } from '../check.ts';

export const refusesMissingSignature: Check = {
  id: 'refuses-missing-signature',
  group: 'authenticity',
  level: 'MUST',
  title: 'Refuses a delivery without a signature, or with an empty one',
  source: 'https://docs.stripe.com/webhooks; the first Smartpay examples compared undefined with undefined',
  async run(examination) {
    const { header } = examination.provider.delivery.signature.value;
    for (const fixture of examination.oneForEachObject) {
      const attempt = await examination.sign(examination.fresh(fixture));
      const { [header]: _, ...headers } = attempt.headers;
      await examination.expectRefused(fixture, `header "${header}" missing`, { ...attempt, headers });
      const empty = { ...attempt, headers: { ...headers, [header]: '' } };
      await examination.expectRefused(fixture, `header "${header}" empty`, empty);
    }
  },
};
