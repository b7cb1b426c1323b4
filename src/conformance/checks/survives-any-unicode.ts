import { eventSchema } from '../../define/index.ts';
import { variantOf } from '../../fixture/index.ts';
import * as z from 'zod';
import type { Check } from '../check.ts';
import { textPlaces, withFieldAt } from '../places.ts';

/** Texts that people write, by name. */
const texts: { readonly [Name: string]: string } = {
  'Japanese text': 'ご注文ありがとうございます 髙島屋 ｶﾅ',
  'emoji of several code points': '👩‍👩‍👧‍👦 🇯🇵 👍🏽 ☕️',
  'combining marks': 'Zoe\u0308 e\u0301\u0323 กำ ञ्ज',
  'text from right to left': 'שלום \u202Eabc\u202C مرحبا',
  'line separators': 'one\u2028two\u2029three\n\tfour',
};

/** The fields in which people write. A word that a machine reads, such as a status, is not among them. */
const written = /name|description|note|message|city|line\d|locality|metadata|label|title/i;

export const survivesAnyUnicode: Check = {
  id: 'survives-any-unicode',
  group: 'payloads',
  level: 'MUST',
  title: 'Acknowledges text in any script: Japanese, emoji, combining marks, right to left',
  source: 'RFC 8259 (JSON is UTF-8); the samples of the provider hold Japanese and Chinese text',
  async run(examination) {
    for (const { event: type } of examination.oneForEachObject) {
      const fixture = examination.fixtures.find(({ event, variant }) => event === type && variant === 'maximal');
      if (fixture === undefined) continue;
      const { form } = variantOf(examination.provider, type, fixture.variant);
      const places = textPlaces(eventSchema(examination.provider, type, form), fixture.value).filter(({ place }) =>
        place.some((key) => written.test(String(key))),
      );
      if (places.length === 0) continue;
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      for (const [name, text] of Object.entries(texts)) {
        const event = places
          .filter(({ schema }) => z.safeParse(schema, text).success)
          .reduce(
            (changed, { place }) => withFieldAt(changed, place.slice(0, -1), String(place.at(-1)), text),
            examination.fresh(fixture),
          );
        await examination.expectAcknowledged(fixture, name, examination.sign(event), plain);
      }
    }
    examination.skip('no examined event has a field in which people write');
  },
};
