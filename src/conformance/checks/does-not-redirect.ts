import type { Check } from '../check.ts';

export const doesNotRedirect: Check = {
  id: 'does-not-redirect',
  group: 'answers',
  level: 'SHOULD',
  title: 'Sends nobody on to another URL for a trailing slash: a redirect is no acknowledgement',
  source: 'https://docs.stripe.com/webhooks; docs.svix.com receiving; delivery.acknowledgement of the provider',
  async run(examination) {
    const found = await examination.firstPlain();
    if (found === undefined) return;
    const { fixture } = found;
    const attempt = await examination.sign(examination.fresh(fixture));
    const url = new URL(attempt.url);
    const hasSlash = url.pathname.endsWith('/');
    if (url.pathname === '/') return examination.skip('the URL has no path, so no slash can be missing');
    url.pathname = hasSlash ? url.pathname.slice(0, -1) : `${url.pathname}/`;
    const delivery = hasSlash ? 'without the trailing slash' : 'with a trailing slash';
    const expected = 'any status but a 3xx';
    await examination.expectAnswer(fixture, delivery, { ...attempt, url: url.href }, expected, ({ status }) => {
      return status === undefined || status < 300 || status >= 400;
    });
  },
};
