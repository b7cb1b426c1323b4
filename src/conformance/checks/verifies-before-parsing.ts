import type { Attempt } from '../../delivery/index.ts';
import type { Check } from '../check.ts';
import { isRefusal } from '../answer.ts';

/** What is no event, by name. */
const bodies: { readonly [Name: string]: string } = {
  'malformed JSON': '{"id":',
  'an empty object': '{}',
  'the JSON null': 'null',
};

export const verifiesBeforeParsing: Check = {
  id: 'verifies-before-parsing',
  group: 'authenticity',
  level: 'SHOULD',
  title: 'Verifies before it parses: what is not believed gets one answer, whatever it holds',
  source: 'docs.adyen.com webhooks; https://docs.stripe.com/webhooks',
  async run(examination) {
    const secret = await examination.session.otherSecret();
    const { header } = examination.provider.delivery.signature.value;
    const unsigned = ({ headers: { [header]: _, ...headers }, ...attempt }: Attempt) => ({ ...attempt, headers });
    const forgeries = {
      'without a signature': async (event: object | string) => unsigned(await examination.sign(event)),
      'signed with another key': (event: object | string) => examination.sign(event, { secret }),
    };
    const found = await examination.firstPlain();
    if (found === undefined) return;
    const { fixture } = found;
    for (const [forgery, sign] of Object.entries(forgeries)) {
      const good = await examination.send(await sign(examination.fresh(fixture)));
      if (!isRefusal(good)) continue;
      const expected = `${good.text}, as for an event that is no more to be believed`;
      for (const [name, body] of Object.entries(bodies)) {
        await examination.expectAnswer(fixture, `${name}, ${forgery}`, sign(body), expected, ({ status }) => {
          return status === good.status;
        });
      }
    }
  },
};
