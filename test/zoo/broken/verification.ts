import { publicDecrypt, timingSafeEqual, verify } from 'node:crypto';
import { exchanging, hmac, rsa, type Member } from '../member.ts';
import { rsaKey } from '../signature.ts';

const readsNothing = 'who does not compute the signature finds no fault with what is signed either';

/** Mistakes in what is believed. */
export const verification: readonly Member[] = [
  {
    name: 'signature-optional',
    mistake: 'verifies a signature only where there is one',
    caughtBy: 'refuses-missing-signature',
    make: exchanging(({ parts, signature }) => ({
      believes: (delivery) => !delivery.headers.get(signature.header) || parts.believes(delivery),
    })),
  },
  {
    name: 'nothing-equals-nothing',
    mistake: 'computes a signature only where there is one, and compares nothing with nothing',
    caughtBy: 'refuses-missing-signature',
    on: hmac,
    make: exchanging(({ signature }) => ({
      believes(delivery) {
        const found = delivery.headers.get(signature.header);
        return found === (found && signature.expected(signature.text(delivery)));
      },
    })),
  },
  {
    name: 'timing-safe-equal-throws',
    mistake: 'compares in constant time without a look at the length',
    caughtBy: 'refuses-garbage-signature',
    on: hmac,
    make: exchanging(({ signature }) => ({
      believes(delivery) {
        const found = delivery.headers.get(signature.header);
        if (!found) return false;
        return timingSafeEqual(Buffer.from(found), Buffer.from(signature.expected(signature.text(delivery))));
      },
    })),
  },
  {
    name: 'beginning-of-signature',
    mistake: 'believes any beginning of the right signature',
    caughtBy: 'refuses-garbage-signature',
    on: hmac,
    make: exchanging(({ signature }) => ({
      believes(delivery) {
        const found = delivery.headers.get(signature.header);
        return !!found && signature.expected(signature.text(delivery)).startsWith(found);
      },
    })),
  },
  {
    name: 'signature-included',
    mistake: 'believes any header that includes the right signature',
    caughtBy: 'refuses-garbage-signature',
    on: hmac,
    make: exchanging(({ signature }) => ({
      believes: (delivery) =>
        delivery.headers.get(signature.header)?.includes(signature.expected(signature.text(delivery))) ?? false,
    })),
  },
  {
    name: 'lenient-base64',
    mistake: 'decodes the signature with a decoder that skips what it cannot read',
    caughtBy: 'refuses-garbage-signature',
    on: rsa,
    make: exchanging(({ key, signature }) => ({
      believes(delivery) {
        const found = delivery.headers.get(signature.header) ?? '';
        return verify('RSA-SHA256', signature.text(delivery), rsaKey(key), Buffer.from(found, 'base64'));
      },
    })),
  },
  {
    name: 'length-only',
    mistake: 'believes any signature of the right length',
    caughtBy: 'refuses-wrong-key',
    alsoFails: {
      checks: ['refuses-garbage-signature', 'refuses-tampered-body', 'verifies-raw-bytes'],
      why: readsNothing,
    },
    make: exchanging(({ provider, signature }) => ({
      believes: ({ headers }) => headers.get(signature.header)?.length === (hmac(provider) ? 64 : 344),
    })),
  },
  {
    name: 'no-secret-configured',
    mistake: 'verifies nothing while no secret is configured',
    caughtBy: 'refuses-wrong-key',
    alsoFails: {
      checks: ['refuses-missing-signature', 'refuses-garbage-signature', 'refuses-tampered-body', 'verifies-raw-bytes'],
      why: readsNothing,
    },
    make: exchanging(() => ({ believes: () => true })),
  },
  {
    name: 'padding-only',
    mistake: 'decrypts the signature with the public key and does not compare the digest in it',
    caughtBy: 'refuses-tampered-body',
    alsoFails: { checks: ['verifies-raw-bytes'], why: 'the digest is all that ties a signature to the bytes' },
    on: rsa,
    make: exchanging(({ key, signature }) => ({
      believes({ headers }) {
        const found = headers.get(signature.header) ?? '';
        const bytes = Buffer.from(found, 'base64');
        try {
          return bytes.toString('base64') === found && publicDecrypt(rsaKey(key), bytes).length > 0;
        } catch {
          return false;
        }
      },
    })),
  },
  {
    name: 'verdict-kept-by-id',
    mistake: 'believes every delivery of an event that it believed once',
    caughtBy: 'refuses-tampered-body',
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
    name: 're-serialised',
    mistake: 'verifies its parsed JSON, written anew',
    caughtBy: 'verifies-raw-bytes',
    alsoFails: {
      checks: ['reads-any-spelling-of-json'],
      why: 'what is spelled otherwise does not fit its signature',
    },
    make: exchanging(({ signature }) => ({
      believes(delivery) {
        const written = JSON.stringify(JSON.parse(signature.json(delivery.body)));
        return signature.matches(signature.text(delivery, written), delivery.headers.get(signature.header) ?? '');
      },
    })),
  },
  {
    name: 're-serialised-as-well',
    mistake: 'verifies its parsed JSON, written anew, where the raw bytes do not fit the signature',
    caughtBy: 'verifies-raw-bytes',
    make: exchanging(({ parts, signature }) => ({
      believes(delivery) {
        const written = JSON.stringify(JSON.parse(signature.json(delivery.body)));
        const found = delivery.headers.get(signature.header) ?? '';
        return parts.believes(delivery) || signature.matches(signature.text(delivery, written), found);
      },
    })),
  },
  {
    name: 'trimmed',
    mistake: 'verifies the body without the white space around it',
    caughtBy: 'verifies-raw-bytes',
    alsoFails: { checks: ['reads-any-spelling-of-json'], why: 'a body may begin and end with white space' },
    make: exchanging(({ signature }) => ({
      believes(delivery) {
        const trimmed = signature.json(delivery.body).trim();
        return signature.matches(signature.text(delivery, trimmed), delivery.headers.get(signature.header) ?? '');
      },
    })),
  },
];
