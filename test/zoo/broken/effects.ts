import { setImmediate as soon, setTimeout as later } from 'node:timers/promises';
import type { Provider } from '../../../src/define/index.ts';
import type { Message, Workbench } from '../correct.ts';
import { exchanging, type Member } from '../member.ts';

const everythingTwice = 'whoever does everything twice does so however the second delivery comes';
const anyOrder = 'the order of arrival is one more thing that happens in a history';

/** What is done as often as it is asked for: a number tells the times apart. */
const eachTime =
  ({ parts, world }: Workbench) =>
  (message: Message) => {
    const name = parts.transition(message);
    const count = world.store.bookings.filter((booking) => booking.startsWith(`${name} no. `)).length;
    return `${name} no. ${count}`;
  };

/** Whether every object of a provider says when it last changed. */
const dated = ({ name }: Provider) => name === 'smartpay';

/** Mistakes in what is done. */
export const effects: readonly Member[] = [
  {
    name: 'no-memory',
    mistake: 'does what an event asks for each time that it comes',
    caughtBy: 'applies-duplicates-once',
    alsoFails: {
      checks: [
        'applies-a-transition-once',
        'applies-concurrent-duplicates-once',
        'remembers-across-restarts',
        'survives-any-history',
        'survives-lost-acknowledgements',
        'survives-the-retry-schedule',
      ],
      why: everythingTwice,
    },
    make: exchanging((bench) => ({ isNew: () => true, transition: eachTime(bench) })),
  },
  {
    name: 'check-then-act',
    mistake: 'looks whether an event is known, waits for the database, and only then writes it down',
    caughtBy: 'applies-concurrent-duplicates-once',
    alsoFails: {
      checks: ['accepts-retries-after-failures', 'reprocesses-by-id', 'survives-any-history'],
      why: 'what was looked up stays so, whether it was done or not, and a history has deliveries at once',
    },
    make: exchanging((bench) => ({
      isNew: () => true,
      transition: eachTime(bench),
      async book(message, delivery, own) {
        if (!bench.progress.isKnown(message)) return 200;
        const { seen } = bench.world.store;
        const isKnown = seen.has(bench.parts.transition(message));
        await soon();
        seen.add(bench.parts.transition(message));
        return isKnown ? 200 : bench.parts.book(message, delivery, own);
      },
    })),
  },
  {
    name: 'memory-in-the-process',
    mistake: 'keeps the events that it has seen in a variable',
    caughtBy: 'remembers-across-restarts',
    alsoFails: { checks: ['survives-any-history', 'survives-lost-acknowledgements'], why: 'they restart it, too' },
    make: exchanging((bench) => {
      const seen = new Set<string>();
      bench.world.forget = () => seen.clear();
      return {
        transition: eachTime(bench),
        isNew(message) {
          const isNew = !seen.has(bench.parts.transition(message));
          seen.add(bench.parts.transition(message));
          return isNew;
        },
      };
    }),
  },
  {
    name: 'event-id-only',
    mistake: 'knows an event by its id alone, and not by what it says',
    caughtBy: 'applies-a-transition-once',
    make: exchanging(({ parts }) => ({ transition: (message) => `${parts.transition(message)} ${message.id}` })),
  },
  {
    name: 'object-id-only',
    mistake: 'takes the second event of an object for a duplicate of the first',
    caughtBy: 'counts-distinct-events',
    alsoFails: {
      checks: [
        'applies-events-of-one-instant',
        'converges-in-any-order',
        'keeps-events-without-predecessor',
        'keeps-final-states',
        'survives-any-history',
      ],
      why: 'whichever event comes first is the only one that counts',
    },
    make: exchanging(({ world, nameOf }) => ({
      isNew(message) {
        const isNew = !world.store.seen.has(nameOf(message));
        world.store.seen.add(nameOf(message));
        return isNew;
      },
    })),
  },
  {
    name: 'one-event-an-instant',
    mistake: 'takes two events of an object that bear the same time for one',
    caughtBy: 'applies-events-of-one-instant',
    make: exchanging(({ parts, world, nameOf, progress }) => ({
      isNew(message) {
        const time = progress.timeOf(message);
        if (time === undefined) return parts.isNew(message);
        const key = `${nameOf(message)} at ${time}`;
        const isNew = !world.store.seen.has(key);
        world.store.seen.add(key);
        return isNew;
      },
    })),
  },
  {
    name: 'declined-is-declined',
    mistake: 'closes an order at its first decline',
    caughtBy: 'applies-corrections',
    on: ({ name }) => name === 'smartpay',
    make: exchanging(({ parts, world, nameOf }) => ({
      keep(message, own) {
        if (world.store.objects.get(nameOf(message))?.message.type !== 'order.rejected') parts.keep(message, own);
      },
    })),
  },
  {
    name: 'unpaid-is-over',
    mistake: 'ends a subscription when it is unpaid',
    caughtBy: 'applies-corrections',
    // The newest version does not say when an object changed, so nobody can tell which of the two came last.
    on: ({ name, version }) => name === 'useepay' && version !== '2026-04',
    make: exchanging(({ parts, world, nameOf }) => ({
      keep(message, own) {
        if (world.store.objects.get(nameOf(message))?.message.type !== 'subscription.unpaid') parts.keep(message, own);
      },
    })),
  },
  {
    name: 'last-delivery-wins',
    mistake: 'overwrites what it has with whatever comes in',
    caughtBy: 'keeps-final-states',
    alsoFails: {
      checks: ['converges-in-any-order', 'keeps-events-without-predecessor', 'survives-any-history'],
      why: anyOrder,
    },
    make: exchanging(() => ({ stands: () => true })),
  },
  {
    name: 'update-of-nothing',
    mistake: 'updates a row that is not there yet, and does not look how many rows that were',
    caughtBy: 'keeps-events-without-predecessor',
    alsoFails: {
      checks: ['converges-in-any-order', 'survives-any-history'],
      why: anyOrder,
    },
    make: exchanging(({ provider, parts, world, nameOf }) => {
      const first = new Set(provider.lifecycles.flatMap((lifecycle) => lifecycle.first));
      return {
        keep(message, own) {
          if (first.has(message.type) || world.store.objects.has(nameOf(message))) parts.keep(message, own);
        },
      };
    }),
  },
  {
    name: 'predecessor-or-404',
    mistake: 'answers 404 to an event about an object that it does not know, and remembers the event as done',
    caughtBy: 'keeps-events-without-predecessor',
    alsoFails: { checks: ['converges-in-any-order', 'survives-any-history'], why: anyOrder },
    on: ({ name }) => name === 'acme',
    make: exchanging(({ parts, world, nameOf }) => ({
      book(message, delivery, own) {
        const isUnknown = message.type === 'charge.settled' && !world.store.objects.has(nameOf(message));
        return isUnknown && parts.isNew(message) ? 404 : parts.book(message, delivery, own);
      },
    })),
  },
  {
    name: 'stale-event',
    mistake: 'drops an event that is more than a day old',
    caughtBy: 'processes-late-deliveries',
    on: (provider) => provider.name === 'acme' || dated(provider),
    make: exchanging(({ parts, progress }) => ({
      keep(message, own) {
        if ((progress.timeOf(message) ?? Date.now()) > Date.now() - 24 * 60 * 60 * 1000) parts.keep(message, own);
      },
    })),
  },
  {
    name: 'remembers-last',
    mistake: 'does the work, and writes down that it is done after the answer is due',
    caughtBy: 'survives-lost-acknowledgements',
    isSlow: true,
    make: exchanging(({ parts, world }) => ({
      async book(message, delivery) {
        if (world.store.seen.has(message.id)) return 200;
        world.store.bookings.push(`${parts.transition(message)} no. ${world.store.bookings.length}`);
        await later(8);
        if (delivery.signal?.aborted) throw new Error('the client is gone');
        world.store.seen.add(message.id);
        return 200;
      },
    })),
  },
  {
    name: 'short-memory',
    mistake: 'forgets an event after half a minute',
    caughtBy: 'survives-the-retry-schedule',
    on: ({ delivery }) => delivery.retries.value !== undefined,
    make: exchanging((bench) => ({
      transition: eachTime(bench),
      isNew(message) {
        const { notes } = bench.world.store;
        const [key, now] = [bench.parts.transition(message), Date.now() + bench.world.ahead];
        if (now - Number(notes.get(key) ?? -Infinity) < 30_000) return false;
        notes.set(key, now);
        return true;
      },
    })),
  },
  {
    name: 'short-queue',
    mistake: 'acknowledges what does not fit into its queue, and drops it',
    caughtBy: 'survives-bursts',
    make: exchanging(({ parts }) => {
      let waiting = 0;
      return {
        async book(message, delivery, own) {
          if (waiting >= 10) return 200;
          waiting++;
          await soon();
          waiting--;
          return parts.book(message, delivery, own);
        },
      };
    }),
  },
  {
    name: 'too-busy',
    mistake: 'answers 429 to all but one delivery at a time',
    caughtBy: 'survives-bursts',
    make: exchanging(({ parts }) => {
      let isBusy = false;
      return {
        async book(message, delivery, own) {
          if (isBusy) return 429;
          isBusy = true;
          await soon();
          isBusy = false;
          return parts.book(message, delivery, own);
        },
      };
    }),
  },
  {
    name: 'arrival-until-the-end',
    mistake: 'lets the last delivery win until the story of an object is over',
    caughtBy: 'converges-in-any-order',
    alsoFails: { checks: ['survives-any-history'], why: anyOrder },
    on: dated,
    make: exchanging(({ provider, parts, progress }) => {
      const ends = new Set(
        provider.lifecycles.flatMap(({ steps }) => Object.keys(steps).filter((name) => steps[name]!.next.length === 0)),
      );
      return {
        stands: (message, kept) =>
          !ends.has(kept.type) && (!progress.isAfter(kept, message) || !ends.has(message.type)),
        transition: parts.transition,
      };
    }),
  },
  {
    name: 'the-current-one',
    mistake: 'takes an event to be about the object that it heard of last',
    caughtBy: 'keeps-objects-apart',
    alsoFails: { checks: ['survives-any-history'], why: 'there is more than one object there, too' },
    make: exchanging(({ parts, progress, world }) => ({
      keep(message, own) {
        const kind = progress.nameOf(message);
        const isFirst = /\.(created|received|sent|authorized)$/.test(message.type);
        const id = isFirst ? message.object['id'] : (world.store.notes.get(kind) ?? message.object['id']);
        world.store.notes.set(kind, id);
        parts.keep({ ...message, object: { ...message.object, id } }, own);
      },
    })),
  },
  {
    name: 'last-id-only',
    mistake: 'remembers no more than the last event',
    caughtBy: 'survives-any-history',
    make: exchanging((bench) => ({
      transition: eachTime(bench),
      isNew(message) {
        const { seen } = bench.world.store;
        const key = bench.parts.transition(message);
        if (seen.has(key)) return false;
        seen.clear();
        seen.add(key);
        return true;
      },
    })),
  },
  {
    name: 'keeps-no-failures',
    mistake: 'cannot find an event again that failed',
    caughtBy: 'reprocesses-by-id',
    make: exchanging(({ parts, world }) => ({
      async book(message, delivery, own) {
        try {
          return await parts.book(message, delivery, own);
        } finally {
          world.failed.clear();
        }
      },
    })),
  },
  {
    name: 'logs-what-it-refuses',
    mistake: 'writes the body of each delivery that it refuses into its logs',
    caughtBy: 'logs-nothing-secret',
    make: exchanging(({ parts, world, signature: { json } }) => ({
      believes(delivery) {
        const isBelieved = parts.believes(delivery);
        if (!isBelieved) world.logs.push(`refused: ${json(delivery.body)}`);
        return isBelieved;
      },
    })),
  },
  {
    name: 'logs-signatures',
    mistake: 'writes the headers of each delivery into its logs',
    caughtBy: 'logs-nothing-secret',
    make: exchanging(({ parts, world }) => ({
      book(message, delivery, own) {
        world.logs.push(JSON.stringify(Object.fromEntries(delivery.headers)));
        return parts.book(message, delivery, own);
      },
    })),
  },
];
