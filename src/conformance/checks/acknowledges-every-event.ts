import type { Check } from '../check.ts';
import { isSuccess } from '../examination.ts';

export const acknowledgesEveryEvent: Check = {
  id: 'acknowledges-every-event',
  group: 'answers',
  level: 'MUST',
  title: 'Acknowledges every event type in every variant',
  source: 'https://docs.stripe.com/webhooks; Standard Webhooks 1.0.0; delivery.acknowledgement of the provider',
  async run(examination) {
    for (const fixture of examination.fixtures) {
      const attempt = await examination.sign(examination.fresh(fixture));
      // Which of the 2xx it should be is another check's.
      const { acknowledgement } = examination;
      await examination.expectAnswer(fixture, 'signed as the provider signs', attempt, acknowledgement, isSuccess);
    }
  },
};
