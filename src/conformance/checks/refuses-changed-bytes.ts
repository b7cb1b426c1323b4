import { encodeEvent } from '../../delivery/index.ts';
import type { Check } from '../check.ts';

/** Smallest changes to what was signed, by name. */
const changes: { readonly [Name: string]: (json: string) => string } = {
  'with one bit flipped': withBitFlipped,
  'with a byte appended': (json) => `${json}x`,
  'without its last byte': (json) => json.slice(0, -1),
};

export const refusesChangedBytes: Check = {
  id: 'refuses-changed-bytes',
  group: 'authenticity',
  level: 'MUST',
  title: 'Refuses a body of which one byte was changed, added or taken away after it was signed',
  source: 'https://docs.stripe.com/webhooks; AdCP receiver vectors',
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      const event = examination.fresh(fixture);
      // One for all: as none of them is believed, none is known when the next one comes.
      const right = await examination.sign(event);
      for (const [name, change] of Object.entries(changes)) {
        const { body } = encodeEvent(examination.provider.delivery, change(JSON.stringify(event)));
        await examination.expectRefused(fixture, `the body ${name} after signing`, { ...right, body });
      }
    }
  },
};

/** The text with the lowest bit flipped of the first letter or digit in its second half. */
function withBitFlipped(json: string): string {
  const middle = Math.floor(json.length / 2);
  const at = middle + json.slice(middle).search(/[0-9A-Za-z]/);
  return json.slice(0, at) + String.fromCharCode(json.charCodeAt(at) ^ 1) + json.slice(at + 1);
}
