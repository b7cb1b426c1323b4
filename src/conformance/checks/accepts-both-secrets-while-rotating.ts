import type { Check } from '../check.ts';

export const acceptsBothSecretsWhileRotating: Check = {
  id: 'accepts-both-secrets-while-rotating',
  group: 'authenticity',
  level: 'MUST',
  title: 'Believes either of two secrets while one is being replaced by the other',
  source: 'https://docs.stripe.com/webhooks (roll endpoint secrets); Standard Webhooks 1.0.0; docs.adyen.com webhooks',
  needs: ['secondSecret'],
  async run(examination) {
    const { secret, secondSecret } = examination.session.options;
    for (const fixture of examination.oneForEachObject) {
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      const secrets = { second: secondSecret!, first: secret };
      for (const [name, each] of Object.entries(secrets)) {
        const attempt = await examination.sign(examination.fresh(fixture), { secret: each });
        await examination.expectAcknowledged(fixture, `signed with the ${name} of two secrets`, attempt, plain);
      }
    }
  },
};
