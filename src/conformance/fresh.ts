import { valueAt, type Provider } from '../define/index.ts';
import { atTime, numbersFrom, overlay, variantOf, withValueAt, type FixtureFile } from '../fixture/index.ts';

/** What a character of an id may become: another of its kind, so that the id keeps its form. */
const kinds = ['0123456789', 'abcdef', 'ghijklmnopqrstuvwxyz', 'ABCDEF', 'GHIJKLMNOPQRSTUVWXYZ'];

/** An id of the same form as `id`: what stands before its last separator is kept, and all else is made from `seed`. */
export function freshId(id: string, seed: string): string {
  const start = id.search(/[^_-]*$/);
  const next = numbersFrom(seed);
  return (
    id.slice(0, start) +
    Array.from(id.slice(start), (character, index) => {
      const kind = kinds.find((kind) => kind.includes(character));
      // A leading zero would make another number of an id that is one.
      if (kind === undefined || (index === 0 && /\d/.test(character))) return character;
      return kind[next() % kind.length]!;
    }).join('')
  );
}

/** A fixture's event, about an object that is new: its id is made from `seed`, and it was made and changed at `time`. */
export function withFreshObject(
  provider: Provider,
  fixture: FixtureFile,
  event: object,
  { seed, time }: { readonly seed: string; readonly time: number },
): object {
  const { envelope, shape } = variantOf(provider, fixture.event, fixture.variant).form;
  const { createdAt, object: path } = envelope.paths;
  const object = valueAt(event, path) as { readonly [Field: string]: unknown };
  const { created, updated } = shape.times;
  const has = (field: string | undefined) => field !== undefined && Object.hasOwn(object, field);
  const fresh = overlay(object, {
    ...(typeof object['id'] === 'string' ? { id: freshId(object['id'], seed) } : {}),
    ...(has(created) ? atTime(shape, created, time) : {}),
    ...(has(updated) ? atTime(shape, updated, time) : {}),
  });
  const renewed = withValueAt(event, path, fresh);
  return createdAt === undefined ? renewed : withValueAt(renewed, createdAt, time);
}
