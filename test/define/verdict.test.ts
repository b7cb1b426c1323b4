import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventArbitrary, futureEventArbitrary, invalidEventArbitrary } from '../../src/arbitrary/index.ts';
import { eventSchema, formsOf, isValidEvent, rowsOf } from '../../src/define/index.ts';
import { subjects } from '../arbitrary/subjects.ts';

const options = { seed: 20_261_122, numRuns: 60 };

describe.each(subjects)('isValidEvent() of $name', ({ provider }) => {
  test('says what the schema says, of every form, of valid and of invalid events', () => {
    const wrong = rowsOf(provider).flatMap(([type]) => {
      const events: unknown[] = [
        ...(fc.sample(eventArbitrary(provider, type as never), options) as object[]),
        ...fc.sample(invalidEventArbitrary(provider, type as never), options).map(({ event }) => event),
        ...fc.sample(futureEventArbitrary(provider, type as never), options).map(({ event }) => event),
        null,
        undefined,
        'text',
        1,
        [],
        {},
      ];
      const schema = eventSchema(provider, type);
      const forms = formsOf(provider, type).map((form) => ({ form, own: eventSchema(provider, type, form) }));
      return events.filter(
        (event) =>
          isValidEvent(provider, type, event) !== schema.safeParse(event).success ||
          forms.some(({ form, own }) => isValidEvent(provider, type, event, form) !== own.safeParse(event).success),
      );
    });
    expect(wrong).toEqual([]);
  });
});
