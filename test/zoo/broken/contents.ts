import { rowsOf, valueAt, type Provider } from '../../../src/define/index.ts';
import { fixtureFiles, setMode } from '../../../src/fixture/index.ts';
import { exchanging, type Member } from '../member.ts';
import { previousOf } from '../previous.ts';
import { subjectOf, workbench, type Message } from '../correct.ts';

/** Whether an object of the provider carries an amount. */
const hasAmounts = (provider: Provider) =>
  rowsOf(provider).some(([, { object }]) => object.shapes.some(({ amount }) => amount !== undefined));
const hasModes = ({ envelope }: Provider) => envelope.mode !== undefined;

/** Refuses what `isTooMuch` is true of as a database that has no room for it does. */
const breakingOn = (isTooMuch: (message: Message) => boolean) =>
  exchanging(({ parts }) => ({
    book(message, delivery, own) {
      if (isTooMuch(message)) throw new Error('value cannot be stored');
      return parts.book(message, delivery, own);
    },
  }));

/** Mistakes in what a payload may hold. */
export const contents: readonly Member[] = [
  {
    name: 'looks-for-type-in-text',
    mistake: 'looks for the event type in the text of the body, and has nothing to do where it is spelled otherwise',
    caughtBy: 'reads-any-spelling-of-json',
    make: exchanging(({ parts, signature }) => ({
      book: (message, delivery, own) =>
        signature.json(delivery.body).includes(`"${message.type}"`) ? parts.book(message, delivery, own) : 200,
    })),
  },
  {
    name: 'varchar-100',
    mistake: 'has room for ids of a hundred characters',
    caughtBy: 'tolerates-longer-ids',
    make: breakingOn(({ id, object }) => id.length > 100 || String(object['id']).length > 100),
  },
  {
    name: 'knows-prefixes',
    mistake: 'tells objects by the prefix of their id, of which it knows those that it has seen',
    caughtBy: 'tolerates-longer-ids',
    make: breakingOn(({ object }) => String(object['id']).startsWith('nyk_')),
  },
  {
    name: 'cuts-ids-off',
    mistake: 'keeps the first hundred characters of an id',
    caughtBy: 'keeps-long-ids-apart',
    make: exchanging(({ parts }) => ({
      book: (message, delivery, own) => parts.book({ ...message, id: message.id.slice(0, 100) }, delivery, own),
    })),
  },
  {
    name: 'cuts-object-ids-off',
    mistake: 'keeps the first hundred characters of the id of an object',
    caughtBy: 'keeps-long-ids-apart',
    make: exchanging(({ parts }) => ({
      book: (message, delivery, own) =>
        parts.book(
          { ...message, object: { ...message.object, id: String(message.object['id']).slice(0, 100) } },
          delivery,
          own,
        ),
    })),
  },
  {
    name: 'one-without-the-other',
    mistake: 'takes it that a field never comes without another, as in every sample',
    caughtBy: 'tolerates-absent-and-null-fields',
    on: (provider) => pairOf(provider) !== undefined,
    make: exchanging(({ provider, parts }) => {
      const pair = pairOf(provider);
      return {
        book(message, delivery, own) {
          const { type, field, other } = pair!;
          if (message.type === type && field in message.object && !(other in message.object))
            throw new TypeError("Cannot read properties of undefined (reading 'toString')");
          return parts.book(message, delivery, own);
        },
      };
    }),
  },
  {
    name: 'capital-letter',
    mistake: 'writes the first letter of a text large without a look whether there is one',
    caughtBy: 'survives-generated-events',
    make: exchanging(({ parts }) => ({
      book(message, delivery, own) {
        for (const field of Object.values(message.object)) if (typeof field === 'string') field[0]!.toUpperCase();
        return parts.book(message, delivery, own);
      },
    })),
  },
  {
    name: 'strangers-in-columns',
    mistake: 'has columns for the fields that it knows, and keeps any other as long as it is a document',
    caughtBy: 'survives-future-events',
    alsoFails: { checks: ['survives-hostile-json'], why: 'some of it is in texts under keys that are not known' },
    make: exchanging(({ provider, parts }) => {
      const known = new Set(fixtureFiles(provider).flatMap(({ value }) => keysIn(value)));
      const isStrange = (value: unknown): boolean =>
        typeof value === 'object' &&
        value !== null &&
        Object.entries(value).some(
          ([key, field]) =>
            key !== 'metadata' &&
            (Array.isArray(value) || known.has(key) ? isStrange(field) : typeof field !== 'object'),
        );
      return {
        book(message, delivery, own) {
          if (isStrange(message.event)) throw new TypeError('not a document');
          return parts.book(message, delivery, own);
        },
      };
    }),
  },
  {
    name: 'nothing-is-no-amount',
    mistake: 'keeps no amount where it is zero, since zero is false',
    caughtBy: 'keeps-amounts-exact',
    on: hasAmounts,
    make: withAmounts((amount) => amount || undefined),
  },
  {
    name: 'float-32',
    mistake: 'keeps amounts in floats of 32 bits',
    caughtBy: 'keeps-amounts-exact',
    alsoFails: { checks: ['keeps-large-amounts-exact'], why: 'a large amount has more digits still' },
    on: hasAmounts,
    make: withAmounts(Math.fround),
  },
  {
    name: 'int-32',
    mistake: 'keeps amounts in 32 bits',
    caughtBy: 'keeps-large-amounts-exact',
    on: hasAmounts,
    make: withAmounts((amount) => (Number.isInteger(amount) ? amount | 0 : amount)),
  },
  {
    name: 'int-32-column',
    mistake: 'lets the database refuse an amount that 32 bits do not hold',
    caughtBy: 'keeps-large-amounts-exact',
    on: hasAmounts,
    make: breakingOn(({ object }) => Number(object['amount']) > 2 ** 31 - 1),
  },
  {
    name: 'utf8mb3',
    mistake: 'keeps text in a database that has three bytes for a character',
    caughtBy: 'survives-any-unicode',
    make: breakingOn(({ object }) => /[\u{10000}-\u{10FFFF}]/u.test(JSON.stringify(object))),
  },
  {
    name: 'has-own-property',
    mistake: 'asks the payload itself whether it has a field',
    caughtBy: 'survives-hostile-json',
    make: exchanging(({ parts }) => ({
      book: (message, delivery, own) =>
        (message.object as object).hasOwnProperty('id') ? parts.book(message, delivery, own) : 400,
    })),
  },
  {
    name: 'walks-without-end',
    mistake: 'walks a payload to any depth',
    caughtBy: 'survives-hostile-json',
    make: breakingOn(({ object }) => depthOf(object) > 1000),
  },
  {
    name: 'deep-merge',
    mistake: 'merges the payload into its defaults, key by key and level by level',
    caughtBy: 'keeps-out-prototype-pollution',
    make: exchanging(({ parts }) => ({
      book(message, delivery, own) {
        merge({ metadata: {}, data: {} }, message.object);
        return parts.book(message, delivery, own);
      },
    })),
  },
  {
    name: 'defaults-that-stay',
    mistake: 'keeps what a payload says of its prototype, and reads it where a later one says nothing',
    caughtBy: 'keeps-out-prototype-pollution',
    make: exchanging(({ parts }) => {
      let defaults: object | undefined;
      return {
        book(message, delivery, own) {
          // What a `merge` into a shared object comes to, in a process of its own.
          const given = Object.getOwnPropertyDescriptor(message.object, '__proto__')?.value as
            object | null | undefined;
          if (typeof given === 'object' && given !== null) defaults = given;
          return parts.book(
            { ...message, type: defaults === undefined ? message.type : `${message.type} polluted` },
            delivery,
            own,
          );
        },
      };
    }),
  },
  {
    name: 'metadata-as-names',
    mistake: 'refuses a key of metadata that is no identifier',
    caughtBy: 'tolerates-any-metadata',
    make: exchanging(({ parts }) => ({
      book: (message, delivery, own) =>
        Object.keys(message.object['metadata'] ?? {}).every((key) => /^\w+$/.test(key))
          ? parts.book(message, delivery, own)
          : 400,
    })),
  },
  {
    name: 'metadata-in-short',
    mistake: 'has room for a hundred characters of metadata',
    caughtBy: 'tolerates-any-metadata',
    alsoFails: { checks: ['accepts-large-payloads'], why: 'it has metadata at its limits' },
    make: breakingOn(({ object }) =>
      Object.values(object['metadata'] ?? {}).some((value) => typeof value === 'string' && value.length > 100),
    ),
  },
  {
    name: 'modes-share-records',
    mistake: 'keeps objects by what is the same in their ids of both modes',
    caughtBy: 'keeps-test-mode-apart',
    alsoFails: { checks: ['tells-test-from-live'], why: 'what it keeps of both modes is the same' },
    on: hasModes,
    make: exchanging(({ provider, parts }) => ({
      book(message, delivery, own) {
        const event = structuredClone(message.event);
        const isTest = valueAt(event, [provider.envelope.mode!.field]) === true;
        setMode(event, provider.envelope.mode!, false);
        const read = parts.read(event);
        return parts.book({ ...read, id: message.id, ...(isTest ? { type: message.type } : {}) }, delivery, own);
      },
    })),
  },
  {
    name: 'ships-in-test',
    mistake: 'ships what was ordered in test mode like anything else',
    caughtBy: 'tells-test-from-live',
    on: hasModes,
    make(provider, ...keys) {
      const bench = workbench(provider, ...keys);
      const subject = subjectOf(bench.parts, bench);
      const shipment = (booking: string) => booking.replace(/^(?:live|test) /, '').replace(/_(?:live|test)_\w+/, '');
      return {
        ...subject,
        probe: {
          ...subject.probe,
          effects: () => ({ shipments: bench.world.store.bookings.map(shipment).toSorted() }),
        },
      };
    },
  },
  {
    name: 'any-addressee',
    mistake: 'does not look whom a delivery is addressed to',
    caughtBy: 'ignores-other-addressees',
    make: exchanging(() => ({ isAddressee: () => true })),
  },
  {
    name: 'believes-the-amount',
    mistake: 'takes whatever was paid for what it had sold',
    caughtBy: 'compares-amounts-with-own-records',
    make: exchanging(({ parts, world }) => ({
      book(message, delivery, own) {
        world.store.sales.clear();
        return parts.book(message, delivery, own);
      },
    })),
  },
  {
    name: 'any-currency',
    mistake: 'compares the amount, and takes any currency',
    caughtBy: 'compares-amounts-with-own-records',
    make: exchanging(({ parts, world, progress }) => ({
      book(message, delivery, own) {
        const reference = String(progress.isKnown(message) && progress.referenceOf(message));
        const sale = world.store.sales.get(reference);
        if (sale !== undefined)
          world.store.sales.set(reference, { ...sale, currency: String(progress.currencyOf(message)) });
        return parts.book(message, delivery, own);
      },
    })),
  },
  {
    name: 'latest-version-only',
    mistake: 'was upgraded on the day on which the provider began to',
    caughtBy: 'accepts-previous-versions',
    on: (provider) => previousOf(provider).length > 0,
    make: exchanging(({ provider }) => ({ versionOf: () => provider })),
  },
];

