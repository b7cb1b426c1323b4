import { describe, expect, test } from 'vitest';
import { documented, either, event, object, pin, pinsOf, shape } from '../../src/define/index.ts';
import * as z from 'zod';

const said = documented('https://example.com, read 2026-11-22');
const schema = z.strictObject({ id: z.string(), status: z.enum(['on', 'off']) });
const lamp = object('lamp', shape(schema, said, { example: { id: 'lamp_1', status: 'on' } }));

describe('pinsOf()', () => {
  test('lists a plain pin as one choice without a name', () => {
    const row = event(lamp, { status: pin('on', said) }, 'A lamp was lit.', said);
    expect(pinsOf(row)).toEqual([['status', [{ pin: { value: 'on', ...said } }]]]);
  });
  test('lists the alternatives by name, the usual one first', () => {
    const pins = { status: either({ lit: pin('on', said), dark: pin('off', said) }) };
    const [[field, choices]] = pinsOf(event(lamp, pins, 'A lamp was switched.', said)) as [[string, object[]]];
    expect(field).toBe('status');
    expect(choices).toMatchObject([
      { name: 'lit', pin: { value: 'on' } },
      { name: 'dark', pin: { value: 'off' } },
    ]);
  });
  test('lists nothing where nothing is pinned', () => {
    expect(pinsOf(event(lamp, {}, 'A lamp was bought.', said))).toEqual([]);
  });
});

test('event() has no spellings and no envelopes unless they are printed', () => {
  expect(event(lamp, {}, 'A lamp was bought.', said)).toMatchObject({ spellings: [], envelopes: [], ...said });
  expect(event(lamp, {}, 'A lamp was bought.', said, { spellings: ['lamp.bougth'] }).spellings).toEqual([
    'lamp.bougth',
  ]);
});

test('shape() is the only one, without times, references and doubts, unless it is told', () => {
  expect(lamp.shapes).toMatchObject([{ name: 'only', rest: {}, times: {}, references: {}, fields: {}, ...said }]);
});
