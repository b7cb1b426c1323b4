import { present, valueAt, type Condition, type Filling, type Source } from '../define/index.ts';
import { isJson, type Json } from './json.ts';
import { make } from './make.ts';
import type { Entry } from './state.ts';
import { afterInterval, moment, written } from './time.ts';
import type { Asker, World } from './world.ts';

/** What the fields of an object are filled from. */
export interface FillContext {
  readonly world: World;
  readonly asker: Asker;
  /** The object acted on. */
  readonly entry?: Pick<Entry, 'object' | 'remembered'> | undefined;
  /** The id of the object that is filled. */
  readonly id: string;
  /** The object as it is filled so far. */
  readonly siblings?: Json;
}

/** The fields that a filling gives; a field whose sources give nothing is `undefined`. */
export function fill(filling: Filling, context: FillContext): Json {
  return Object.entries(filling).reduce<Json>((siblings, [field, sources]) => {
    const around = { ...context.siblings, ...siblings };
    const value = firstValue([sources].flat(), { ...context, siblings: around });
    return Object.fromEntries([...Object.entries(siblings), [field, value]]);
  }, {});
}

/** What the first source gives that gives something; null is something only where it is a constant. */
function firstValue(sources: readonly Source[], context: FillContext): unknown {
  for (const source of sources) {
    const value = valueOf(source, context);
    if (value !== undefined && (value !== null || 'value' in source)) return value;
  }
  return undefined;
}

/** Whether all that a condition names is in the body, in the object, or remembered of it. */
export function holds(
  condition: Condition | undefined,
  body: Json,
  entry?: Pick<Entry, 'object' | 'remembered'>,
): boolean {
  return Object.entries(condition ?? {}).every(([path, wanted]) => {
    const keys = path.split('.');
    const found = [body, entry?.remembered, entry?.object].map((place) => valueAt(place, keys));
    const value = found.find((each) => each !== undefined);
    return wanted === present ? value !== undefined && value !== null : value === wanted;
  });
}

function valueOf(source: Source, context: FillContext): unknown {
  const { world, asker, entry, id } = context;
  if ('value' in source) return source.value;
  if ('body' in source) return valueAt(asker.body, source.body.split('.'));
  if ('credential' in source) return asker.credentials[source.credential];
  if ('of' in source) return ofEntry(source, entry);
  if ('now' in source) return timeOf(source, context);
  if ('mode' in source) return asker.mode === 'test';
  if ('template' in source) return withId(source.template, id);
  if ('sibling' in source) return valueAt(context.siblings, source.sibling.split('.'));
  if ('object' in source) return fill(source.object, context);
  if ('random' in source) return world.state.random(source.random, asker.mode);
  if ('each' in source) return madeOfEach(source, context);
  return madeAlong(source, context);
}

function ofEntry(source: Extract<Source, { of: string }>, entry: FillContext['entry']): unknown {
  const path = source.of.split('.');
  const value = valueAt(entry?.object, path) ?? valueAt(entry?.remembered, path);
  const time = source.as === undefined ? undefined : moment(value);
  return time === undefined ? value : written(time, source.as!);
}

function timeOf(source: Extract<Source, { now: unknown }>, { world, asker }: FillContext): number | string {
  const now = world.clock.now() + (source.plus ?? 0) * 1000;
  const recurring = source.after === undefined ? undefined : valueAt(asker.body, source.after.split('.'));
  if (!isJson(recurring)) return written(now, source.now);
  return written(afterInterval(now, recurring['interval'], Number(recurring['interval_count'] ?? 1)), source.now);
}

function madeOfEach(source: Extract<Source, { each: string }>, { world, asker }: FillContext): unknown {
  const items = valueAt(asker.body, source.each.split('.'));
  if (!Array.isArray(items)) return undefined;
  return items.map((item: Json) => make(world, source.made, { ...asker, body: item }).object['id']);
}

function madeAlong(source: Extract<Source, { made: string }>, context: FillContext): unknown {
  const { world, asker } = context;
  const { part, give, fields } = source as {
    readonly part?: string;
    readonly give?: Filling;
    readonly fields?: string[];
  };
  const named = part === undefined ? asker.body : valueAt(asker.body, part.split('.'));
  const given = give === undefined ? {} : fill(give, context);
  const { object } = make(world, source.made, { ...asker, body: { ...(isJson(named) ? named : {}), ...given } });
  if (fields === undefined) return object['id'];
  return Object.fromEntries(fields.filter((name) => name in object).map((name) => [name, object[name]]));
}

function withId(value: unknown, id: string): unknown {
  if (typeof value === 'string') return value.replaceAll('{id}', id);
  if (!isJson(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withId(inner, id)]));
}
