import type { Check } from '../check.ts';
import { levelOfTolerance, signWithTime, withoutTime } from '../signed-time.ts';

/** What is sent in place of the time, and signed. `signed` is what a missing one is taken for. */
const malformed: { readonly [Name: string]: { readonly sent?: string; readonly signed?: string } } = {
  'missing, and signed as nothing': {},
  'missing, and signed as "undefined"': { signed: 'undefined' },
  'missing, and signed as "null"': { signed: 'null' },
  empty: { sent: '' },
  'a word': { sent: 'now' },
  'not a number': { sent: 'NaN' },
};

export const refusesMalformedTimestamps: Check = {
  id: 'refuses-malformed-timestamps',
  group: 'authenticity',
  level: levelOfTolerance,
  title: 'Refuses a delivery whose signed time is missing, empty or no number',
  source: 'https://docs.stripe.com/webhooks; AdCP receiver vectors; delivery.tolerance of the provider',
  inapplicable: withoutTime,
  async run(examination) {
    const { header } = examination.provider.delivery.timestamp.value!;
    for (const fixture of examination.oneForEachObject) {
      for (const [name, { sent, signed }] of Object.entries(malformed)) {
        const attempt = await signWithTime(examination, examination.fresh(fixture), sent, signed);
        await examination.expectRefused(fixture, `header "${header}" ${name}`, attempt);
      }
    }
  },
};
