import { expect, test } from 'vitest';
import { isFinal } from '../../src/define/index.ts';
import { acme } from '../support/acme.ts';

test('isFinal() says whether nothing may come after an event', () => {
  const [charge] = acme.lifecycles;
  expect(isFinal(charge!, 'charge.settled')).toBe(true);
  expect(isFinal(charge!, 'charge.created')).toBe(false);
  expect(isFinal(charge!, 'customer.created')).toBe(false);
});
