import type { Check } from '../check.ts';

export const refusesWrongKey: Check = {
  id: 'refuses-wrong-key',
  group: 'authenticity',
  level: 'MUST',
  title: 'Refuses a signature made with another key',
  source: 'https://docs.stripe.com/webhooks',
  async run(examination) {
    const secret = await examination.session.otherSecret();
    for (const fixture of examination.oneForEachObject) {
      const attempt = await examination.sign(examination.fresh(fixture), { secret });
      await examination.expectRefused(fixture, 'signed with another key', attempt);
    }
  },
};
