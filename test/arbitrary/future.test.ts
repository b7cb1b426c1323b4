import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { futureEventArbitrary, noveltyKinds, type FutureEvent, type Novelty } from '../../src/arbitrary/index.ts';
import { eventSchema, formsOf, isValidEvent, rowsOf, type EventForm, type Provider } from '../../src/define/index.ts';
import { v2022_02_18 } from '../../src/providers/smartpay/index.ts';
import { levelsOf, schemaAt } from '../laws/schema-walk.ts';
import { differences, minimalOf, spoil, subjects } from './subjects.ts';

const seed = 20_261_122;

type Path = Novelty['path'];
type Keyed = { readonly [Key: string | number]: unknown };

describe.each(subjects)('futureEventArbitrary() of $name', ({ provider }) => {
  const rows = rowsOf(provider).map(([type]) => ({
    type,
    arbitrary: futureEventArbitrary(provider, type as never),
    forms: formsOf(provider, type).map((form) => ({ ...form, schema: eventSchema(provider, type, form) })),
  }));
  const drawn = rows.flatMap(({ type, arbitrary, forms }) =>
    fc.sample(arbitrary, { seed, numRuns: 200 }).map((future) => ({ ...future, type, forms })),
  );

  test('draws a text that parses to the event', () => {
    const wrong = drawn.filter(({ event, text }) => !isDeepStrictEqual(JSON.parse(text), event));
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  test('draws each event type', () => {
    const text = fc
      .sample(futureEventArbitrary(provider), { seed, numRuns: 1000 })
      .map(({ event }) => JSON.stringify(event));
    expect(rows.filter(({ type }) => !text.some((each) => each.includes(`"${type}"`)))).toEqual([]);
  });

  test('draws something new each time, and each kind', () => {
    expect(drawn.filter(({ news }) => news.length === 0)).toEqual([]);
    expect(new Set(drawn.flatMap(({ news }) => news.map(({ kind }) => kind)))).toEqual(new Set(noveltyKinds));
  });

  test('says what is new, and it is', () => {
    const wrong = drawn.flatMap((future) =>
      future.news
        .filter((novelty) => !future.forms.some((form) => isNew(provider, form, future, novelty)))
        .map((novelty) => `${future.type}: ${JSON.stringify(novelty)} in ${future.text}`),
    );
    expect(wrong).toEqual([]);
  });

  test('says all that is new: without it the event is valid, and its text is the plain one', () => {
    const wrong = drawn.filter(({ type, event, text, news }) => {
      const isSpelled = (kind: Novelty['kind']) => news.some((novelty) => novelty.kind === kind);
      if (isSpelled('white-space') !== (text !== withoutSpace(text))) return true;
      if (isSpelled('escapes') !== (withoutSpace(text) !== JSON.stringify(event))) return true;
      const fields = news.flatMap(({ kind, path }) => (kind === 'unknown-field' ? [path] : []));
      const others = news.filter(({ kind }) => ['unknown-member', 'unknown-event-type', 'longer-id'].includes(kind));
      return others.length === 0 && !isValidEvent(provider, type, fields.reduce(without, event));
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  test('shrinks to one novelty in the minimal fixture', () => {
    const wrong = rows.flatMap(({ type, arbitrary, forms }) =>
      [1, 2, 3, 4, 5].flatMap((each) => {
        const property = fc.property<[FutureEvent]>(arbitrary, () => false);
        const [{ event, news }] = fc.check(property, { seed: each }).counterexample!;
        const isNear = forms.some((form) => isOnlyAt(news[0]!, differences(event, minimalOf(provider, type, form))));
        return news.length === 1 && isNear ? [] : [`${type}: ${JSON.stringify(news)} in ${JSON.stringify(event)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('draws the same for the same seed, whatever is done to what was drawn', () => {
    for (const { type, arbitrary } of rows) {
      const draw = () => fc.sample(arbitrary, { seed, numRuns: 40 });
      const before = draw().map(({ text }) => text);
      for (const { event } of draw()) spoil(event);
      expect(draw().map(({ text }) => text)).toEqual(before);
      const again = futureEventArbitrary(provider, type as never);
      expect(fc.sample(again, { seed, numRuns: 40 }).map(({ text }) => text)).toEqual(before);
    }
  });
});

describe('futureEventArbitrary()', () => {
  test.each(noveltyKinds)('shrinks to the minimal fixture with what fails alone: %s', (kind) => {
    const property = fc.property(futureEventArbitrary(v2022_02_18, 'order.authorized'), ({ news }) =>
      news.every((novelty) => novelty.kind !== kind),
    );
    const [{ event, news }] = fc.check(property, { seed }).counterexample!;
    expect(news.map((novelty) => novelty.kind)).toEqual([kind]);
    const minimal = minimalOf(v2022_02_18, 'order.authorized', formsOf(v2022_02_18, 'order.authorized')[0]!);
    const places = differences(event, minimal);
    expect(places).toEqual(news[0]!.path.length === 0 ? [] : [news[0]!.path.join('.')]);
  });

  test('throws UNKNOWN_EVENT for a type that there is not', () => {
    expect(() => futureEventArbitrary(v2022_02_18, 'order.authorised' as never)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_EVENT' }),
    );
  });
});

/** Whether a novelty is one to a receiver that knows this version in this form. */
function isNew(
  provider: Provider,
  form: EventForm & { readonly schema: z.ZodType<object> },
  future: FutureEvent & { readonly type: string },
  novelty: Novelty,
): boolean {
  const { schema } = form;
  const { event, text } = future;
  const value = novelty.path.reduce<unknown>((at, key) => (at as Keyed | undefined)?.[key], event);
  switch (novelty.kind) {
    case 'unknown-field': {
      const level = levelsOf(schema, event).find(({ path }) => isDeepStrictEqual(path, novelty.path.slice(0, -1)));
      const key = String(novelty.path.at(-1));
      return level !== undefined && Object.hasOwn(level.value, key) && !Object.hasOwn(level.schema.shape, key);
    }
    case 'unknown-member': {
      const field = fieldAt(schema, novelty.path);
      return field !== undefined && value !== undefined && !z.safeParse(field, value).success;
    }
    case 'unknown-event-type': {
      const known = rowsOf(provider).flatMap(([type, row]) => [type, ...row.spellings]);
      return isDeepStrictEqual(novelty.path, form.envelope.paths.type) && !known.includes(String(value));
    }
    case 'longer-id': {
      const { id, object } = form.envelope.paths;
      const inObject = novelty.path
        .slice(object.length)
        .reduce<unknown>((at, key) => (at as Keyed | undefined)?.[key], form.shape.example);
      const usual = isDeepStrictEqual(novelty.path, id)
        ? form.envelope.id.prefix.length + form.envelope.id.length
        : typeof inObject === 'string'
          ? inObject.length
          : 0;
      return typeof value === 'string' && value.length > usual;
    }
    case 'reordered-keys': {
      return levelsOf(schema, event).some(({ schema: { shape }, value: level }) => {
        const [known, added] = [Object.keys(shape).filter((key) => Object.hasOwn(level, key)), Object.keys(level)];
        return !isDeepStrictEqual(added, [...known, ...added.filter((key) => !Object.hasOwn(shape, key))]);
      });
    }
    case 'white-space': {
      return withoutSpace(text) !== text;
    }
    case 'escapes': {
      return withoutSpace(text) !== JSON.stringify(event);
    }
  }
}

/** A JSON text without white space between its tokens. */
function withoutSpace(text: string): string {
  return text.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, (_, quoted?: string) => quoted ?? '');
}

/** The schema of the field at a path; the items of a list have one. */
function fieldAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType | undefined {
  const list = path.findIndex((key) => typeof key === 'number');
  if (list < 0) return schemaAt(schema, path.join('.'));
  const field = schemaAt(schema, path.slice(0, list).join('.'));
  const array = field instanceof z.ZodOptional ? field.def.innerType : field;
  return array instanceof z.ZodArray ? fieldAt(array.element, path.slice(list + 1)) : undefined;
}

/** The event without the field at a path. */
function without(event: object, path: Path): object {
  const copy = structuredClone(event);
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Keyed)[key], copy) as object;
  Reflect.deleteProperty(holder, path.at(-1)!);
  return copy;
}

/** Whether two events differ where a novelty is and nowhere else, but for what had to be there around it. */
function isOnlyAt({ path }: Novelty, places: readonly string[]): boolean {
  if (path.length === 0) return places.length === 0;
  return places.length === 1 && `${path.join('.')}.`.startsWith(`${places[0]!}.`);
}
