import { describe, expect, test } from 'vitest';
import { eventSchema, valueAt } from '../../src/define/index.ts';
import { madeOf, namesIn, repeated, textsIn, versions } from './every.ts';

describe.each(versions)('$name', ({ provider }) => {
  const printed = [...textsIn('documentation', provider.name, 'samples', provider.version)].map(([file, text]) => ({
    file,
    text,
    value: JSON.stringify(JSON.parse(file.endsWith('.txt') ? mended(text) : text)),
  }));
  const fixtures = madeOf(provider).filter(({ made }) => made.kind === 'documented');

  test('every printed payload is one sample, value for value and in the printed order, and every sample is printed', () => {
    const samples = provider.samples.map(({ value }) => JSON.stringify(value));
    expect(samples.toSorted()).toEqual(printed.map(({ value }) => value).toSorted());
    expect(repeated(samples)).toEqual([]);
  });

  test('every sample is a documented fixture, value for value and in the printed order, and no other fixture is', () => {
    const files = textsIn('fixtures', provider.name, provider.version);
    const written = fixtures.map(({ file }) => JSON.stringify(JSON.parse(files.get(file)!)));
    expect(written.toSorted()).toEqual(printed.map(({ value }) => value).toSorted());
  });

  test('every sample fits its row in its form, and in any', () => {
    const refused = fixtures.flatMap(({ file, event, made, value }) =>
      [eventSchema(provider, event, made.form), eventSchema(provider, event)].flatMap((schema) => {
        const { error } = schema.safeParse(value);
        return error === undefined ? [] : [`${file}: ${error.message}`];
      }),
    );
    expect(refused).toEqual([]);
  });

  test("a sample's file has the name of the printed event type", () => {
    const names = fixtures.map(({ made, value }) => ({
      type: String(valueAt(value, made.form.envelope.paths.type)),
      file: printed.find((sample) => sample.value === JSON.stringify(value))?.file,
    }));
    expect(names.filter(({ type, file }) => !file?.startsWith(`${type}.`))).toEqual([]);
  });

  test('a payload that is printed as no JSON is a sample that says what was mended', () => {
    const broken = printed.filter(({ file }) => file.endsWith('.txt'));
    for (const { text, value } of broken) {
      expect(() => JSON.parse(text)).toThrow(SyntaxError);
      const sample = provider.samples.find((sample) => JSON.stringify(sample.value) === value);
      expect(sample?.repaired).toMatch(/^one comma restored after "retrieval": false/);
    }
  });
});

test('documentation/ has samples of versions that there are', () => {
  const folders = ['smartpay', 'useepay'].flatMap((provider) =>
    namesIn('documentation', provider, 'samples').map((version) => `${provider}@${version}`),
  );
  expect(versions.map(({ name }) => name)).toEqual(expect.arrayContaining(folders));
});

/** The printed dispute with the one comma that it lacks. */
function mended(text: string): string {
  const parts = text.split('"retrieval": false\n');
  expect(parts).toHaveLength(2);
  return parts.join('"retrieval": false,\n');
}
