import { withFieldAt, type Place } from './places.ts';

const mark = 'hookproof_mark';

/** The JSON text of an event in which the object at `place` begins with `members`, whatever they hold. */
export function withRawMembers(event: object, place: Place, members: string): string {
  const marked = JSON.stringify(withFieldAt(event, place, mark, 0));
  return marked.replace(`"${mark}":0`, () => members);
}

/** The keys that have come into the prototype of all objects since there were `known`; they are taken out again. */
export function takePollution(known: ReadonlySet<PropertyKey>): string[] {
  const added = Reflect.ownKeys(Object.prototype).filter((key) => !known.has(key));
  for (const key of added) Reflect.deleteProperty(Object.prototype, key);
  return added.map(String);
}

/** The keys of the prototype of all objects. */
export function prototypeKeys(): ReadonlySet<PropertyKey> {
  return new Set(Reflect.ownKeys(Object.prototype));
}
