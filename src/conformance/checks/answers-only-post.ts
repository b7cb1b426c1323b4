import type { Check } from '../check.ts';

export const answersOnlyPost: Check = {
  id: 'answers-only-post',
  group: 'answers',
  level: 'SHOULD',
  title: 'Refuses every method but POST',
  source: 'https://docs.stripe.com/webhooks; delivery.method of the provider',
  async run(examination) {
    const [fixture] = examination.typical;
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      const attempt = await examination.sign(examination.fresh(fixture!));
      await examination.expectRefused(fixture!, `method ${method}`, { ...attempt, method });
    }
  },
};
