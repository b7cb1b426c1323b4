import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf, pinsOf, rowOf, valueAt, type ObjectShape, type Provider } from '../../src/define/index.ts';
import { fixtureFiles, variantOf, type FixtureFile, type Variant } from '../../src/fixture/index.ts';
import { providers } from '../../src/providers/index.ts';

const root = join(import.meta.dirname, '../..');

/** Every provider version with its name: what a law is tried on. */
export const versions = providers.map((provider) => ({ name: nameOf(provider), provider }));

/** A fixture beside what it was made from. */
export interface Made extends FixtureFile {
  readonly made: Variant;
  /** The object in the event. */
  readonly object: object;
  /** The pinned alternative that the object shows: the first one unless another is named. */
  readonly alternative: string | undefined;
}

/** Every fixture of a provider version beside what it was made from. */
export function madeOf(provider: Provider): Made[] {
  return fixtureFiles(provider).map((file) => {
    const made = variantOf(provider, file.event, file.variant);
    const object = valueAt(file.value, made.form.envelope.paths.object) as object;
    return { ...file, made, object, alternative: made.alternative ?? firstAlternative(provider, file.event) };
  });
}

/** The name of the alternative that a row's fixtures have where none is asked for. */
function firstAlternative(provider: Provider, type: string): string | undefined {
  return pinsOf(rowOf(provider, type)).flatMap(([, [first]]) => first?.name ?? [])[0];
}

/** The text of a file of the repository. */
export function textOf(...path: readonly string[]): string {
  return readFileSync(join(root, ...path), 'utf8');
}

/** The names in a folder of the repository, sorted; none where there is no folder. */
export function namesIn(...path: readonly string[]): string[] {
  const folder = join(root, ...path);
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}

/** The texts of a folder's files, by name; none where there is no folder. */
export function textsIn(...path: readonly string[]): Map<string, string> {
  return new Map(namesIn(...path).map((name) => [name, textOf(...path, name)]));
}

/** What stands at a dotted path of an object. */
export function fieldOf(object: unknown, path: string): unknown {
  return valueAt(object, path.split('.'));
}

/** The moment that a field of an object names, in milliseconds since the Unix epoch. */
export function momentIn(object: object, field: keyof ObjectShape['times'], shape: ObjectShape): number | undefined {
  const name = shape.times[field];
  const value = name === undefined ? undefined : fieldOf(object, name);
  return value === undefined ? undefined : new Date(value as string | number).getTime();
}

/** The values that occur more than once. */
export function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
