import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventArbitrary, invalidEventArbitrary } from '../../src/arbitrary/index.ts';
import { nameOf, rowOf, rowsOf, type Provider } from '../../src/define/index.ts';
import { providers } from '../../src/providers/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { latest as useepay } from '../../src/providers/useepay/index.ts';
import { eventJsonSchema, objectJsonSchema, renderSchemas, type JsonSchema } from '../../src/schema/index.ts';
import { madeOf } from '../laws/every.ts';
import { acme } from '../support/acme.ts';

/** The seed of every draw: the same on each run. */
const seed = 20261124;

const all = [acme, ...providers].map((provider) => ({ name: nameOf(provider), provider }));

/** ajv as people have it who ask it to be strict. */
const ajv = new Ajv.default({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);

const texts = new Map(all.flatMap(({ provider }) => [...renderSchemas(provider)]));
const known = new Map<string, ValidateFunction>();

/** The JSON Schemas of a provider version by kind and name, compiled when they are first asked for. */
function schemasOf(provider: Provider) {
  return (kind: 'events' | 'objects', name: string) => {
    const path = `contracts/${provider.name}/${provider.version}/schemas/${kind}/${name.replaceAll(' ', '_')}.json`;
    const found = known.get(path) ?? ajv.compile(JSON.parse(texts.get(path)!) as JsonSchema);
    known.set(path, found);
    return found;
  };
}

describe.each(all)('the JSON Schemas of $name', ({ provider }) => {
  const schemaOf = schemasOf(provider);

  test('are accepted by ajv, and accept every fixture, its object, and no fixture of another event type', () => {
    const files = madeOf(provider);
    const refused = files.filter(({ event, value, object }) => {
      const name = rowOf(provider, event).object.name;
      return !schemaOf('events', event)(value) || !schemaOf('objects', name)(object);
    });
    expect(refused.map(({ file }) => file)).toEqual([]);
    const confused = files.filter(({ event, value }) =>
      rowsOf(provider).some(([other]) => other !== event && schemaOf('events', other)(value)),
    );
    expect(confused.map(({ file }) => file)).toEqual([]);
  });
});

// The versions between have the same objects.
const drawn = [acme, smartpay, useepay].map((provider: Provider) => ({ name: nameOf(provider), provider }));

describe.each(drawn)(`the JSON Schemas of $name, seed ${seed}`, ({ provider }) => {
  const schemaOf = schemasOf(provider);

  test('accept what is drawn', () => {
    for (const [type] of rowsOf(provider)) {
      const validate = schemaOf('events', type);
      fc.assert(
        fc.property(eventArbitrary(provider, type as never), (event) => {
          expect({ isValid: validate(event), errors: validate.errors }).toEqual({ isValid: true, errors: null });
        }),
        { seed, numRuns: 5 },
      );
    }
  });

  test('refuse what is drawn with a fault', () => {
    for (const [type] of rowsOf(provider)) {
      const validate = schemaOf('events', type);
      fc.assert(
        fc.property(invalidEventArbitrary(provider, type as never), ({ event, fault }) => {
          expect({ fault, isValid: validate(event) }).toEqual({ fault, isValid: false });
        }),
        { seed, numRuns: 10 },
      );
    }
  });
});

test('eventJsonSchema() says in $comment how sure the event, its object, its pins and its fields are', () => {
  const schema = eventJsonSchema(acme, 'charge.settled');
  expect(schema).toMatchObject({
    title: 'charge.settled',
    description: 'A charge is settled.',
    $comment: 'Event: documented. Source: https://example.com/acme, read 2026-11-22',
  });
  const [card] = schema.anyOf!;
  const object = card!.properties!['data'] as JsonSchema;
  expect(object.properties!['object']).toMatchObject({
    title: 'charge.card',
    properties: {
      status: {
        enum: ['captured', 'authorized'],
        $comment: [
          '"captured" is documented. Source: https://example.com/acme, read 2026-11-22',
          '"authorized" is inferred: possible by the list of statuses. Source: https://example.com/acme, read 2026-11-22',
        ].join('\n'),
      },
      note: {
        type: 'string',
        $comment: 'observed: in a captured payload only. Source: https://example.com/acme, read 2026-11-22',
      },
    },
  });
});

test('objectJsonSchema() tells the shapes of an object apart', () => {
  const [charge, customer] = rowsOf(acme)
    .map(([, row]) => objectJsonSchema(row.object))
    .filter((_, index) => index !== 1);
  expect(charge!.anyOf!.map(({ title }) => title)).toEqual(['charge.card', 'charge.bank']);
  expect(customer!.title).toBe('customer');
});
