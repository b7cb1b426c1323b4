import { fixtureFiles } from '../../../src/fixture/index.ts';
import type { Receiver } from '../../../src/conformance/index.ts';
import { correctSubject } from '../correct.ts';
import { exchanging, type Member } from '../member.ts';

const onceOnly = (again: () => number) =>
  exchanging(({ parts, world }) => ({
    book: (message, delivery, own) => (world.store.seen.has(message.id) ? again() : parts.book(message, delivery, own)),
  }));

/** Mistakes in the status that is answered. */
export const answers: readonly Member[] = [
  {
    name: 'created',
    mistake: 'answers 201 to every event',
    caughtBy: 'acknowledges-every-event',
    make: exchanging(() => ({ book: () => 201 })),
  },
  {
    name: 'no-content-for-one',
    mistake: 'answers 204 to one event type',
    caughtBy: 'acknowledges-every-event',
    make: exchanging(({ provider, parts }) => ({
      book: (message, delivery, own) =>
        message.type === Object.keys(provider.events)[0] ? 204 : parts.book(message, delivery, own),
    })),
  },
  {
    name: 'see-other',
    mistake: 'sends the provider on to a page of thanks',
    caughtBy: 'acknowledges-every-event',
    make: exchanging(() => ({ book: () => 303 })),
  },
  {
    name: 'zero-is-nothing',
    mistake: 'takes an amount of zero for a missing amount',
    caughtBy: 'acknowledges-every-event',
    on: (provider) => JSON.stringify(fixtureFiles(provider)).includes('"amount":0,'),
    make: exchanging(({ parts }) => ({
      book: (message, delivery, own) =>
        'amount' in message.object && !message.object['amount'] ? 422 : parts.book(message, delivery, own),
    })),
  },
  {
    name: 'duplicate-is-conflict',
    mistake: 'answers 409 to an event that it has',
    caughtBy: 'acknowledges-duplicates',
    make: onceOnly(() => 409),
  },
  {
    name: 'duplicate-breaks-constraint',
    mistake: 'lets the database refuse an event that it has',
    caughtBy: 'acknowledges-duplicates',
    make: onceOnly(() => {
      throw new Error('duplicate key value violates unique constraint "events_pkey"');
    }),
  },
  {
    name: 'duplicate-is-no-content',
    mistake: 'answers 204 to an event that it has, and 200 to any other',
    caughtBy: 'acknowledges-duplicates',
    make: onceOnly(() => 204),
  },
  {
    name: 'retry-is-replay',
    mistake: 'takes a signature that it has seen for an attack',
    caughtBy: 'acknowledges-duplicates',
    make: exchanging(({ parts, signature, world }) => ({
      believes(delivery) {
        const found = delivery.headers.get(signature.header) ?? '';
        if (world.store.notes.has(found) || !parts.believes(delivery)) return false;
        world.store.notes.set(found, true);
        return true;
      },
    })),
  },
  {
    name: 'any-method',
    mistake: 'takes an event by any method',
    caughtBy: 'answers-only-post',
    make: exchanging(() => ({ allows: () => true })),
  },
  {
    name: 'hello',
    mistake: 'answers 200 to GET, for the sake of a health check',
    caughtBy: 'answers-only-post',
    make(provider, ...keys) {
      const subject = correctSubject(provider, ...keys);
      const greet: Receiver = (request) => (request.method === 'GET' ? new Response('ok') : subject.receiver(request));
      return { ...subject, receiver: greet };
    },
  },
];
