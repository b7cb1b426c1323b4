import type { Check } from '../check.ts';
import { signaturesOfOtherSchemes } from '../other-schemes.ts';
import { signedBytes } from '../signed-text.ts';

export const refusesUnknownSchemes: Check = {
  id: 'refuses-unknown-schemes',
  group: 'authenticity',
  level: 'MUST',
  title: 'Refuses a signature by another algorithm than the provider signs with, whatever its key',
  source: 'https://docs.stripe.com/webhooks (downgrade attacks); RFC 8725 section 3.1',
  async run(examination) {
    const { provider, session } = examination;
    const scheme = provider.delivery.signature.value;
    const found = await examination.firstPlain();
    if (found === undefined) return;
    const { fixture } = found;
    const attempt = await examination.sign(examination.fresh(fixture));
    const text = signedBytes(provider, attempt, session.options.signedText);
    const signatures = await signaturesOfOtherSchemes(scheme, session.options.secret, text);
    for (const [name, signature] of Object.entries(signatures)) {
      const headers = { ...attempt.headers, [scheme.header]: signature };
      await examination.expectRefused(fixture, `signed by ${name}`, { ...attempt, headers });
    }
  },
};
