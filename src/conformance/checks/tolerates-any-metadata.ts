import * as z from 'zod';
import { rowsOf, type Provider } from '../../define/index.ts';
import { variantOf, withValueAt } from '../../fixture/index.ts';
import type { Check } from '../check.ts';

/** Entries by name, of which those are sent that the provider allows. */
const candidates: { readonly [Name: string]: { readonly [Key: string]: unknown } } = {
  empty: {},
  'with as many entries as there may be': Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`key ${index}`, 'value']),
  ),
  'with a key of 40 characters': { ['k'.repeat(40)]: 'value' },
  'with a value of 200 characters': { note: '長'.repeat(200) },
  'with an empty value': { note: '' },
  'with a value that looks like a number': { cart: '0042', ratio: '1e3' },
  'with a value that is JSON': { cart: '{"items":[1,2,3]}' },
  'with a value that is a number': { cart: 20991 },
  'with a value that is a fraction or negative': { ratio: 0.5, balance: -1 },
  'with keys that are not names': { 'order id': 'a', 'a.b': 'b', $c: 'c', 注文: 'd', '0': 'e' },
  'with keys that every object has': { toString: 'a', constructor: 'b', hasOwnProperty: 'c', length: 'd' },
};

export const toleratesAnyMetadata: Check = {
  id: 'tolerates-any-metadata',
  group: 'payloads',
  level: 'SHOULD',
  title: 'Tolerates any metadata that the provider lets a merchant keep: none, the most there may be, any key',
  source:
    'the shapes of the provider: how many entries, how long, of which kinds; metadata is written by other software, too',
  inapplicable: (provider) =>
    metadataOf(provider).length > 0 ? undefined : 'no object of this version carries metadata',
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      const { shape, envelope } = variantOf(examination.provider, fixture.event, fixture.variant).form;
      const schema = shape.schema.shape['metadata'];
      if (schema === undefined) continue;
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      for (const [name, metadata] of Object.entries(candidates)) {
        if (!z.safeParse(schema, metadata).success) continue;
        // An overlay would keep the entries that are there.
        const bare = withValueAt(examination.fresh(fixture), [...envelope.paths.object, 'metadata'], undefined);
        const event = withValueAt(bare, [...envelope.paths.object, 'metadata'], metadata);
        await examination.expectAcknowledged(fixture, `metadata ${name}`, examination.sign(event), plain);
      }
    }
  },
};

function metadataOf(provider: Provider): unknown[] {
  return rowsOf(provider).flatMap(([, { object }]) =>
    object.shapes.flatMap(({ schema }): unknown[] => (schema.shape['metadata'] === undefined ? [] : [schema])),
  );
}
