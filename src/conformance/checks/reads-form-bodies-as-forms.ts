import type { Attempt } from '../../delivery/index.ts';
import type { Check } from '../check.ts';
import { type Examination } from '../examination.ts';
import { isSuccess } from '../answer.ts';

/** Other spellings of the same form, of the name and the percent-encoded value of its field. */
const spellings: { readonly [Name: string]: (field: string, encoded: string) => string } = {
  'with "+" for a space': (field, encoded) => `${field}=${encoded.replaceAll('%20', '+')}`,
  'with escapes in lower case': (field, encoded) =>
    `${field}=${encoded.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())}`,
  'with another field after it': (field, encoded) => `${field}=${encoded}&not_yet_known=1`,
  'with another field before it': (field, encoded) => `not_yet_known=1&${field}=${encoded}`,
};

export const readsFormBodiesAsForms: Check = {
  id: 'reads-form-bodies-as-forms',
  group: 'authenticity',
  level: 'SHOULD',
  title: 'Reads a form-encoded body as a form, in any spelling that means the same',
  source: 'https://url.spec.whatwg.org/#application/x-www-form-urlencoded; delivery.encoding of the provider',
  inapplicable: ({ delivery }) =>
    delivery.encoding.value.kind === 'form' ? undefined : 'this version posts JSON, not a form',
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      if ((await examination.plainAnswer(fixture)) === undefined) continue;
      for (const [name, spell] of Object.entries(spellings)) {
        // JSON that has spaces, and passes as the provider spells a form.
        const usual = await examination.sign(JSON.stringify(examination.fresh(fixture), null, 1));
        const answer = await examination.send(usual);
        if (!isSuccess(answer)) continue;
        const json = JSON.stringify(examination.fresh(fixture), null, 1);
        await examination.expectAcknowledged(
          fixture,
          `a form ${name}`,
          await spelled(examination, json, spell),
          answer,
        );
      }
    }
  },
};

/** Signs a form in another spelling: over whatever of it is signed. */
async function spelled(
  { provider, session }: Examination,
  json: string,
  spell: (field: string, encoded: string) => string,
): Promise<Attempt> {
  const { encoding, signature } = provider.delivery;
  const { field } = { field: '', ...encoding.value };
  const text = spell(field, encodeURIComponent(json));
  const encoded = text
    .split('&')
    .find((pair) => pair.startsWith(`${field}=`))!
    .slice(field.length + 1); // just written
  const template = session.options.signedText ?? signature.value.signedText;
  const signedText = template.replace('{body}', () => text).replace('{encoded}', () => encoded);
  return { ...(await session.sign(json, { signedText })), body: new TextEncoder().encode(text) };
}
