import { describe, expect, test } from 'vitest';
import { eventSchema, formsOf, objectSchema, rowOf } from '../../src/define/index.ts';
import { fixture } from '../../src/fixture/index.ts';
import { latest as useepay } from '../../src/providers/useepay/index.ts';
import { acme } from '../support/acme.ts';

const namesOf = (forms: ReturnType<typeof formsOf>) => forms.map(({ shape, envelope }) => [envelope.name, shape.name]);

describe('formsOf()', () => {
  test('lists every shape in every envelope, the usual one first', () => {
    expect(namesOf(formsOf(acme, 'charge.created'))).toEqual([
      ['only', 'card'],
      ['only', 'bank'],
    ]);
    expect(namesOf(formsOf(useepay, 'dispute.created'))).toEqual([
      ['id-data', 'create-at'],
      ['event-id-date', 'create-at'],
    ]);
  });
  test('refuses an unknown event type', () => {
    expect(() => formsOf(acme, 'charge.create')).toThrow(expect.objectContaining({ code: 'UNKNOWN_EVENT' }));
  });
});

describe('eventSchema()', () => {
  const card = fixture(acme, 'charge.created');
  const bank = fixture(acme, 'charge.created', { variant: 'bank' });
  const [cardForm, bankForm] = formsOf(acme, 'charge.created');

  test('accepts every form when none is named', () => {
    const schema = eventSchema(acme, 'charge.created');
    expect(schema.parse(card)).toEqual(card);
    expect(schema.parse(bank)).toEqual(bank);
  });
  test('accepts the form named alone', () => {
    expect(eventSchema(acme, 'charge.created', cardForm).safeParse(card).success).toBe(true);
    expect(eventSchema(acme, 'charge.created', cardForm).safeParse(bank).success).toBe(false);
    expect(eventSchema(acme, 'charge.created', bankForm).safeParse(bank).success).toBe(true);
  });
  test('accepts every spelling of the event type, and no other', () => {
    const event = fixture(acme, 'customer.updated');
    const schema = eventSchema(acme, 'customer.updated');
    expect(schema.safeParse({ ...event, type: 'customer.changed' }).success).toBe(true);
    expect(schema.safeParse({ ...event, type: 'customer.created' }).success).toBe(false);
  });
  test('refuses an unknown field', () => {
    const { error } = eventSchema(acme, 'charge.created', cardForm).safeParse({ ...card, extra: 1 });
    expect(error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['extra'] }]);
  });
});

describe('objectSchema()', () => {
  test('narrows what the row pins to its values', () => {
    const { data } = fixture(acme, 'charge.settled');
    const row = rowOf(acme, 'charge.settled');
    const schema = objectSchema(row, row.object.shapes[0]);
    const accepts = (status: string) => schema.safeParse({ ...data.object, status }).success;
    expect(['captured', 'authorized', 'pending'].map(accepts)).toEqual([true, true, false]);
  });
  test('is the schema of the shape where nothing is pinned', () => {
    const row = rowOf(acme, 'customer.created');
    expect(objectSchema(row, row.object.shapes[0])).toBe(row.object.shapes[0].schema);
  });
});
