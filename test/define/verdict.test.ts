import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventArbitrary, futureEventArbitrary, invalidEventArbitrary } from '../../src/arbitrary/index.ts';
import { eventSchema, formsOf, isValidEvent, rowsOf, type EventForm } from '../../src/define/index.ts';
import { buildEvent, variantOf } from '../../src/fixture/index.ts';
import { subjects } from '../arbitrary/subjects.ts';
import { said, variations } from './verdict/hostile.ts';

const options = { seed: 20_261_122, numRuns: 40 };

describe.each(subjects)('isValidEvent() of $name', ({ provider }) => {
  const rows = rowsOf(provider).map(([type]) => ({
    type,
    schema: eventSchema(provider, type),
    forms: formsOf(provider, type).map((form) => ({ form, own: eventSchema(provider, type, form) })),
  }));

  test('says what the schema says, of every form, of valid, invalid and future events', () => {
    const wrong = rows.flatMap(({ type, schema, forms }) => {
      const events: readonly unknown[] = [
        ...(fc.sample(eventArbitrary(provider, type as never), options) as object[]),
        ...fc.sample(invalidEventArbitrary(provider, type as never), options).map(({ event }) => event),
        ...fc.sample(futureEventArbitrary(provider, type as never), options).map(({ event }) => event),
      ];
      return events.filter((event, index) => {
        const own = forms.map(({ own }) => own.safeParse(event).success);
        const isAnyWrong = isValidEvent(provider, type, event) !== own.includes(true);
        const isUnionWrong = index % 10 === 0 && schema.safeParse(event).success !== own.includes(true);
        const isFormWrong = forms.some(({ form }, at) => isValidEvent(provider, type, event, form) !== own[at]);
        return isAnyWrong || isUnionWrong || isFormWrong;
      });
    });
    expect(wrong).toEqual([]);
  });

  test('says what the schema says of what JSON cannot say: hidden, inherited and unlikely fields', () => {
    const maximal = (type: string, form: EventForm) =>
      buildEvent(provider, type, { ...variantOf(provider, type, 'maximal'), form });
    // One row of each object: what differs between the others is one constant.
    const judged = new Set<unknown>();
    const isFirst = ({ shape, envelope }: EventForm) => {
      const isNew = !judged.has(shape) || !judged.has(envelope);
      judged.add(shape).add(envelope);
      return isNew;
    };
    const wrong = rows.flatMap(({ type, forms }) =>
      forms
        .filter(({ form }) => isFirst(form))
        .flatMap(({ form, own }) =>
          [...variations(maximal(type, form))]
            .filter(([, event]) => {
              const verdict = said((value) => isValidEvent(provider, type, value, form), event);
              return verdict !== said((value) => own.safeParse(value).success, event);
            })
            .map(([name]) => `${type}: ${name}`),
        ),
    );
    expect(wrong).toEqual([]);
  });
});
