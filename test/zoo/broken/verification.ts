import { createHash, createHmac, publicDecrypt, timingSafeEqual, verify } from 'node:crypto';
import { isRecent } from '../correct.ts';
import { comparing, exchanging, hmac, rsa, timed, type Member } from '../member.ts';
import { rsaKey, signatureOf } from '../signature.ts';
import { wire } from '../wire.ts';

const readsNothing = 'who does not compute the signature finds no fault with what is signed either';
const parsesFirst = 'it parses before it verifies';

/** Mistakes in what is believed. */
export const verification: readonly Member[] = [
  {
    name: 'signature-optional',
    mistake: 'verifies a signature only where there is one',
    caughtBy: 'refuses-missing-signature',
    alsoFails: { checks: ['fails-closed-without-secret'], why: 'what is unsigned needs no secret' },
    make: exchanging(({ parts, signature }) => ({
      believes: (delivery) => !delivery.headers.get(signature.header) || parts.believes(delivery),
    })),
  },
  {
    name: 'nothing-equals-nothing',
    mistake: 'computes a signature only where there is one, and compares nothing with nothing',
    caughtBy: 'refuses-missing-signature',
    on: hmac,
    make: exchanging(({ provider, signatures, signature: { header }, world }) => ({
      believes(delivery) {
        const found = delivery.headers.get(header);
        if (!isRecent(provider, delivery, world)) return false;
        return signatures.some((each) => found === (found && each.expected(each.text(delivery))));
      },
    })),
  },
  {
    name: 'timing-safe-equal-throws',
    mistake: 'compares in constant time without a look at the length',
    caughtBy: 'refuses-signatures-of-wrong-length',
    alsoFails: {
      checks: ['refuses-garbage-signature', 'refuses-unknown-schemes', 'survives-odd-headers'],
      why: 'a prefix, a copy and another algorithm give a signature another length, too',
    },
    on: hmac,
    make: comparing((signature, delivery, found) =>
      found === ''
        ? false
        : timingSafeEqual(Buffer.from(found), Buffer.from(signature.expected(signature.text(delivery)))),
    ),
  },
  {
    name: 'beginning-of-signature',
    mistake: 'believes any beginning of the right signature',
    caughtBy: 'refuses-signatures-of-wrong-length',
    on: hmac,
    make: comparing(
      (signature, delivery, found) => found !== '' && signature.expected(signature.text(delivery)).startsWith(found),
    ),
  },
  {
    name: 'signature-included',
    mistake: 'believes any header that includes the right signature',
    caughtBy: 'refuses-garbage-signature',
    alsoFails: {
      checks: ['refuses-signatures-of-wrong-length'],
      why: 'what is longer by a little includes it, too',
    },
    on: hmac,
    make: comparing((signature, delivery, found) => found.includes(signature.expected(signature.text(delivery)))),
  },
  {
    name: 'lenient-base64',
    mistake: 'decodes the signature with a decoder that skips what it cannot read',
    caughtBy: 'refuses-garbage-signature',
    alsoFails: { checks: ['refuses-signatures-of-wrong-length'], why: 'what follows the padding is skipped, too' },
    on: rsa,
    make: comparing((signature, delivery, found, key) =>
      verify('RSA-SHA256', signature.text(delivery), rsaKey(key), Buffer.from(found, 'base64')),
    ),
  },
  {
    name: 'length-only',
    mistake: 'believes any signature of the right length',
    caughtBy: 'refuses-wrong-key',
    alsoFails: {
      checks: [
        'refuses-garbage-signature',
        'refuses-unknown-schemes',
        'refuses-tampered-body',
        'refuses-changed-bytes',
        'verifies-raw-bytes',
      ],
      why: readsNothing,
    },
    make: exchanging(({ provider, keys, signature, world }) => ({
      believes: (delivery) =>
        keys.length > 0 &&
        isRecent(provider, delivery, world) &&
        delivery.headers.get(signature.header)?.length === (hmac(provider) ? 64 : 344),
    })),
  },
  {
    name: 'believes-all',
    mistake: 'has its verification turned off, as for a test',
    caughtBy: 'refuses-wrong-key',
    alsoFails: {
      checks: [
        'refuses-missing-signature',
        'refuses-garbage-signature',
        'refuses-signatures-of-wrong-length',
        'refuses-unknown-schemes',
        'refuses-tampered-body',
        'refuses-changed-bytes',
        'verifies-raw-bytes',
        'refuses-stale-timestamps',
        'refuses-future-timestamps',
        'refuses-malformed-timestamps',
        'fails-closed-without-secret',
      ],
      why: readsNothing,
    },
    make: exchanging(() => ({ believes: () => true })),
  },
  {
    name: 'no-secret-configured',
    mistake: 'verifies nothing while no secret is configured',
    caughtBy: 'fails-closed-without-secret',
    make: exchanging(({ keys, parts }) => ({ believes: (delivery) => keys.length === 0 || parts.believes(delivery) })),
  },
  {
    name: 'secret-undefined',
    mistake: 'writes a secret that is not configured into a text, and verifies with "undefined"',
    caughtBy: 'fails-closed-without-secret',
    on: hmac,
    make(provider, ...keys) {
      return exchanging(() => ({}))(provider, ...(keys.length === 0 ? ['undefined'] : keys));
    },
  },
  {
    name: 'secret-empty',
    mistake: 'takes an empty secret where none is configured',
    caughtBy: 'fails-closed-without-secret',
    on: hmac,
    make: exchanging(({ provider, keys, parts }) => ({
      believes(delivery) {
        if (keys.length > 0) return parts.believes(delivery);
        const { header, text } = signatureOf(provider, 'any');
        return delivery.headers.get(header) === createHmac('sha256', '').update(text(delivery)).digest('hex');
      },
    })),
  },
  {
    name: 'algorithm-in-header',
    mistake: 'takes the algorithm from the header, where one is named in front of the signature',
    caughtBy: 'refuses-unknown-schemes',
    on: ({ name }) => name === 'acme',
    make: comparing((signature, delivery, found, key) => {
      const [, algorithm = 'sha256', hex] = /^(?:(sha1|sha512)=)?([0-9a-f]+)$/.exec(found) ?? [];
      return hex === createHmac(algorithm, key).update(signature.text(delivery)).digest('hex');
    }),
  },
  {
    name: 'hash-without-key',
    mistake: 'also believes a plain hash of the text, as an older version of it made',
    caughtBy: 'refuses-unknown-schemes',
    on: hmac,
    make: comparing((signature, delivery, found) => {
      const text = signature.text(delivery);
      return signature.matches(text, found) || createHash('sha256').update(text).digest('hex') === found;
    }),
  },
  {
    name: 'sha-1-as-well',
    mistake: 'also believes what is signed with SHA-1',
    caughtBy: 'refuses-unknown-schemes',
    on: rsa,
    make: comparing((signature, delivery, found, key) => {
      const text = signature.text(delivery);
      return signature.matches(text, found) || verify('RSA-SHA1', text, rsaKey(key), Buffer.from(found, 'base64'));
    }),
  },
  {
    name: 'public-key-as-secret',
    mistake: 'also believes a keyed hash, with the public key for a secret',
    caughtBy: 'refuses-unknown-schemes',
    on: rsa,
    make: comparing((signature, delivery, found, key) => {
      const text = signature.text(delivery);
      return signature.matches(text, found) || createHmac('sha256', key).update(text).digest('base64') === found;
    }),
  },
  {
    name: 'padding-only',
    mistake: 'decrypts the signature with the public key and does not compare the digest in it',
    caughtBy: 'refuses-tampered-body',
    alsoFails: {
      checks: ['refuses-changed-bytes', 'refuses-unknown-schemes', 'verifies-raw-bytes'],
      why: 'the digest is all that ties a signature to the bytes and to an algorithm',
    },
    on: rsa,
    make: comparing((_signature, _delivery, found, key) => {
      const bytes = Buffer.from(found, 'base64');
      try {
        return bytes.toString('base64') === found && publicDecrypt(rsaKey(key), bytes).length > 0;
      } catch {
        return false;
      }
    }),
  },
  {
    name: 'verdict-kept-by-id',
    mistake: 'believes every delivery of an event that it believed once',
    caughtBy: 'refuses-tampered-body',
    alsoFails: { checks: ['verifies-before-parsing'], why: parsesFirst },
    make: exchanging(({ parts, signature }) => {
      const believed = new Set<string>();
      return {
        believes(delivery) {
          const { id } = parts.read(parts.parse(signature.json(delivery.body)));
          if (parts.believes(delivery)) believed.add(id);
          return believed.has(id);
        },
      };
    }),
  },
  {
    name: 'to-the-last-brace',
    mistake: 'verifies and reads the body only as far as its last brace',
    caughtBy: 'refuses-changed-bytes',
    alsoFails: {
      checks: ['reads-any-spelling-of-json', 'verifies-raw-bytes', 'tells-malformed-from-forged'],
      why: 'white space at the end is cut off, too, and so is all that has no brace',
    },
    make: exchanging(({ provider, signatures, signature: { header, json }, parts, world }) => {
      const cut = (text: string) => text.slice(0, text.lastIndexOf('}') + 1);
      return {
        believes(delivery) {
          const found = delivery.headers.get(header) ?? '';
          if (!isRecent(provider, delivery, world)) return false;
          return signatures.some((each) => each.matches(each.text(delivery, cut(json(delivery.body))), found));
        },
        parse: (text) => parts.parse(cut(text)),
      };
    }),
  },
  {
    name: 're-serialised',
    mistake: 'verifies its parsed JSON, written anew',
    caughtBy: 'verifies-raw-bytes',
    alsoFails: {
      checks: ['reads-any-spelling-of-json', 'survives-hostile-json', 'verifies-before-parsing'],
      why: parsesFirst,
    },
    make: comparing((signature, delivery, found) => {
      const written = JSON.stringify(JSON.parse(signature.json(delivery.body)));
      return signature.matches(signature.text(delivery, written), found);
    }),
  },
  {
    name: 're-serialised-as-well',
    mistake: 'verifies its parsed JSON, written anew, where the raw bytes do not fit the signature',
    caughtBy: 'verifies-raw-bytes',
    alsoFails: { checks: ['survives-hostile-json', 'verifies-before-parsing'], why: parsesFirst },
    make: comparing((signature, delivery, found) => {
      const written = JSON.stringify(JSON.parse(signature.json(delivery.body)));
      const texts = [signature.text(delivery), signature.text(delivery, written)];
      return texts.some((text) => signature.matches(text, found));
    }),
  },
  {
    name: 'trimmed',
    mistake: 'verifies the body without the white space around it',
    caughtBy: 'verifies-raw-bytes',
    alsoFails: { checks: ['reads-any-spelling-of-json'], why: 'a body may begin and end with white space' },
    make: comparing((signature, delivery, found) =>
      signature.matches(signature.text(delivery, signature.json(delivery.body).trim()), found),
    ),
  },
  {
    name: 'three-byte-utf-8',
    mistake: 'keeps the body in a column of three-byte UTF-8, and verifies what the column gives back',
    caughtBy: 'verifies-non-ascii-bodies',
    alsoFails: { checks: ['survives-any-unicode'], why: 'texts of any kind hold such characters' },
    make: comparing((signature, delivery, found) => {
      const kept = signature.json(delivery.body).replaceAll(/[\u{10000}-\u{10ffff}]/gu, '?');
      return signature.matches(signature.text(delivery, kept), found);
    }),
  },
  {
    name: 'parses-first',
    mistake: 'parses the body before it verifies it',
    caughtBy: 'verifies-before-parsing',
    make: exchanging(({ parts, signature }) => ({
      believes(delivery) {
        parts.read(parts.parse(signature.json(delivery.body)));
        return parts.believes(delivery);
      },
    })),
  },
  {
    name: 'books-first',
    mistake: 'keeps what an event says before it verifies who says it',
    caughtBy: 'drops-what-it-refuses',
    alsoFails: { checks: ['ignores-other-addressees'], why: 'what is for another is booked as well' },
    make: exchanging(({ parts, signature }) => ({
      believes(delivery) {
        try {
          void parts.book(parts.read(parts.parse(signature.json(delivery.body))), delivery, parts);
        } catch {
          // It is looked at again once it is believed.
        }
        return parts.believes(delivery);
      },
    })),
  },
  {
    name: 'any-age',
    mistake: 'does not look at the time that is signed',
    caughtBy: 'refuses-stale-timestamps',
    alsoFails: {
      checks: ['refuses-future-timestamps', 'refuses-malformed-timestamps'],
      why: 'who does not look at the time takes any',
    },
    on: timed,
    make: exchanging(({ signatures, signature: { header } }) => ({
      believes: (delivery) =>
        signatures.some((each) => each.matches(each.text(delivery), delivery.headers.get(header) ?? '')),
    })),
  },
  {
    name: 'never-too-early',
    mistake: 'refuses what was signed too long ago, and takes what is signed for a time to come',
    caughtBy: 'refuses-future-timestamps',
    on: timed,
    make: exchanging(({ provider, parts, signatures, signature: { header }, world }) => ({
      believes(delivery) {
        const isAhead = isRecent(provider, delivery, { ahead: world.ahead + 86_400_000 });
        const isRight = signatures.some((each) =>
          each.matches(each.text(delivery), delivery.headers.get(header) ?? ''),
        );
        return parts.believes(delivery) || (isAhead && isRight);
      },
    })),
  },
  {
    name: 'nan-is-recent',
    mistake: 'asks whether the time is too far off, which no time that is no number ever is',
    caughtBy: 'refuses-malformed-timestamps',
    on: timed,
    make: exchanging(({ provider, signatures, signature: { header }, world }) => ({
      believes(delivery) {
        const { header: time, unit } = provider.delivery.timestamp.value!; // timed
        const at = Number(delivery.headers.get(time)) * (unit === 'seconds' ? 1000 : 1);
        if (Math.abs(Date.now() + world.ahead - at) > 300_000) return false;
        return signatures.some((each) => each.matches(each.text(delivery), delivery.headers.get(header) ?? ''));
      },
    })),
  },
  {
    name: 'once-signed-never-again',
    mistake: 'takes another signature of an event that it has for a forgery',
    caughtBy: 'accepts-resigned-retries',
    alsoFails: { checks: ['accepts-retries-after-failures'], why: 'the retry of a failure is signed again as well' },
    on: timed,
    make: exchanging(({ parts, signature: { header, json }, world }) => ({
      believes(delivery) {
        if (!parts.believes(delivery)) return false;
        const found = delivery.headers.get(header);
        const { notes } = world.store;
        const body = json(delivery.body);
        if (!notes.has(body)) notes.set(body, found);
        return notes.get(body) === found;
      },
    })),
  },
  {
    name: 'first-secret-only',
    mistake: 'verifies with the first of its secrets alone',
    caughtBy: 'accepts-both-secrets-while-rotating',
    make: (provider, ...keys) => exchanging(() => ({}))(provider, ...keys.slice(0, 1)),
  },
  {
    name: 'known-by-unsigned-id',
    mistake: 'knows an event again by the id in a header that nobody signs, and ships for every new one',
    caughtBy: 'ignores-replays',
    on: ({ name }) => name === 'smartpay',
    make: exchanging(({ parts, progress, world }) => {
      const seen = new Set<string>();
      return {
        book(message, delivery, own) {
          const id = delivery.headers.get('smartpay-event-id') ?? '';
          if (seen.has(id)) return 200;
          seen.add(id);
          if (progress.isKnown(message))
            world.store.bookings.push(`shipped for ${message.type} ${String(message.object['id'])}`);
          return parts.book(message, delivery, own);
        },
      };
    }),
  },
  {
    name: 'known-by-app',
    mistake: 'keeps apart what it has seen by an app id in a header that nobody signs',
    caughtBy: 'ignores-replays',
    on: ({ name }) => name === 'useepay',
    make: exchanging(({ parts, progress, world }) => {
      const seen = new Set<string>();
      return {
        // A shop of one app has no need to look.
        isAddressee: () => true,
        book(message, delivery, own) {
          const id = `${delivery.headers.get('app_id')} ${message.id}`;
          if (seen.has(id)) return 200;
          seen.add(id);
          if (progress.isKnown(message))
            world.store.bookings.push(`shipped for ${message.type} ${String(message.object['id'])}`);
          return parts.book(message, delivery, own);
        },
      };
    }),
  },
  {
    name: 'headers-as-documented',
    mistake: 'looks its headers up by the very names that are documented',
    caughtBy: 'reads-header-names-in-any-case',
    on: ({ name }) => name === 'acme',
    make: wire,
  },
  {
    name: 'header-into-column',
    mistake: 'writes every header into a log whose column is too narrow for some',
    caughtBy: 'survives-odd-headers',
    make: exchanging(({ parts }) => ({
      believes(delivery) {
        for (const [, value] of delivery.headers)
          if (value.length > 4096) throw new Error('value too long for type character varying(4096)');
        return parts.believes(delivery);
      },
    })),
  },
  {
    name: 'needs-its-merchant-named',
    mistake: 'refuses a delivery without the header that names its merchant',
    caughtBy: 'accepts-without-underscore-headers',
    on: ({ name }) => name === 'useepay',
    make: exchanging(({ parts }) => ({
      isAddressee: (delivery) => delivery.headers.has('merchant_no') && parts.isAddressee(delivery),
    })),
  },
  {
    name: 'plus-is-plus',
    mistake: 'decodes the percent escapes of a form, and leaves a plus as it is',
    caughtBy: 'reads-form-bodies-as-forms',
    on: (provider) => provider.delivery.encoding.value.kind === 'form',
    make: exchanging(({ parts }) => ({
      believes({ headers, body }) {
        // What is decoded so is what the usual decoder makes of a plus that is escaped.
        const plain = body.toString('latin1').replaceAll('+', '%2B');
        return parts.believes({ headers, body: Buffer.from(plain, 'latin1') });
      },
    })),
  },
  {
    name: 'all-that-follows-data',
    mistake: 'takes all that follows "data=" for the value of the field',
    caughtBy: 'reads-form-bodies-as-forms',
    on: (provider) => provider.delivery.encoding.value.kind === 'form',
    make: exchanging(({ parts }) => ({
      believes({ headers, body }) {
        const text = body.toString('latin1');
        const plain = `data=${text.slice('data='.length).replaceAll('&', '%26')}`;
        return parts.believes({ headers, body: Buffer.from(plain, 'latin1') });
      },
    })),
  },
];
