import {
  eventSchema,
  formsOf,
  rowsOf,
  valueAt,
  type EventDefinition,
  type Provider,
} from '../../../src/define/index.ts';
import { fixtureFiles } from '../../../src/fixture/index.ts';
import { exchanging, hmac, type Member } from '../member.ts';

/** The row and the type of an event, under any of its spellings. */
function find(provider: Provider, type: string): readonly [string, EventDefinition] | undefined {
  return rowsOf(provider).find(([name, row]) => name === type || row.spellings.includes(type));
}

const sentInEveryForm = 'each form is a fixture of its event, too';

const productFields = 'name code desc quantity sku type url effective_end_at effective_start_at'.split(' ');

/** Mistakes in what is expected of an event. */
export const payloads: readonly Member[] = [
  {
    name: 'optional-taken-for-granted',
    mistake: 'reads a field that does not always come',
    caughtBy: 'acknowledges-every-event',
    alsoFails: { checks: ['tolerates-absent-and-null-fields'], why: 'a minimal fixture is one of the combinations' },
    on: (provider) => optionalField(provider) !== undefined,
    make: exchanging(({ provider, parts }) => {
      const optional = optionalField(provider);
      return {
        book(message, delivery, own) {
          if (message.type === optional?.type && message.object[optional.field] === undefined)
            throw new TypeError("Cannot read properties of undefined (reading 'toString')");
          return parts.book(message, delivery, own);
        },
      };
    }),
  },
  {
    name: 'latin-1',
    mistake: 'reads the body as Latin-1 before it verifies',
    caughtBy: 'acknowledges-every-event',
    alsoFails: {
      checks: ['survives-any-unicode', 'verifies-non-ascii-bodies'],
      why: 'nothing beyond ASCII is read',
    },
    on: (provider) => hmac(provider) && /[^\0-\x7f]/.test(JSON.stringify(fixtureFiles(provider))),
    make: exchanging(({ parts }) => ({
      believes: ({ headers, body }) => parts.believes({ headers, body: Buffer.from(body.toString('latin1')) }),
    })),
  },
  {
    name: 'switch-default-400',
    mistake: 'answers 400 to an event type that it does not know',
    caughtBy: 'acknowledges-unknown-event-types',
    make: exchanging(({ provider, parts }) => ({
      book: (message, delivery, own) => (find(provider, message.type) ? parts.book(message, delivery, own) : 400),
    })),
  },
  {
    name: 'handler-is-not-a-function',
    mistake: 'calls the handler of an event type without a look whether there is one',
    caughtBy: 'acknowledges-unknown-event-types',
    make: exchanging(({ provider, parts }) => {
      const handlers = new Map(
        rowsOf(provider).flatMap(([type, row]) => [type, ...row.spellings].map((name) => [name, parts.book] as const)),
      );
      return { book: (message, delivery, own) => handlers.get(message.type)!(message, delivery, own) };
    }),
  },
  {
    name: 'no-route-for-object',
    mistake: 'answers 404 to an event of an object that it does not know',
    caughtBy: 'acknowledges-unknown-event-types',
    make: exchanging(({ provider, parts }) => {
      const prefixes = new Set(rowsOf(provider).map(([type]) => type.split('.')[0]));
      return {
        book: (message, delivery, own) =>
          prefixes.has(message.type.split('.')[0]) ? parts.book(message, delivery, own) : 404,
      };
    }),
  },
  {
    name: 'strict-envelope',
    mistake: 'refuses an unknown field beside the event id',
    caughtBy: 'tolerates-unknown-fields',
    make: exchanging(({ provider, parts }) => {
      const forms = rowsOf(provider).flatMap(([type]) => formsOf(provider, type));
      const known = new Set(forms.flatMap(({ envelope }) => [...Object.keys(envelope.blank), ...paths(envelope)]));
      return {
        book: (message, delivery, own) =>
          Object.keys(message.event).every((field) => known.has(field)) ? parts.book(message, delivery, own) : 400,
      };
    }),
  },
  {
    name: 'strict-object',
    mistake: 'refuses an unknown field of the object',
    caughtBy: 'tolerates-unknown-fields',
    make: exchanging(({ provider, parts }) => ({
      book(message, delivery, own) {
        const shapes = find(provider, message.type)?.[1].object.shapes ?? [];
        const known = new Set(shapes.flatMap(({ schema }) => Object.keys(schema.shape)));
        if (known.size > 0 && !Object.keys(message.object).every((field) => known.has(field))) return 400;
        return parts.book(message, delivery, own);
      },
    })),
  },
  {
    name: 'strict-schema',
    mistake: 'refuses what its strict schema of a known event does not list',
    caughtBy: 'tolerates-unknown-fields',
    alsoFails: { checks: ['tolerates-longer-ids'], why: 'the schema lists the prefixes of ids, too' },
    make: exchanging(({ provider, parts }) => ({
      book(message, delivery, own) {
        const type = find(provider, message.type)?.[0];
        if (type !== undefined && !eventSchema(provider, type).safeParse(message.event).success) return 422;
        return parts.book(message, delivery, own);
      },
    })),
  },
  {
    name: 'first-shape-only',
    mistake: 'reads a field that only the usual shape of an object has',
    caughtBy: 'accepts-both-shapes',
    alsoFails: { checks: ['acknowledges-every-event'], why: sentInEveryForm },
    on: (provider) => rowsOf(provider).some(([, row]) => ownFieldOf(row) !== undefined),
    make: exchanging(({ provider, parts }) => ({
      book(message, delivery, own) {
        const row = find(provider, message.type)?.[1];
        const field = row && ownFieldOf(row);
        if (field !== undefined && message.object[field] === undefined) throw new TypeError(`${field} is undefined`);
        return parts.book(message, delivery, own);
      },
    })),
  },
  {
    name: 'strict-products',
    mistake: 'refuses an unknown field of a product in a list',
    caughtBy: 'tolerates-unknown-fields',
    on: ({ name }) => name === 'useepay',
    make: exchanging(({ parts }) => ({
      book(message, delivery, own) {
        const products = (valueAt(message.object, ['order', 'products']) ?? []) as object[]; // as documented
        const isStrange = products.flatMap(Object.keys).some((field) => !productFields.includes(field));
        return isStrange ? 400 : parts.book(message, delivery, own);
      },
    })),
  },
  {
    name: 'usual-envelope-only',
    mistake: 'looks for every object where most events have it',
    caughtBy: 'accepts-both-shapes',
    alsoFails: { checks: ['acknowledges-every-event'], why: sentInEveryForm },
    on: (provider) => rowsOf(provider).some(([, row]) => row.envelopes.length > 0),
    make: exchanging(({ provider, parts }) => ({
      book(message, delivery, own) {
        const object = valueAt(message.event, provider.envelope.paths.object);
        if (object === undefined) throw new TypeError("Cannot read properties of undefined (reading 'id')");
        return parts.book(message, delivery, own);
      },
    })),
  },
  {
    name: 'fetches-what-it-is-told',
    mistake: 'fetches whatever URL stands in an object, to keep what is there',
    caughtBy: 'calls-no-url-of-the-payload',
    make: exchanging(({ parts }) => ({
      async book(message, delivery, own) {
        const texts = Object.values(message.object).filter((value) => typeof value === 'string');
        const urls = texts.filter((text) => /^https?:/.test(text));
        await Promise.all(urls.map((url) => fetch(url).catch(() => undefined)));
        return parts.book(message, delivery, own);
      },
    })),
  },
];

/** The outermost keys of an envelope. */
function paths({ paths }: Provider['envelope']): string[] {
  return Object.values(paths).map(([key]) => key);
}

/** A field that the first shape's example has and the schema of another shape has not. */
function ownFieldOf({ object: { shapes } }: EventDefinition): string | undefined {
  const [first, ...others] = shapes;
  return Object.keys(first.example as object).find((field) => others.some(({ schema }) => !(field in schema.shape)));
}

/** A field that the typical fixture of an event of one form has and the minimal one has not. */
function optionalField(provider: Provider): { readonly type: string; readonly field: string } | undefined {
  const files = fixtureFiles(provider);
  const objectOf = (type: string, name: string) => {
    const file = files.find(({ event, variant }) => event === type && variant === name);
    return valueAt(file?.value, provider.envelope.paths.object) as object; // each event has both fixtures
  };
  return rowsOf(provider)
    .filter(([type, row]) => formsOf(provider, type).length + row.spellings.length === 1)
    .flatMap(([type]) => {
      const minimal = objectOf(type, 'minimal');
      return Object.keys(objectOf(type, 'typical')).map((field) => ({ type, field, isOptional: !(field in minimal) }));
    })
    .find(({ isOptional }) => isOptional);
}
