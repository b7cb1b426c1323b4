import { valueAt } from '../../define/index.ts';
import { variantOf, withValueAt } from '../../fixture/index.ts';
import type { Check } from '../check.ts';

/** An id with so many characters. */
export const lengthened = (id: string, length: number) => id + '0123456789'.repeat(26).slice(0, length - id.length);

/** Other ids, by name. What stands between underscores says the mode with some providers, and is kept. */
const others: { readonly [Name: string]: (id: string) => string } = {
  'twice as long': (id) => lengthened(id, 2 * id.length),
  'of 255 characters': (id) => lengthened(id, 255),
  'with another prefix': (id) => (/^[A-Za-z]+_/.test(id) ? id.replace(/^[A-Za-z]+/, 'nyk') : `nyk_${id}`),
};

export const toleratesLongerIds: Check = {
  id: 'tolerates-longer-ids',
  group: 'payloads',
  level: 'SHOULD',
  title: 'Tolerates ids that are longer than those it has seen, and ids with other prefixes',
  source:
    'https://docs.stripe.com/upgrades (ids of up to 255 characters, of any prefix); no page of the provider promises a form',
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      const { paths } = variantOf(examination.provider, fixture.event, fixture.variant).form.envelope;
      for (const [of, path] of [['event', paths.id] as const, ['object', [...paths.object, 'id']] as const]) {
        for (const [name, change] of Object.entries(others)) {
          const event = examination.freshObject(fixture);
          const id = valueAt(event, path);
          if (typeof id !== 'string') continue;
          const attempt = examination.sign(withValueAt(event, path, change(id)));
          await examination.expectAcknowledged(fixture, `the ${of}'s id ${name}`, attempt, plain);
        }
      }
    }
  },
};
