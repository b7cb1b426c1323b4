import type { Check } from '../check.ts';

/** What a browser says of a form that was posted from another site. */
const crossSite: { readonly [Name: string]: { readonly [Header: string]: string } } = {
  'a foreign origin': { Origin: 'https://provider.example' },
  'a foreign referrer': { Referer: 'https://provider.example/webhooks' },
  '"Sec-Fetch-Site: cross-site"': { 'Sec-Fetch-Site': 'cross-site' },
};

export const isNotGuardedAsABrowserForm: Check = {
  id: 'is-not-guarded-as-a-browser-form',
  group: 'answers',
  level: 'SHOULD',
  title: 'Asks for no cookie, token or origin of its own: the signature is what is believed',
  source: 'https://docs.stripe.com/webhooks (exempt the route from CSRF protection); docs.svix.com receiving',
  async run(examination) {
    const found = await examination.firstPlain();
    if (found === undefined) return;
    for (const [name, headers] of Object.entries(crossSite)) {
      const attempt = await examination.sign(examination.fresh(found.fixture));
      const guarded = { ...attempt, headers: { ...attempt.headers, ...headers } };
      await examination.expectAcknowledged(found.fixture, `with ${name}`, guarded, found.plain);
    }
  },
};
