import { eventSchema, valueAt } from '../../define/index.ts';
import { variantOf, withValueAt, type FixtureFile } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import type { Examination } from '../examination.ts';
import { freshId } from '../fresh.ts';

/** The most that an event is made to hold, in characters: less than the least that common parsers read. */
const most = 64 * 1024;

/** Metadata at the limits that Smartpay documents: 20 keys of 40 characters, with values of 200. */
const metadata = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [`key_${index}_`.padEnd(40, 'k'), 'v'.repeat(200)]),
);

export const acceptsLargePayloads: Check = {
  id: 'accepts-large-payloads',
  group: 'answers',
  level: 'SHOULD',
  title: 'Acknowledges an event with a hundred items in each list, and as much metadata as may be',
  source: 'https://en.docs.smartpay.co/reference/metadata; Standard Webhooks 1.0.0 (payload size)',
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      const event = enlarged(examination, fixture, examination.fresh(fixture));
      await examination.expectAcknowledged(fixture, 'as large as may be', examination.sign(event), plain);
    }
  },
};

/** The event with longer lists, and with full metadata where its schema has any. */
function enlarged({ provider }: Examination, fixture: FixtureFile, event: object): object {
  const { form } = variantOf(provider, fixture.event, fixture.variant);
  const full = withValueAt(event, [...form.envelope.paths.object, 'metadata'], metadata);
  const isAllowed = eventSchema(provider, fixture.event, form).safeParse(full).success;
  const longer = withLongLists(isAllowed ? full : event, fixture.file) as object; // an object stays one
  return JSON.stringify(longer).length <= most ? longer : event;
}

/** Lists of ids, and of objects, grown to a hundred items of which none is another. */
function withLongLists(value: unknown, seed: string): unknown {
  if (Array.isArray(value)) {
    const others = Array.from({ length: 100 - value.length }, (_, index) => another(value[0], `${seed} ${index}`));
    return [...(value as unknown[]), ...others.filter((item) => item !== undefined)];
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withLongLists(field, `${seed}.${key}`)]));
}

/** Another of what is in a list; nothing where it is one of a few words. */
function another(item: unknown, seed: string): unknown {
  if (typeof item === 'string') return /\d/.test(item) ? freshId(item, seed) : undefined;
  if (typeof item !== 'object' || item === null) return undefined;
  const id = valueAt(item, ['id']);
  return typeof id === 'string' ? withValueAt(item, ['id'], freshId(id, seed)) : item;
}
