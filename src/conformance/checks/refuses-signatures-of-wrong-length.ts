import type { Check } from '../check.ts';

/** The right signature, at another length. */
const lengths: { readonly [Name: string]: (signature: string) => string } = {
  'of one character': (signature) => signature.slice(0, 1),
  truncated: (signature) => signature.slice(0, signature.length / 2),
  'one character short': (signature) => signature.slice(0, -1),
  'too long': (signature) => signature + signature.slice(0, 2),
};

export const refusesSignaturesOfWrongLength: Check = {
  id: 'refuses-signatures-of-wrong-length',
  group: 'authenticity',
  level: 'MUST',
  title: 'Refuses a signature that is too short or too long, and does not crash on it',
  source: 'Standard Webhooks 1.0.0; https://nodejs.org/api/crypto.html (timingSafeEqual throws)',
  async run(examination) {
    const { header } = examination.provider.delivery.signature.value;
    for (const fixture of examination.oneForEachObject) {
      // One for all: as none of them is believed, none is known when the next one comes.
      const right = await examination.sign(examination.fresh(fixture));
      for (const [name, cut] of Object.entries(lengths)) {
        const headers = { ...right.headers, [header]: cut(right.headers[header]!) };
        await examination.expectRefused(fixture, `signature ${name}`, { ...right, headers });
      }
    }
  },
};
