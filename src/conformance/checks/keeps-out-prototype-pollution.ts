import { eventSchema } from '../../define/index.ts';
import { variantOf } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import { gainOf, gainText, namesOf, usualGain } from '../gains.ts';
import { prototypeKeys, takePollution, withRawMembers } from '../hostile.ts';
import { omissionsIn, valueIn, type Place } from '../places.ts';
import { signText } from '../text.ts';

/** Names that the platform itself looks up in options: to spoil them in this very process would spoil the run. */
const lookedUp = /^(status|method|headers|body|mode|cache|signal|code|message|cause|get|set|value|then|type|name|id)$/;

export const keepsOutPrototypePollution: Check = {
  id: 'keeps-out-prototype-pollution',
  group: 'payloads',
  level: 'MUST',
  title: 'Lets no key "__proto__" or "constructor" of a payload change what it makes of later events',
  source: 'CVE-2019-10744; CVE-2018-3721; keys of metadata may come from a merchant’s own customers',
  async run(examination) {
    const { provider } = examination;
    const [typical] = examination.oneForEachObject;
    const find = (variant: string) =>
      examination.fixtures.find((each) => each.event === typical!.event && each.variant === variant);
    const [minimal, maximal] = [find('minimal') ?? typical!, find('maximal') ?? typical!];
    const plain = await examination.plainAnswer(minimal);
    if (plain === undefined) return;
    const { form } = variantOf(provider, maximal.event, maximal.variant);
    const { paths } = form.envelope;
    // A later event that lacks a field is where a polluted one shows.
    const optional = omissionsIn(eventSchema(provider, maximal.event, form), maximal.value)
      .filter(({ place, to }) => to === 'absent' && place.length === paths.object.length + 1)
      .map(({ place }) => String(place.at(-1)))
      .filter((key) => !lookedUp.test(key));
    const polluted = JSON.stringify(
      Object.fromEntries(['hookproof_canary', ...optional].map((key) => [key, 'polluted'])),
    );
    const members = {
      'a key "__proto__"': `"__proto__":${polluted}`,
      'a key "constructor"': `"constructor":{"prototype":${polluted}}`,
    };
    const places: readonly Place[] = [[], paths.object, [...paths.object, 'metadata']];
    const usual = examination.has('effects') ? await usualGain(examination, minimal) : undefined;
    for (const place of places.filter((each) => typeof valueIn(maximal.value, each) === 'object')) {
      for (const [name, each] of Object.entries(members)) {
        const where = place.length === 0 ? 'around the object' : `in "${place.join('.')}"`;
        const event = examination.freshObject(maximal);
        const attempt = await signText(examination, event, withRawMembers(event, place, each));
        const known = prototypeKeys();
        const answer = await examination.send(attempt);
        const keys = takePollution(known);
        examination.judged(minimal);
        if (keys.length > 0) {
          examination.find(maximal, `${name}, ${where}`, attempt, {
            expected: 'no change to the prototype of all objects',
            actual: `it has "${keys[0]!}"`,
            answer,
          });
          continue;
        }
        const next = examination.freshObject(minimal);
        const nextAttempt = await examination.sign(next);
        const label = `a usual event after ${name}, ${where}`;
        if (usual === undefined) {
          await examination.expectAcknowledged(minimal, label, nextAttempt, plain);
          continue;
        }
        const gain = await gainOf(examination, nextAttempt);
        if (gain.answer.status !== plain.status || gainText(gain, namesOf(provider, minimal, next)) !== usual)
          examination.find(minimal, label, nextAttempt, {
            expected: `${plain.text} and the effects that it had before`,
            actual: gain.answer.status === plain.status ? 'other effects' : gain.answer.text,
            answer: gain.answer,
          });
      }
    }
  },
};
