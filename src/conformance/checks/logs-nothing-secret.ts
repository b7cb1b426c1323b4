import { eventSchema } from '../../define/index.ts';
import { variantOf, type FixtureFile } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import type { Examination } from '../examination.ts';
import { stringPlaces, withFieldAt, type Place } from '../places.ts';
import { readLogs } from '../probe.ts';

/** Fields that are about a person, by their names: no provider marks them. */
const personal = /(first|last|full|holder).?name$|e?mail|phone|^line\d$|street|ip_?address|secret/i;
/** Fields that are so below what is about a person. */
const personalBelow = { field: /^(name|city|locality|post.*code)$/i, above: /customer|address|billing|user/i };

/** The shortest secret that is told apart from an ordinary word, in characters. */
const shortest = 8;

export const logsNothingSecret: Check = {
  id: 'logs-nothing-secret',
  group: 'effects',
  level: 'MAY',
  title: 'Writes no secret, no signature and nothing about a person into its logs, whatever it is sent',
  source: 'OWASP Logging Cheat Sheet, data to exclude; CWE-532',
  needs: ['logs'],
  async run(examination) {
    const { secret, secondSecret = '' } = examination.session.options;
    const { header } = examination.provider.delivery.signature.value;
    let before = await readLogs(examination.probe);
    for (const fixture of examination.oneForEachObject) {
      if ((await examination.plainAnswer(fixture)) === undefined) continue;
      const { event, told } = tellingEvent(examination, fixture);
      const right = await examination.sign(event);
      const made = '0'.repeat(right.headers[header]!.length);
      const attempts = {
        'rightly signed': right,
        'with a made-up signature': { ...right, headers: { ...right.headers, [header]: made } },
        'that breaks off, rightly signed': await examination.sign(JSON.stringify(event).slice(0, -2)),
      };
      for (const [name, attempt] of Object.entries(attempts)) {
        const answer = await examination.send(attempt);
        const logs = await readLogs(examination.probe);
        const added = logs.startsWith(before) ? logs.slice(before.length) : logs;
        before = logs;
        examination.judged(fixture);
        const kept: readonly (readonly [string, string])[] = [
          ...told,
          ['the signature', attempt.headers[header] === made ? '' : attempt.headers[header]!],
          ['the secret', secret],
          ['the secret', secondSecret],
        ];
        const found = kept.filter(([, text]) => text.length >= shortest && added.includes(text));
        if (found.length === 0) continue;
        const what = [...new Set(found.map(([each]) => each))].join(', ');
        const fault = { expected: 'logs without it', actual: `${what} in the logs`, answer };
        examination.find(fixture, `an event ${name}`, attempt, fault);
      }
    }
  },
};

/** The fullest event of a type, with a text that stands nowhere else in every field about a person. */
function tellingEvent(examination: Examination, { event: type }: FixtureFile) {
  const fixtures = examination.fixtures.filter(({ event }) => event === type);
  const fullest = fixtures.find(({ variant }) => variant === 'maximal') ?? fixtures[0]!; // It has one at least.
  const { form } = variantOf(examination.provider, type, fullest.variant);
  const schema = eventSchema(examination.provider, type, form);
  const told: (readonly [string, string])[] = [];
  let event = examination.freshObject(fullest);
  for (const [index, place] of stringPlaces(fullest.value).filter(isPersonal).entries()) {
    // Of characters that are the same in JSON and in a form.
    const text = `telltale-${index}-${type}`;
    for (const candidate of [text, `${text}@example.com`]) {
      const changed = withFieldAt(event, place.slice(0, -1), String(place.at(-1)), candidate);
      if (!schema.safeParse(changed).success) continue;
      event = changed;
      told.push([`"${place.join('.')}"`, text]);
      break;
    }
  }
  return { event, told };
}

function isPersonal(place: Place): boolean {
  const [field, above] = [String(place.at(-1)), place.slice(0, -1)];
  if (personal.test(field)) return true;
  return personalBelow.field.test(field) && above.some((key) => personalBelow.above.test(String(key)));
}
