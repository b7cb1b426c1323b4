import { encodeEvent } from '../../delivery/index.ts';
import type { Check } from '../check.ts';

/** Other spellings of the same JSON. */
const spellings: { readonly [Name: string]: (event: object) => string } = {
  'indented by two': (event) => JSON.stringify(event, null, 2),
  'indented by a tab': (event) => JSON.stringify(event, null, '\t'),
  'with a trailing newline': (event) => `${JSON.stringify(event)}\n`,
  'with its keys in reverse order': (event) => JSON.stringify(reversed(event)),
  'with non-ASCII escaped': (event) =>
    JSON.stringify(event).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
};

export const verifiesRawBytes: Check = {
  id: 'verifies-raw-bytes',
  group: 'authenticity',
  level: 'MUST',
  title: 'Verifies the bytes as they came: the same JSON spelled otherwise passes with its own signature only',
  source: 'https://docs.stripe.com/webhooks; Standard Webhooks 1.0.0; stripe-node #341',
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      const plain = await examination.plainAnswer(fixture);
      for (const [name, spell] of Object.entries(spellings)) {
        const event = examination.fresh(fixture);
        const text = spell(event);
        if (text === JSON.stringify(event)) continue;
        const { body } = encodeEvent(examination.provider.delivery, text);
        const signedBefore = examination.sign(event).then((signed) => ({ ...signed, body }));
        await examination.expectRefused(fixture, `written again ${name} after signing`, signedBefore);
        if (plain === undefined) continue;
        await examination.expectAcknowledged(fixture, `written ${name}, then signed`, examination.sign(text), plain);
      }
    }
  },
};

function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, field]) => [key, reversed(field)]),
  );
}
