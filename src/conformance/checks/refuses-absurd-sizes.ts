import { withValueAt } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import { isRefusal } from '../answer.ts';

/** More than any event is, in bytes. */
const absurd = 8 * 1024 * 1024;

export const refusesAbsurdSizes: Check = {
  id: 'refuses-absurd-sizes',
  group: 'answers',
  level: 'SHOULD',
  title: 'Refuses a body of eight megabytes, and takes the next delivery',
  source: 'Standard Webhooks 1.0.0 (payload size); OWASP API4:2023',
  async run(examination) {
    const found = await examination.firstPlain();
    if (found === undefined) return;
    const { fixture, plain } = found;
    const event = withValueAt(examination.fresh(fixture), ['not_yet_known'], 'x'.repeat(absurd));
    const attempt = examination.sign(event);
    const expected = 'a 4xx status, or a closed connection';
    await examination.expectAnswer(fixture, 'a body of 8 MiB, rightly signed', attempt, expected, (answer) => {
      return isRefusal(answer) || (answer.status === undefined && answer.isLate !== true);
    });
    const next = examination.sign(examination.fresh(fixture));
    await examination.expectAcknowledged(fixture, 'a plain delivery after a body of 8 MiB', next, plain);
  },
};