/** A receiver that keeps another amount than it is told. */
function withAmounts(change: (amount: number) => unknown): Member['make'] {
  return exchanging(({ parts, world, progress }) => ({
    book(message, delivery, own) {
      const status = parts.book(message, delivery, own);
      const amount = progress.isKnown(message) ? progress.amountOf(message) : undefined;
      for (const [key, kept] of world.store.objects)
        if (kept.message === message && typeof amount === 'number')
          world.store.objects.set(key, { ...kept, amount: change(amount) });
      return status;
    },
  }));
}

/** Two fields of which no fixture has the first without the second, though both are optional. */
function pairOf(
  provider: Provider,
): { readonly type: string; readonly field: string; readonly other: string } | undefined {
  const objects = fixtureFiles(provider).map(({ event, value }) => ({
    event,
    object: Object(valueAt(value, provider.envelope.paths.object)) as object,
  }));
  for (const [type, row] of rowsOf(provider)) {
    const [shape, ...others] = row.object.shapes;
    const optional = Object.entries(shape.schema.shape)
      .filter(([, field]) => field.safeParse(undefined).success)
      .map(([field]) => field);
    if (others.length > 0) continue;
    for (const field of optional)
      for (const other of optional) {
        const own = objects.filter(({ event }) => event === type);
        const carrying = own.filter(({ object }) => field in object);
        if (field !== other && carrying.length > 0 && carrying.every(({ object }) => other in object))
          return { type, field, other };
      }
  }
  return undefined;
}

function merge(target: object, source: object): void {
  for (const [key, value] of Object.entries(source)) {
    const into = (target as { [Key: string]: unknown })[key];
    if (typeof value === 'object' && value !== null && typeof into === 'object' && into !== null) merge(into, value);
    else (target as { [Key: string]: unknown })[key] = value;
  }
}

/** Every key in a value. */
function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) => [key, ...keysIn(field)]);
}

/** How many levels a value has, without a stack that could run out. */
function depthOf(value: unknown): number {
  let level: unknown[] = [value];
  let depth = 0;
  for (; level.length > 0; depth++)
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  return depth;
}
