import { eventSchema } from '../../define/index.ts';
import { variantOf, withValueAt, type FixtureFile } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import { type Examination } from '../examination.ts';
import { isSuccess } from '../answer.ts';
import { leavesOf } from '../leaves.ts';

/** Characters of two and three bytes, of four, and such that are composed or turn the line around. */
const texts = ['Zoë, 東京都港区', '😀👍🏽', 'e\u0301 \u202eabc\u202c'];

export const verifiesNonAsciiBodies: Check = {
  id: 'verifies-non-ascii-bodies',
  group: 'authenticity',
  level: 'MUST',
  title: 'Verifies a body with text in any script, as the UTF-8 bytes that came',
  source: 'https://docs.stripe.com/webhooks; Standard Webhooks 1.0.0; stripe-node #341',
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      if ((await examination.plainAnswer(fixture)) === undefined) continue;
      const path = textPath(examination, fixture);
      if (path === undefined) continue;
      for (const text of texts) {
        // Only the bytes are judged: what is written here in UTF-8 must first pass as ASCII.
        const escaped = inAscii(withValueAt(examination.fresh(fixture), path, text));
        const event = withValueAt(examination.fresh(fixture), path, text);
        examination.signAhead([event]);
        const answer = await examination.send(await examination.sign(escaped));
        if (!isSuccess(answer)) continue;
        const attempt = await examination.sign(event);
        await examination.expectAcknowledged(fixture, `"${path.join('.')}" is "${text}", in UTF-8`, attempt, answer);
      }
    }
  },
};

/** Where any text may stand: in the metadata, or else where the schema asks for no certain one. */
function textPath({ provider }: Examination, fixture: FixtureFile): readonly string[] | undefined {
  const { form } = variantOf(provider, fixture.event, fixture.variant);
  const schema = eventSchema(provider, fixture.event, form);
  const metadata = [...form.envelope.paths.object, 'metadata', 'note'];
  const named = leavesOf(fixture.value).filter(({ path }) => !/id$|_no$/i.test(path.at(-1)!));
  const paths = [metadata, ...named.filter(({ value }) => typeof value === 'string').map(({ path }) => path)];
  return paths.find((path) => schema.safeParse(withValueAt(fixture.value, path, texts.join(' '))).success);
}

function inAscii(event: object): string {
  return JSON.stringify(event).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
