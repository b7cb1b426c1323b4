import type { Check } from '../check.ts';

/** What is sent in place of the signature, by name. */
const garbage: { readonly [Name: string]: (signature: string) => string } = {
  'no signature at all': () => 'garbage',
  'with a prefix': (signature) => `sha256=${signature}`,
  'sent twice': (signature) => `${signature}, ${signature}`,
  'all zeros': (signature) => '0'.repeat(signature.length),
};

export const refusesGarbageSignature: Check = {
  id: 'refuses-garbage-signature',
  group: 'authenticity',
  level: 'MUST',
  title: 'Refuses a prefixed, doubled or made-up signature, and does not crash on it',
  source: 'AdCP receiver vectors; Standard Webhooks 1.0.0',
  async run(examination) {
    const { header } = examination.provider.delivery.signature.value;
    for (const fixture of examination.oneForEachObject) {
      // One for all: as none of them is believed, none is known when the next one comes.
      const right = await examination.sign(examination.fresh(fixture));
      for (const [name, spoil] of Object.entries(garbage)) {
        const headers = { ...right.headers, [header]: spoil(right.headers[header]!) };
        await examination.expectRefused(fixture, `signature ${name}`, { ...right, headers });
      }
    }
  },
};
