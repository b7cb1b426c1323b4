import type { Check } from '../check.ts';
import { isSuccess } from '../answer.ts';

export const acknowledgesEveryEvent: Check = {
  id: 'acknowledges-every-event',
  group: 'answers',
  level: 'MUST',
  title: 'Acknowledges every event type in every variant',
  source: 'https://docs.stripe.com/webhooks; Standard Webhooks 1.0.0; delivery.acknowledgement of the provider',
  async run(examination) {
    const expected = examination.acknowledgement;
    examination.session.signPlainAhead();
    for (const fixture of examination.fixtures) {
      const { attempt, answer } = await examination.plain(fixture);
      examination.judged(fixture);
      // Which of the 2xx it should be is another check's.
      if (isSuccess(answer)) continue;
      examination.find(fixture, 'signed as the provider signs', attempt, { expected, actual: answer.text, answer });
    }
  },
};
