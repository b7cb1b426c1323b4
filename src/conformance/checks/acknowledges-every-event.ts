import type { Check } from '../check.ts';

export const acknowledgesEveryEvent: Check = {
  id: 'acknowledges-every-event',
  group: 'answers',
  level: 'MUST',
  title: 'Acknowledges every event type in every variant, with exactly the status the provider takes',
  source: 'delivery.acknowledgement of the provider; https://docs.stripe.com/webhooks; Standard Webhooks 1.0.0',
  async run(examination) {
    for (const fixture of examination.fixtures) {
      const attempt = await examination.sign(examination.fresh(fixture));
      await examination.expectAcknowledged(fixture, 'signed as the provider signs', attempt);
    }
  },
};
