import type { Receiver } from '../../../src/conformance/index.ts';
import { rowsOf } from '../../../src/define/index.ts';
import { fixtureFiles } from '../../../src/fixture/index.ts';
import { correctSubject, type Store } from '../correct.ts';
import { behind, exchanging, timed, type Member } from '../member.ts';

const onceOnly = (again: () => number) =>
  exchanging(({ parts, world }) => ({
    book: (message, delivery, own) => (world.store.seen.has(message.id) ? again() : parts.book(message, delivery, own)),
  }));

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const comesAgain = 'an event that is signed again comes a second time, too';

/** Mistakes in what is answered. */
export const answers: readonly Member[] = [
  {
    name: 'created',
    mistake: 'answers 201 to every event',
    caughtBy: 'acknowledges-with-the-documented-status',
    make: exchanging(({ parts }) => ({
      book: async (message, delivery, own) => (await parts.book(message, delivery, own)) && 201,
    })),
  },
  {
    name: 'no-content-for-one',
    mistake: 'answers 204 to one event type',
    caughtBy: 'acknowledges-with-the-documented-status',
    make: exchanging(({ provider, parts }) => ({
      book: async (message, delivery, own) => {
        const status = await parts.book(message, delivery, own);
        return message.type === Object.keys(provider.events)[0] ? 204 : status;
      },
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
    alsoFails: { checks: ['keeps-amounts-exact'], why: 'it sends an amount of zero' },
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
    alsoFails: { checks: ['accepts-resigned-retries'], why: comesAgain },
    make: onceOnly(() => 409),
  },
  {
    name: 'duplicate-breaks-constraint',
    mistake: 'lets the database refuse an event that it has',
    caughtBy: 'acknowledges-duplicates',
    alsoFails: { checks: ['accepts-resigned-retries'], why: comesAgain },
    make: onceOnly(() => {
      throw new Error('duplicate key value violates unique constraint "events_pkey"');
    }),
  },
  {
    name: 'duplicate-is-no-content',
    mistake: 'answers 204 to an event that it has, and 200 to any other',
    caughtBy: 'acknowledges-duplicates',
    alsoFails: { checks: ['accepts-resigned-retries'], why: comesAgain },
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
    make: behind((request, receiver) => (request.method === 'GET' ? new Response('ok') : receiver(request))),
  },
  {
    name: 'method-looked-at-last',
    mistake: 'keeps an event that comes by PUT, and then answers 405',
    caughtBy: 'answers-only-post',
    make: behind(async (request, receiver) => {
      if (request.method !== 'PUT') return receiver(request);
      await receiver(new Request(request, { method: 'POST' }));
      return new Response(null, { status: 405 });
    }),
  },
  {
    name: 'unknown-is-the-last-known',
    mistake: 'takes every event type that it does not know for the last that it knows',
    caughtBy: 'acknowledges-unknown-event-types',
    make: exchanging(({ provider, parts }) => {
      const rows = rowsOf(provider);
      const known = new Set(rows.flatMap(([type, { spellings }]) => [type, ...spellings]));
      const [last] = rows.at(-1)!; // a catalogue is never empty
      return {
        book: (message, delivery, own) =>
          parts.book(known.has(message.type) ? message : { ...message, type: last }, delivery, own),
      };
    }),
  },
  {
    name: 'status-by-table',
    mistake: 'looks up what to do by the status, without a look whether there is anything',
    caughtBy: 'survives-unknown-enum-members',
    make: exchanging(({ parts }) => ({
      book(message, delivery, own) {
        if (message.object['status'] === 'not_yet_known') throw new TypeError('actions[status] is not a function');
        return parts.book(message, delivery, own);
      },
    })),
  },
  {
    name: 'malformed-is-forged',
    mistake: 'answers 401 to whatever it cannot verify or read',
    caughtBy: 'tells-malformed-from-forged',
    make: exchanging(({ parts }) => ({
      fail: (error, delivery) =>
        error instanceof SyntaxError ? new Response(null, { status: 401 }) : parts.fail(error, delivery),
    })),
  },
  {
    name: 'malformed-breaks',
    mistake: 'lets a parser throw, and answers 500 to a body that is no JSON',
    caughtBy: 'tells-malformed-from-forged',
    make: exchanging(() => ({ fail: () => new Response(null, { status: 500 }) })),
  },
  {
    name: 'seen-before-stored',
    mistake: 'notes an event as seen before it is stored, so that the retry of a failure is a duplicate',
    caughtBy: 'accepts-retries-after-failures',
    alsoFails: { checks: ['reprocesses-by-id'], why: 'whoever processes it again finds it seen as well' },
    make: exchanging(({ parts, world }) => {
      // A store is made anew when it is reset.
      const seen = new WeakMap<Store, Set<string>>();
      return {
        book(message, delivery, own) {
          const ids = seen.get(world.store) ?? new Set();
          seen.set(world.store, ids);
          if (ids.has(message.id)) return 200;
          ids.add(message.id);
          return parts.book(message, delivery, own);
        },
      };
    }),
  },
  {
    name: 'failure-is-acknowledged',
    mistake: 'logs what goes wrong, and answers 200 all the same',
    caughtBy: 'accepts-retries-after-failures',
    make: exchanging(({ parts }) => ({
      async book(message, delivery, own) {
        try {
          return await parts.book(message, delivery, own);
        } catch {
          return 200;
        }
      },
    })),
  },
  {
    name: 'one-lock-for-all',
    mistake: 'handles one event at a time, and looks every few seconds whether it is its turn',
    caughtBy: 'answers-in-time',
    isSlow: true,
    timeout: 1000,
    make: exchanging(({ parts }) => {
      const locks = new Set<string>();
      return {
        async book(message, delivery, own) {
          while (locks.has('events')) await wait(2000);
          locks.add('events');
          await wait(0);
          locks.delete('events');
          return parts.book(message, delivery, own);
        },
      };
    }),
  },
  {
    name: 'mail-before-answer',
    mistake: 'does all its work before it answers',
    caughtBy: 'acknowledges-before-slow-work',
    timeout: 1000,
    make: exchanging(({ parts, world }) => ({
      async book(message, delivery, own) {
        const status = await parts.book(message, delivery, own);
        if (world.slowness > 0) await wait(world.slowness);
        return status;
      },
    })),
  },
  {
    name: 'exact-content-type',
    mistake: 'compares the content type as a text',
    caughtBy: 'accepts-content-type-parameters',
    make: exchanging(({ provider }) => ({
      reads: (_, { headers }) => headers.get('content-type') === provider.delivery.headers['Content-Type']!.value,
    })),
  },
  {
    name: 'any-content-type',
    mistake: 'reads a body of any content type',
    caughtBy: 'refuses-other-content-types',
    make: exchanging(() => ({ reads: () => true })),
  },
  {
    name: 'unknown-content-type-breaks',
    mistake: 'lets its body parser leave the body out, and reads it all the same',
    caughtBy: 'refuses-other-content-types',
    alsoFails: { checks: ['survives-odd-headers'], why: 'the content type twice is no content type that it knows' },
    make: exchanging(({ parts }) => ({
      reads(mediaType, delivery) {
        if (parts.reads(mediaType, delivery)) return true;
        throw new TypeError("Cannot read properties of undefined (reading 'id')");
      },
    })),
  },
  {
    name: 'one-way-to-write-a-path',
    mistake: 'sends on to the path without a trailing slash',
    caughtBy: 'does-not-redirect',
    make: behind((request, receiver) => {
      const { pathname } = new URL(request.url);
      return pathname.endsWith('/') ? new Response(null, { status: 308 }) : receiver(request);
    }),
  },
  {
    name: 'guarded-as-a-form',
    mistake: 'refuses what is posted from another origin, as it does with its forms',
    caughtBy: 'is-not-guarded-as-a-browser-form',
    make: behind((request, receiver) => {
      const origin = request.headers.get('origin');
      const isForeign = origin !== null && origin !== new URL(request.url).origin;
      return isForeign ? new Response('CSRF check failed', { status: 403 }) : receiver(request);
    }),
  },
  {
    name: 'four-kibibytes',
    mistake: 'reads no more than four KiB of a body',
    caughtBy: 'accepts-large-payloads',
    on: ({ delivery }) => delivery.encoding.value.kind === 'json',
    make: exchanging(() => ({ limit: 4096 })),
  },
  {
    name: 'any-size',
    mistake: 'reads a body of any size',
    caughtBy: 'refuses-absurd-sizes',
    make: exchanging(() => ({ limit: Infinity })),
  },
  {
    name: 'stack-in-answer',
    mistake: 'answers with the stack of what it threw',
    caughtBy: 'leaks-nothing-in-errors',
    make: exchanging(({ parts }) => ({
      fail(error, delivery) {
        const { status } = parts.fail(error, delivery);
        return new Response(error instanceof Error ? (error.stack ?? '') : '', { status });
      },
    })),
  },
  {
    name: 'payload-in-answer',
    mistake: 'answers with the body that it could not read',
    caughtBy: 'leaks-nothing-in-errors',
    make: exchanging(({ parts, signature }) => ({
      fail(error, delivery) {
        const { status } = parts.fail(error, delivery);
        return new Response(`cannot read ${signature.json(delivery.body)}`, { status });
      },
    })),
  },
  {
    name: 'right-signature-in-answer',
    mistake: 'answers which signature it had expected',
    caughtBy: 'leaks-nothing-in-errors',
    on: timed,
    make: exchanging(({ parts, signature }) => ({
      believes(delivery) {
        if (parts.believes(delivery)) return true;
        throw new RangeError(`expected signature ${signature.expected(signature.text(delivery))}`);
      },
      fail: (error, delivery) =>
        error instanceof RangeError ? new Response(error.message, { status: 401 }) : parts.fail(error, delivery),
    })),
  },
  {
    name: 'secret-in-answer',
    mistake: 'answers with its configuration where it does not believe a delivery',
    caughtBy: 'leaks-nothing-in-errors',
    on: timed,
    make(provider, ...keys) {
      const subject = correctSubject(provider, ...keys);
      const receiver: Receiver = async (request) => {
        const answer = await subject.receiver(request);
        return answer.status === 401 ? Response.json({ secret: keys[0] }, { status: 401 }) : answer;
      };
      return { ...subject, receiver };
    },
  },
];
