import * as z from 'zod';
import { eventSchema } from '../../define/index.ts';
import { variantOf, type FixtureFile } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import type { Examination } from '../examination.ts';
import { textPlaces, withFieldAt } from '../places.ts';
import { readOutput } from '../probe.ts';

/** Fields that are about a person or open something, by their names: no provider marks them. */
const personal = /(first|last|full|holder).?name|e?mail|phone|^line\d|street|secret/i;

export const logsNothingSecret: Check = {
  id: 'logs-nothing-secret',
  group: 'effects',
  level: 'MAY',
  title: 'Writes no secret, no signature and nothing about a person into its logs, whatever it is sent',
  source: 'OWASP Logging Cheat Sheet, data to exclude; CWE-532',
  needs: ['output'],
  async run(examination) {
    const { secret, secondSecret = '' } = examination.session.options;
    const { header } = examination.provider.delivery.signature.value;
    for (const fixture of examination.oneForEachObject) {
      if ((await examination.plainAnswer(fixture)) === undefined) continue;
      const { event, told } = tellingEvent(examination, fixture);
      const right = await examination.sign(event);
      const signature = right.headers[header]!;
      const attempts = {
        'rightly signed': right,
        'with a forged signature': { ...right, headers: { ...right.headers, [header]: '0'.repeat(signature.length) } },
        'that breaks off, rightly signed': await examination.sign(JSON.stringify(event).slice(0, -2)),
      };
      for (const [name, attempt] of Object.entries(attempts)) {
        const answer = await examination.send(attempt);
        const output = await readOutput(examination.probe);
        examination.judged(fixture);
        const kept: readonly (readonly [string, string])[] = [
          ...told,
          ['the signature', signature],
          ['the secret', secret],
          ['the secret', secondSecret],
        ];
        const [what] = kept.find(([, text]) => text !== '' && output.includes(text)) ?? [];
        if (what === undefined) continue;
        const expected = 'logs without it';
        examination.find(fixture, `an event ${name}`, attempt, { expected, actual: `${what} in the logs`, answer });
        break; // It stays in the logs.
      }
    }
  },
};

/** The fullest event of a type, every field of it about a person filled with a text that stands nowhere else. */
function tellingEvent(examination: Examination, { event: type }: FixtureFile) {
  const isFullest = ({ event, variant }: FixtureFile) => event === type && variant === 'maximal';
  const fullest = examination.fixtures.find(isFullest) ?? examination.fixtures.find(({ event }) => event === type)!;
  const { form } = variantOf(examination.provider, type, fullest.variant);
  const places = textPlaces(eventSchema(examination.provider, type, form), fullest.value);
  const told: (readonly [string, string])[] = [];
  let event = examination.freshObject(fullest);
  for (const { place, schema } of places) {
    const text = `canary ${type} ${place.join(' ')}`;
    if (!personal.test(String(place.at(-1))) || !z.safeParse(schema, text).success) continue;
    event = withFieldAt(event, place.slice(0, -1), String(place.at(-1)), text);
    told.push([`"${place.join('.')}"`, text]);
  }
  return { event, told };
}
