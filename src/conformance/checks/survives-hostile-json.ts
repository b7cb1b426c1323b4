import { variantOf } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import { freshId } from '../fresh.ts';
import { withRawMembers } from '../hostile.ts';
import { signText } from '../text.ts';

/** What no sender of goodwill writes, by name: members that are put into an object. */
const hostile: { readonly [Name: string]: string } = {
  'an id and a status that come twice': '"id":"OTHER_ID","status":"twice"',
  'a key "__proto__" that is no object': '"__proto__":1',
  'a key "__proto__" that is null': '"__proto__":null',
  'keys that every object has': '"hasOwnProperty":1,"toString":null,"valueOf":{},"constructor":"c","prototype":[]',
  '1,000 lists inside each other': `"not_yet_known":${'['.repeat(1000)}${']'.repeat(1000)}`,
  '1,000 objects inside each other': `"not_yet_known":${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`,
  'a NUL': String.raw`"not_yet_known":"a\u0000b","\u0000":"c"`,
  'lone surrogates': String.raw`"not_yet_known":"\ud83d","\udc00":"x"`,
  'numbers that no float holds': '"not_yet_known":1e999,"not_yet_known_either":123456789012345678901234567890',
};

export const survivesHostileJson: Check = {
  id: 'survives-hostile-json',
  group: 'payloads',
  level: 'SHOULD',
  title: 'Does not crash on hostile JSON: doubled keys, "__proto__", deep nesting, NUL, lone surrogates',
  source: 'AdCP receiver vectors; CVE-2017-12635; it takes the secret to send it, or a field that others may fill',
  async run(examination) {
    const [fixture] = examination.oneForEachObject;
    const plain = await examination.plainAnswer(fixture!);
    if (plain === undefined) return;
    const { paths } = variantOf(examination.provider, fixture!.event, fixture!.variant).form.envelope;
    for (const [where, place] of [['around the object', []] as const, ['in the object', paths.object] as const]) {
      for (const [name, members] of Object.entries(hostile)) {
        const event = examination.freshObject(fixture!);
        const own = members.replace('OTHER_ID', freshId('evt_twice_0000000000', examination.seed));
        const attempt = signText(examination, event, withRawMembers(event, place, own));
        const isCalm = (status: number | undefined) => status !== undefined && status < 500;
        await examination.expectAnswer(fixture!, `${name}, ${where}`, attempt, 'any status below 500', ({ status }) =>
          isCalm(status),
        );
      }
      const next = examination.sign(examination.freshObject(fixture!));
      await examination.expectAcknowledged(fixture!, `a usual event after all that, ${where}`, next, plain);
    }
  },
};
