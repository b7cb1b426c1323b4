import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { confidences, pinsOf, rowsOf, type Evidence, type Provider } from '../../src/define/index.ts';
import { variantsOf } from '../../src/fixture/index.ts';
import { namesIn, repeated, textOf, versions } from './every.ts';
import { schemaAt } from './schema-walk.ts';

interface Printed {
  readonly type: string;
  readonly source: string;
}

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const dated = /\S, read (\d{4}-\d{2}-\d{2})$/;

describe.each(versions)('$name', ({ provider }) => {
  const rows = rowsOf(provider);
  const printed = printedTypes(provider);

  test('the catalogue has every printed event type in every spelling, and no other', () => {
    const ours = rows.flatMap(([type, row]) => [type, ...row.spellings]);
    expect(ours.toSorted()).toEqual(printed.map(({ type }) => type).toSorted());
  });

  test('every row names the page that lists its event type, and is documented where a page does', () => {
    const wrong = rows.filter(([type, row]) => {
      const { source } = printed.find((entry) => entry.type === type)!;
      return source.startsWith('https:') ? !row.source.startsWith(`${source},`) : row.confidence !== 'observed';
    });
    expect(wrong.map(([type]) => type)).toEqual([]);
  });

  test('event types are sorted', () => {
    const types = rows.map(([type]) => type);
    expect(types).toEqual(types.toSorted());
  });

  test('every statement has a confidence of the closed list and a source with the date it was read', () => {
    const wrong = statementsOf(provider).filter(
      ([, { confidence, source }]) => !confidences.includes(confidence) || !isDate(dated.exec(source)?.[1]),
    );
    expect(wrong).toEqual([]);
    expect(provider.samples.filter(({ source }) => !isDate(dated.exec(source)?.[1]))).toEqual([]);
  });

  test('every inferred or opaque statement says in a note what it rests on', () => {
    const unsure = statementsOf(provider).filter(([, { confidence }]) => ['inferred', 'opaque'].includes(confidence));
    expect(unsure.filter(([, { note }]) => note === undefined || note === '')).toEqual([]);
  });

  test('a delivery rule is opaque exactly where its value is unknown', () => {
    const { parameters: _, headers, ...facts } = provider.delivery;
    const wrong = Object.entries({ ...facts, ...headers }).filter(
      ([, { value, confidence }]) => (value === undefined) !== (confidence === 'opaque'),
    );
    expect(wrong).toEqual([]);
  });

  test('every row has one choice of values at most', () => {
    const choices = ([, row]: (typeof rows)[number]) => pinsOf(row).filter(([, [first]]) => first?.name !== undefined);
    expect(rows.filter((row) => choices(row).length > 1).map(([type]) => type)).toEqual([]);
  });

  test('the names of a row are in kebab case and distinct', () => {
    const wrong = rows.flatMap(([type, row]) => {
      const shapes = row.object.shapes.map(({ name }) => name);
      const envelopes = [provider.envelope, ...row.envelopes].map(({ name }) => name);
      const variants = variantsOf(provider, type).map(({ name }) => name);
      const misspelt = [...shapes, ...envelopes, ...variants].filter((name) => !kebabCase.test(name));
      return [shapes, envelopes, variants]
        .flatMap(repeated)
        .concat(misspelt)
        .map((name) => `${type}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  test('the spellings of all rows are distinct', () => {
    expect(repeated(rows.flatMap(([type, row]) => [type, ...row.spellings]))).toEqual([]);
  });

  test('one name of an object stands for one object', () => {
    const objects = new Set(rows.map(([, row]) => row.object));
    expect(repeated([...objects].map(({ name }) => name))).toEqual([]);
  });

  test("every path of a shape is in the shape's schema, and every value it names is accepted", () => {
    const wrong = shapesOf(provider).flatMap(({ about, shape }) =>
      [
        ...Object.keys(shape.fields),
        ...Object.keys(shape.references),
        ...Object.values(shape.times),
        ...[shape.amount, shape.currency, shape.reference].filter((field) => field !== undefined),
      ]
        .filter((path) => {
          const [keys, value] = path.split('=') as [string, string?];
          const field = schemaAt(shape.schema, keys);
          return field === undefined || (value !== undefined && !accepts(field, value === '' ? undefined : value));
        })
        .map((path) => `${about}: ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test('a shape names a currency exactly where it names an amount', () => {
    const wrong = shapesOf(provider).filter(
      ({ shape }) => (shape.amount === undefined) !== (shape.currency === undefined),
    );
    expect(wrong.map(({ about }) => about)).toEqual([]);
  });

  test('every reference of a shape is to an object of the catalogue', () => {
    const known = new Set(rows.map(([, row]) => row.object.name));
    const referred = shapesOf(provider).flatMap(({ shape }) => Object.values(shape.references));
    expect(referred.filter((name) => !known.has(name))).toEqual([]);
  });

  test('every pinned value is one that each shape of the object accepts', () => {
    const wrong = rows.flatMap(([type, row]) =>
      pinsOf(row).flatMap(([field, choices]) =>
        choices
          .filter(({ pin }) => row.object.shapes.some(({ schema }) => !accepts(schemaAt(schema, field), pin.value)))
          .map(({ pin }) => `${type}: ${field}=${String(pin.value)}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

test('documentation/ names the versions that there are', () => {
  const named = namesIn('documentation')
    .filter((name) => !name.includes('.'))
    .flatMap((provider) => Object.keys(typesOf(provider)).map((version) => `${provider}@${version}`));
  expect(named.toSorted()).toEqual(versions.map(({ name }) => name).toSorted());
});

test('catalogues have so many rows', () => {
  expect(Object.fromEntries(versions.map(({ name, provider }) => [name, rowsOf(provider).length]))).toEqual({
    'smartpay@2022-02-18': 20,
    'useepay@2024-10': 25,
    'useepay@2025-11-06': 25,
    'useepay@2026-04': 27,
  });
});

function typesOf(provider: string): { readonly [Version: string]: readonly Printed[] } {
  return JSON.parse(textOf('documentation', provider, 'event-types.json'));
}

function printedTypes({ name, version }: Provider): readonly Printed[] {
  return typesOf(name)[version]!;
}

/** Every statement of a provider version that must say how it is known. */
function statementsOf(provider: Provider): [about: string, evidence: Evidence][] {
  const { parameters: _, headers, ...facts } = provider.delivery;
  return [
    ...rowsOf(provider).flatMap(([type, row]): [string, Evidence][] => [
      [type, row],
      ...row.envelopes.map((envelope): [string, Evidence] => [`${type} in ${envelope.name}`, envelope]),
      ...pinsOf(row).flatMap(([field, choices]) =>
        choices.map(({ pin }): [string, Evidence] => [`${type} ${field}=${String(pin.value)}`, pin]),
      ),
    ]),
    ...shapesOf(provider).flatMap(({ about, shape }): [string, Evidence][] => [
      [about, shape],
      ...Object.entries(shape.fields).map(([path, evidence]): [string, Evidence] => [`${about} ${path}`, evidence]),
    ]),
    [provider.envelope.name, provider.envelope],
    ...provider.lifecycles.flatMap(({ steps }) => Object.entries(steps)),
    ...Object.entries({ ...facts, ...headers }),
  ];
}

function shapesOf(provider: Provider) {
  const objects = new Set(rowsOf(provider).map(([, row]) => row.object));
  return [...objects].flatMap(({ name, shapes }) => shapes.map((shape) => ({ about: `${name} ${shape.name}`, shape })));
}

function accepts(field: ReturnType<typeof schemaAt>, value: unknown): boolean {
  return field !== undefined && z.safeParse(field, value).success;
}

function isDate(text: string | undefined): boolean {
  return text !== undefined && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}
