import { eventSchema } from '../../define/index.ts';
import { variantOf, withValueAt, type FixtureFile } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import type { Examination } from '../examination.ts';

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
      await examination.expectAcknowledged(fixture, 'as large as may be', await examination.sign(event), plain);
    }
  },
};

/** The event with longer lists, and with full metadata where its schema has any. */
function enlarged({ provider }: Examination, fixture: FixtureFile, event: object): object {
  const { form } = variantOf(provider, fixture.event, fixture.variant);
  const full = withValueAt(event, [...form.envelope.paths.object, 'metadata'], metadata);
  const isAllowed = eventSchema(provider, fixture.event, form).safeParse(full).success;
  const longer = withLongLists(isAllowed ? full : event) as object; // an object stays one
  return JSON.stringify(longer).length <= most ? longer : event;
}

function withLongLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? value : Array.from({ length: 100 }, () => value[0] as unknown);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withLongLists(field)]));
}
