import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBody, encodeEvent } from '../../src/delivery/index.ts';
import { providers } from '../../src/providers/index.ts';

test.each(providers)(
  'decodeBody() reads what encodeEvent() writes for $name@$version, whatever the value',
  ({ delivery }) => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (json) => {
        expect(decodeBody(delivery, encodeEvent(delivery, json).body)?.json).toBe(json);
      }),
      { seed: 20261122 },
    );
  },
);

test.each(providers)('encodeEvent() and decodeBody() keep a byte order mark for $name@$version', ({ delivery }) => {
  const json = '\uFEFF{"id":"evt_1"}';
  expect(decodeBody(delivery, encodeEvent(delivery, json).body)?.json).toBe(json);
});
