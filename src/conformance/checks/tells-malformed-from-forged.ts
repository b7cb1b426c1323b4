import type { Check } from '../check.ts';
import { isBreakdown } from '../answer.ts';

/** Bodies that are no event, and rightly signed. */
const bodies: { readonly [Name: string]: string } = {
  'JSON that breaks off': '{"id":"evt_',
  'no JSON': 'not JSON',
  'a JSON list': '[]',
  'a JSON string': '"event"',
  'the JSON null': 'null',
  'an empty body': '',
};

export const tellsMalformedFromForged: Check = {
  id: 'tells-malformed-from-forged',
  group: 'answers',
  level: 'SHOULD',
  title: 'Does not report a signed body that it cannot read as a forgery, nor break on it',
  source: 'AdCP receiver vectors; RFC 9110 section 15.5',
  async run(examination) {
    const found = await examination.firstPlain();
    if (found === undefined) return;
    const { fixture } = found;
    for (const [name, body] of Object.entries(bodies)) {
      const delivery = `${name}, rightly signed`;
      const attempt = await examination.sign(body);
      const before = examination.has('effects') ? await examination.effects() : undefined;
      const expected = 'any status but 401, 403 and 5xx';
      await examination.expectAnswer(fixture, delivery, attempt, expected, (answer) => {
        return !isBreakdown(answer) && answer.status !== 401 && answer.status !== 403;
      });
      if (!examination.has('effects')) continue;
      await examination.expectEffects(fixture, delivery, attempt, before, {
        expected: 'no effect of what is no event',
        actual: 'an effect',
      });
    }
  },
};
