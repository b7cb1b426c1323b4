import type { Attempt } from '../../delivery/index.ts';
import type { Check } from '../check.ts';
import { isBreakdown } from '../answer.ts';

/** What is too long for any header, and short enough for any server. */
const oversized = 'x'.repeat(8 * 1024);

export const survivesOddHeaders: Check = {
  id: 'survives-odd-headers',
  group: 'authenticity',
  level: 'MUST',
  title: 'Does not break on doubled or oversized headers, and takes the next delivery',
  source: 'Standard Webhooks 1.0.0; RFC 9110 section 5.2',
  async run(examination) {
    const found = await examination.firstPlain();
    if (found === undefined) return;
    const { fixture, plain } = found;
    const plainHeaders = Object.keys(examination.provider.delivery.headers);
    const signedWith = async (change: (headers: Attempt['headers']) => Attempt['headers']) => {
      const attempt = await examination.sign(examination.fresh(fixture));
      return { ...attempt, headers: { ...attempt.headers, ...change(attempt.headers) } };
    };
    for (const header of plainHeaders) {
      // Two lines of one name are one value with a comma to whoever reads it.
      const doubled = signedWith(({ [header]: value }) => ({ [header]: `${value}, ${value}` }));
      await examination.expectAnswer(fixture, `header "${header}" doubled`, doubled, 'a status below 500', (answer) => {
        return !isBreakdown(answer);
      });
    }
    for (const header of ['X-Padding', ...plainHeaders]) {
      const long = signedWith(() => ({ [header]: oversized }));
      // A server may well hang up on it.
      const expected = 'a status below 500, or a closed connection';
      await examination.expectAnswer(fixture, `header "${header}" of 8 KiB`, long, expected, (answer) => {
        return !isBreakdown(answer) || (answer.status === undefined && answer.isLate !== true);
      });
    }
    const next = examination.sign(examination.fresh(fixture));
    await examination.expectAcknowledged(fixture, 'a plain delivery after odd headers', next, plain);
  },
};
