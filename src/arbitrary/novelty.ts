import type { EventForm } from '../define/index.ts';
import type { Schema } from './kinds.ts';

/**
 * What may be new in an event that no documentation describes yet.
 *
 * - `unknown-field`: a field that no object of the kind has.
 * - `unknown-member`: a value that is not of the list.
 * - `unknown-event-type`: an event type that is not in the catalogue.
 * - `longer-id`: an id with more characters than the ids of the fixtures.
 * - `reordered-keys`: the same keys in another order.
 * - `white-space`: white space between the tokens of the JSON.
 * - `escapes`: characters of the JSON's texts written as escapes.
 */
export type NoveltyKind =
  | 'unknown-field'
  | 'unknown-member'
  | 'unknown-event-type'
  | 'longer-id'
  | 'reordered-keys'
  | 'white-space'
  | 'escapes';

/** Every kind of novelty. */
export const noveltyKinds = [
  'unknown-field',
  'unknown-member',
  'unknown-event-type',
  'longer-id',
  'reordered-keys',
  'white-space',
  'escapes',
] as const satisfies readonly NoveltyKind[];

/** One thing that is new in an event. */
export interface Novelty {
  readonly kind: NoveltyKind;
  /** Where it is; the whole event for what concerns its spelling. */
  readonly path: readonly (string | number)[];
}

/** A novelty that was drawn and can be brought into an event. `dice` decide where and how. */
export interface Drawn {
  readonly kind: NoveltyKind;
  readonly dice: number;
}

type Json = { readonly [Key: string]: unknown };
type Place = readonly (string | number)[];

/** What the places of an event are, by its schema. */
export interface Places {
  readonly objects: readonly Place[];
  readonly members: readonly Place[];
  readonly ids: readonly Place[];
}

/** The event with a novelty in its value, or `undefined` where there is no place for it. */
export function withNovelty(
  event: object,
  { kind, dice }: Drawn,
  form: EventForm,
  schema: Schema,
): { readonly event: object; readonly novelty: Novelty } | undefined {
  const places = placesIn(schema, event, form);
  const pick = (list: readonly Place[]) => list[dice % list.length];
  const change = (path: Place | undefined, to: (value: unknown) => unknown) =>
    path === undefined ? undefined : { event: changedAt(event, path, to) as object, novelty: { kind, path } };
  switch (kind) {
    case 'unknown-field': {
      const object = pick(places.objects);
      const path = object === undefined ? undefined : [...object, `not_yet_known_${dice % 7}`];
      return change(path, () => [null, true, 1.5, 'text', [], {}, { since: 'later' }][dice % 7]);
    }
    case 'unknown-member': {
      return change(pick(places.members), (value) =>
        typeof value === 'number' ? value + 1000 : `${String(value)}_not_yet_known`,
      );
    }
    case 'unknown-event-type': {
      return change(form.envelope.paths.type, (value) => `${String(value).split('.')[0]}.not_yet_known`);
    }
    case 'longer-id': {
      const path = pick(places.ids);
      const usual = path === undefined ? 0 : usualLength(path, form);
      return change(path, (value) => String(value).padEnd(usual, '0Aa9') + '0Aa9'.repeat(1 + (dice % 8)));
    }
    case 'reordered-keys': {
      return { event: reordered(event, dice) as object, novelty: { kind, path: [] } };
    }
    case 'white-space':
    case 'escapes': {
      return { event, novelty: { kind, path: [] } };
    }
  }
}

/** How long the id at a place is in fixtures; 0 where they have none. */
function usualLength(path: Place, { shape, envelope: { id, paths } }: EventForm): number {
  if (path.join('\0') === paths.id.join('\0')) return id.prefix.length + id.length;
  const own = path
    .slice(paths.object.length)
    .reduce<unknown>((value, key) => (value as Json | undefined)?.[key], shape.example);
  return typeof own === 'string' ? own.length : 0;
}

/** The places of an event that a schema knows. */
function placesIn(schema: Schema, event: unknown, form: EventForm): Places {
  const found = { objects: [] as Place[], members: [] as Place[], ids: [] as Place[] };
  const isAt = (path: Place, wanted: Place) => path.join('\0') === wanted.join('\0');
  const isType = (path: Place) => isAt(path, form.envelope.paths.type);
  const isId = (path: Place) => isAt(path, form.envelope.paths.id);
  const visit = (inner: Schema, value: unknown, path: Place): void => {
    const { type } = inner._zod.def;
    const { shape, element, innerType, options } = inner._zod.def as unknown as {
      readonly shape?: { readonly [Key: string]: Schema };
      readonly element?: Schema;
      readonly innerType?: Schema;
      readonly options?: readonly Schema[];
    };
    if (value === null || value === undefined) return;
    if (innerType !== undefined) visit(innerType, value, path);
    else if (type === 'union') {
      for (const option of options!.filter(({ _zod }) => _zod.def.type === 'object')) visit(option, value, path);
    } else if (type === 'array') {
      (value as unknown[]).forEach((item, index) => visit(element!, item, [...path, index]));
    } else if (type === 'object') {
      found.objects.push(path);
      for (const [key, field] of Object.entries(shape!)) visit(field, (value as Json)[key], [...path, key]);
    } else if (type === 'enum' || (type === 'literal' && inner._zod.values!.size > 1)) {
      if (!isType(path)) found.members.push(path);
    } else if (type === 'string' && (path.at(-1) === 'id' || isId(path))) found.ids.push(path);
  };
  visit(schema, event, []);
  return found;
}

function changedAt(value: unknown, path: Place, to: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return to(value);
  if (Array.isArray(value)) return value.with(key as number, changedAt(value[key as number], rest, to));
  return { ...(value as Json), [key]: changedAt((value as Json)[key], rest, to) };
}

/** The same value with the keys of every object in another order. */
function reordered(value: unknown, dice: number): unknown {
  if (Array.isArray(value)) return value.map((item) => reordered(item, dice));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, reordered(inner, dice)] as const);
  const turn = entries.length > 1 ? 1 + (dice % (entries.length - 1)) : 0;
  return Object.fromEntries(
    dice % 2 === 0 ? entries.toReversed() : [...entries.slice(turn), ...entries.slice(0, turn)],
  );
}
