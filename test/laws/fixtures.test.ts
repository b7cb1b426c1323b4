import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { confidences, eventSchema, pinsOf, rowOf, rowsOf, type Evidence, type Moment } from '../../src/define/index.ts';
import { fixtureFiles } from '../../src/fixture/index.ts';
import { fieldOf, madeOf, repeated, textsIn, versions, type Made } from './every.ts';
import { fieldsOf, isOptional, levelsOf } from './schema-walk.ts';

const aside = new Set(['index.d.ts', 'index.js', 'manifest.json']);

describe.each(versions)('$name', ({ provider }) => {
  const all = madeOf(provider);
  const written = all.filter(({ made }) => made.kind !== 'documented');
  const files = textsIn('fixtures', provider.name, provider.version);
  const story = provider.story as { readonly [Type: string]: Moment };

  test('every fixture fits its row in its form, and in any', () => {
    const refused = all.flatMap(({ file, event, made, value }) =>
      [eventSchema(provider, event, made.form), eventSchema(provider, event)].flatMap((schema) => {
        const { error } = schema.safeParse(value);
        return error === undefined ? [] : [`${file}: ${error.message}`];
      }),
    );
    expect(refused).toEqual([]);
  });

  test('every row has a typical, a minimal and a maximal fixture', () => {
    const wanted = rowsOf(provider).flatMap(([type]) => ['typical', 'minimal', 'maximal'].map((name) => [type, name]));
    const found = all.map(({ event, variant }) => [event, variant]);
    expect(found).toEqual(expect.arrayContaining(wanted));
  });

  test('a minimal fixture has no optional field at any depth', () => {
    const wrong = ofKind(written, 'minimal').flatMap((fixture) =>
      optionalFields(fixture).flatMap(({ path, present }) => (present ? [`${fixture.file}: ${path}`] : [])),
    );
    expect(wrong).toEqual([]);
  });

  test('a maximal fixture has every optional field at every depth that the story does not take away', () => {
    const wrong = ofKind(written, 'maximal').flatMap((fixture) => {
      const { set, inShape, inAlternative } = story[fixture.event]!;
      const over = [set, inShape?.[fixture.made.form.shape.name], inAlternative?.[fixture.made.alternative ?? '']];
      const takenAway = new Set(over.flatMap((layer) => undefinedIn(layer ?? {})));
      return optionalFields(fixture)
        .filter(({ path, present }) => !present && !takenAway.has(path))
        .map(({ path }) => `${fixture.file}: ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  test('a fixture carries the values that its row pins, and its alternative', () => {
    const wrong = written.filter(({ event, object, alternative }) =>
      pinsOf(rowOf(provider, event)).some(([field, choices]) => {
        const { pin } = choices.find(({ name }) => name === undefined || name === alternative)!;
        return fieldOf(object, field) !== pin.value;
      }),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test('every named alternative has a fixture', () => {
    const wanted = rowsOf(provider).flatMap(([type, row]) =>
      pinsOf(row).flatMap(([, choices]) => choices.flatMap(({ name }) => (name === undefined ? [] : [[type, name]]))),
    );
    expect(ofKind(written, 'alternative').map(({ event, variant }) => [event, variant])).toEqual(wanted);
  });

  test('every fixture that no page prints has an event id of its own', () => {
    const ids = written.map(({ made, value }) => String(fieldOf(value, made.form.envelope.paths.id.join('.'))));
    expect(repeated(ids)).toEqual([]);
  });

  test('a fixture tells of every doubt about its row, shape, envelope and pins', () => {
    const wrong = written.flatMap(({ file, event, object, doubts, made: { form } }) => {
      const row = rowOf(provider, event);
      const pins = pinsOf(row).flatMap(([field, choices]) =>
        choices.flatMap(({ pin }) => (pin.value === fieldOf(object, field) ? [pin] : [])),
      );
      return [row, form.shape, form.envelope, ...pins]
        .filter((piece) => piece.confidence !== 'documented')
        .filter((piece) => !doubts.some((doubt) => isSameEvidence(doubt, piece)))
        .map(({ source }) => `${file}: ${source}`);
    });
    expect(wrong).toEqual([]);
  });

  test('a fixture is as sure as the least sure of its doubts, and documented where it has none', () => {
    const wrong = all.filter(({ confidence, doubts }) => {
      const worst = Math.max(0, ...doubts.map((doubt) => confidences.indexOf(doubt.confidence)));
      return confidences[worst] !== confidence;
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test('the fixtures of an opaque row are opaque', () => {
    const opaque = written.filter(({ event }) => rowOf(provider, event).confidence === 'opaque');
    expect(opaque.filter(({ confidence }) => confidence !== 'opaque').map(({ file }) => file)).toEqual([]);
  });

  test('the manifest lists the files of the folder, each with what it is, its confidence and its source', () => {
    const manifest = JSON.parse(files.get('manifest.json')!);
    const entries: readonly { readonly file: string }[] = manifest.fixtures;
    const read = entries.map((entry) => ({ ...entry, value: JSON.parse(files.get(entry.file)!) }));
    expect(manifest).toMatchObject({ provider: provider.name, version: provider.version });
    expect(read).toEqual(fixtureFiles(provider));
    const listed = entries.map(({ file }) => file);
    expect([...files.keys()].filter((name) => !aside.has(name))).toEqual(listed.toSorted());
  });

  test('every file is the fixture, in the same order of keys', () => {
    const wrong = all.filter(({ file, value }) => files.get(file) !== `${JSON.stringify(value, null, 2)}\n`);
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test('the keys of every fixture come in the printed order where a payload of the shape is printed', () => {
    const printed = versions
      .filter(({ provider: { name } }) => name === provider.name)
      .flatMap(({ provider }) => ofKind(madeOf(provider), 'documented'));
    const wrong = written.filter(({ made: { form }, object }) => {
      const model = printed.find(({ made }) => made.form.shape.schema === form.shape.schema);
      return model !== undefined && !isInOrderOf(model.object, object);
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test('the module exports every fixture, deeply frozen and equal to its file, and imports nothing', async () => {
    const text = files.get('index.js')!;
    expect(text).not.toMatch(/\b(import|require|export\s.*\sfrom)\b\s*[\s("'{*]/);
    const exported: object = await import(`../../fixtures/${provider.name}/${provider.version}/index.js`);
    const wanted = Object.fromEntries(all.map((fixture) => [identifierOf(fixture), fixture.value]));
    expect(repeated(all.map(identifierOf))).toEqual([]);
    expect(isDeepStrictEqual({ ...exported }, wanted)).toBe(true);
    expect(Object.entries(exported).flatMap(([name, value]) => (isFrozen(value) ? [] : [name]))).toEqual([]);
  });
});

test("the mode in every id of a Smartpay fixture is the event's and the object's", () => {
  const { provider } = versions.find(({ provider }) => provider.name === 'smartpay')!;
  const wrong = madeOf(provider).filter(({ value, object }) => {
    const modes = [...JSON.stringify(value).matchAll(/"[a-z]+_(test|live)_[0-9A-Za-z]+"/g)].map(([, mode]) => mode);
    const flags = [fieldOf(value, 'test'), fieldOf(object, 'test') ?? fieldOf(value, 'test')];
    return modes.length < 2 || flags.some((test) => modes.some((mode) => test !== (mode === 'test')));
  });
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

function ofKind(fixtures: readonly Made[], kind: Made['made']['kind']): Made[] {
  return fixtures.filter(({ made }) => made.kind === kind);
}

/** Every field of a fixture's object that may be left out, and whether it is there. */
function optionalFields({ object, made }: Made): { readonly path: string; readonly present: boolean }[] {
  return levelsOf(made.form.shape.schema, object).flatMap(({ path, schema, value }) =>
    fieldsOf(schema)
      .filter(([, field]) => isOptional(field))
      .map(([key]) => ({ path: [...path, key].join('.'), present: Object.hasOwn(value, key) && value[key] !== null })),
  );
}

/** The paths at which a layer of the story takes a field away. */
function undefinedIn(layer: object): string[] {
  return Object.entries(layer).flatMap(([key, value]) => {
    if (value === undefined) return [key];
    if (typeof value !== 'object' || value === null) return [];
    return undefinedIn(value).map((path) => `${key}.${path}`);
  });
}

function isSameEvidence(one: Evidence, other: Evidence): boolean {
  return one.confidence === other.confidence && one.source === other.source && one.note === other.note;
}

/** Whether the keys that both have come in the order of `model`, at every level. */
function isInOrderOf(model: unknown, value: unknown): boolean {
  if (typeof model !== 'object' || typeof value !== 'object' || model === null || value === null) return true;
  const ours = Object.keys(value).filter((key) => Object.hasOwn(model, key));
  const theirs = Object.keys(model).filter((key) => Object.hasOwn(value, key));
  return isDeepStrictEqual(ours, theirs) && ours.every((key) => isInOrderOf(fieldOf(model, key), fieldOf(value, key)));
}

function isFrozen(value: unknown): boolean {
  return (
    typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen))
  );
}

/** `order.rejected` in variant `soft-decline` is `orderRejectedSoftDecline`. */
function identifierOf({ event, variant }: Made): string {
  const name = variant === 'typical' ? event : `${event}-${variant}`;
  return name.replaceAll(/[._-]+(.)/g, (_, letter: string) => letter.toUpperCase());
}
