import { describe, expect, test } from 'vitest';
import { nameOf, rowOf, rowsOf } from '../../src/define/index.ts';
import { HookproofError } from '../../src/errors.ts';
import { acme } from '../support/acme.ts';

describe('rowOf()', () => {
  test('returns the row of an event type', () => {
    expect(rowOf(acme, 'charge.created')).toBe(acme.events['charge.created']);
  });
  test('names the nearest event type where there is none of that name', () => {
    expect(() => rowOf(acme, 'charge.setled')).toThrow(
      new HookproofError(
        'UNKNOWN_EVENT',
        'Cannot find event of acme@2024-06-01: "charge.setled" is unknown; did you mean "charge.settled", "charge.created"',
      ),
    );
  });
  test('names all event types where none is near', () => {
    expect(() => rowOf(acme, 'x')).toThrow(
      'known are "charge.created", "charge.settled", "customer.created", "customer.updated"',
    );
  });
  test('knows neither spellings nor what every object has', () => {
    for (const type of ['customer.changed', 'constructor', '__proto__', 'toString', ''])
      expect(() => rowOf(acme, type)).toThrow(expect.objectContaining({ code: 'UNKNOWN_EVENT' }));
  });
});

test('rowsOf() lists the rows in the order written', () => {
  expect(rowsOf(acme).map(([type]) => type)).toEqual([
    'charge.created',
    'charge.settled',
    'customer.created',
    'customer.updated',
  ]);
  expect(rowsOf(acme).map(([, row]) => row)).toEqual(Object.values(acme.events));
});

test('nameOf() joins name and version', () => {
  expect(nameOf(acme)).toBe('acme@2024-06-01');
});
