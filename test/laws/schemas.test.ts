import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { eventSchema, pinsOf, rowOf, type Provider } from '../../src/define/index.ts';
import { withValueAt } from '../../src/fixture/index.ts';
import { madeOf, versions, type Made } from './every.ts';
import { fieldsOf, isOpen, isOptional, levelsOf, schemaAt, type Level } from './schema-walk.ts';

/** A fixture with one thing wrong: where, and the value that is wrong. */
interface Fault {
  readonly path: readonly (string | number)[];
  readonly value: object;
}

describe.each(versions)('$name', ({ provider }) => {
  const usual = madeOf(provider).filter(({ made: { kind } }) => kind === 'typical' || kind === 'form');
  const cases = usual.map((fixture) => ({
    fixture,
    plain: plainSchema(fixture),
    form: eventSchema(provider, fixture.event, fixture.made.form),
    any: eventSchema(provider, fixture.event),
  }));

  /** The faults of every usual fixture that a schema lets pass, or refuses for another reason. */
  const unseen = (
    faultsOf: (fixture: Made, schema: z.ZodType) => readonly Fault[],
    issuePath: (fault: Fault) => Fault['path'],
  ) =>
    cases.flatMap(({ fixture, plain, form, any }) => {
      const faults = faultsOf(fixture, plain);
      expect(faults).not.toEqual([]);
      return faults
        .filter(
          (fault) => any.safeParse(fault.value).success || !pathsOf(form, fault.value).has(String(issuePath(fault))),
        )
        .map(({ path }) => `${fixture.file}: ${path.join('.')}`);
    });

  test('a schema refuses an event without a required field, and names its path', () => {
    const dropped = ({ value }: Made, schema: z.ZodType) =>
      levelsOf(schema, value).flatMap(({ path, schema }) =>
        fieldsOf(schema)
          .filter(([, field]) => !isOptional(field))
          .map(([key]): Fault => ({ path: [...path, key], value: without(value, [...path, key]) })),
      );
    expect(unseen(dropped, ({ path }) => path)).toEqual([]);
  });

  test('a schema refuses an unknown field at every level but in an open object, and names the level', () => {
    const added = ({ value }: Made, schema: z.ZodType) =>
      levelsOf(schema, value)
        .filter(({ schema }) => !isOpen(schema))
        .map(({ path }): Fault => ({ path, value: withUnknown(value, path) }));
    expect(unseen(added, ({ path }) => path)).toEqual([]);
  });

  test('a schema lets unknown fields pass in an open object', () => {
    const refused = cases.flatMap(({ fixture: { file, value }, plain, form }) =>
      openLevels(plain, value)
        .filter(({ path }) => !form.safeParse(withUnknown(value, path)).success)
        .map(({ path }) => `${file}: ${path.join('.')}`),
    );
    expect(refused).toEqual([]);
  });

  test('exactly the objects of opaque rows are open, and in others what is printed in part', () => {
    const inPart = new Set(['latest_invoice', 'latest_invoice.payment_intent']);
    const wrong = cases.filter(({ fixture: { event, object, made } }) => {
      const open = openLevels(made.form.shape.schema, object).map(({ path }) => path.join('.'));
      const whole = rowOf(provider, event).confidence === 'opaque' ? [''] : [];
      return !isDeepStrictEqual(
        open.filter((path) => !inPart.has(path)),
        whole,
      );
    });
    expect(wrong.map(({ fixture }) => fixture.file)).toEqual([]);
  });

  test('a schema refuses another value than the row pins, and names its path', () => {
    const wrong = cases.flatMap(({ fixture: { file, event, value, made }, form, any }) =>
      pinsOf(rowOf(provider, event)).flatMap(([field]) => {
        const path = [...made.form.envelope.paths.object, field];
        const unpinned = othersThanPinned(provider, event, made, field);
        expect(unpinned).not.toEqual([]);
        return unpinned
          .map((other) => withValueAt(value, path, other))
          .filter((fault) => any.safeParse(fault).success || !pathsOf(form, fault).has(String(path)))
          .map(() => `${file}: ${field}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("a schema refuses another row's event type", () => {
    const wrong = cases.filter(({ fixture: { value, made }, form, any }) => {
      const path = made.form.envelope.paths.type;
      const fault = withValueAt(value, path, 'something.else');
      return any.safeParse(fault).success || !pathsOf(form, fault).has(String(path));
    });
    expect(wrong.map(({ fixture }) => fixture.file)).toEqual([]);
  });
});

/** The schema of a fixture's form before its row narrows it. */
function plainSchema({ made: { form } }: Made): z.ZodType {
  return form.envelope.schema(z.string(), form.shape.schema);
}

/** The paths that a schema finds fault with. */
function pathsOf(schema: z.ZodType, value: unknown): Set<string> {
  return new Set(schema.safeParse(value).error?.issues.map(({ path }) => String(path)));
}

function openLevels(schema: z.ZodType, value: object): Level[] {
  return levelsOf(schema, value).filter(({ schema }) => isOpen(schema));
}

function without(value: object, path: Fault['path']): object {
  return changed(value, path.slice(0, -1), (level) => Reflect.deleteProperty(level, path.at(-1)!));
}

function withUnknown(value: object, path: Fault['path']): object {
  return changed(value, path, (level) => Reflect.set(level, 'added_by_the_law', 1));
}

function changed(value: object, path: Fault['path'], change: (level: object) => void): object {
  const copy = structuredClone(value);
  change(path.reduce((level, key) => Reflect.get(level, key), copy));
  return copy;
}

/** Values that a field may have in other rows, and one that it has in none, but for those that the row pins. */
function othersThanPinned(provider: Provider, type: string, { form }: Made['made'], field: string): unknown[] {
  const schema = schemaAt(form.shape.schema, field);
  const pinned = pinsOf(rowOf(provider, type)).flatMap(([name, choices]) => (name === field ? choices : []));
  const known = schema instanceof z.ZodEnum ? schema.options : [];
  return [...known, 'something_else'].filter((value) => pinned.every(({ pin }) => pin.value !== value));
}
