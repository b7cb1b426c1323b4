import { rowsOf, valueAt, type EventDefinition, type ObjectShape, type Source } from '../define/index.ts';
import { nameOf } from '../define/index.ts';
import { HookproofError } from '../errors.ts';
import { arranged, fieldsOf, isJson, objectsOf, type Json } from './json.ts';
import { keepNew } from './make.ts';
import { moment, written } from './time.ts';
import type { Entry } from './state.ts';
import type { World } from './world.ts';

/** Keeps the object of an event as the API has it. Returns nothing where the API has no such objects. */
export function load(world: World, event: object): Entry | undefined {
  const { row, object } = readEvent(world, event);
  const found = Object.entries(world.api.resources).find(([, resource]) => resource.object === row.object.name);
  if (found === undefined) return undefined;
  const [name] = found;
  const shape = row.object.shapes.find(({ schema }) => schema.safeParse(object).success) ?? row.object.shapes[0];
  const before = world.state.find(String(object['id']), name);
  const kept = { ...before?.object, ...asApi(world, name, row, shape, object) };
  return keepNew(world, {
    resource: name,
    object: kept,
    remembered: before?.remembered ?? {},
    mode: modeOf(world, event),
  });
}

function readEvent(world: World, event: object): { readonly row: EventDefinition; readonly object: Json } {
  for (const [type, row] of rowsOf(world.provider)) {
    for (const { paths } of [world.provider.envelope, ...row.envelopes]) {
      const object = valueAt(event, paths.object);
      if ([type, ...row.spellings].includes(String(valueAt(event, paths.type))) && isJson(object))
        return { row, object };
    }
  }
  throw new HookproofError('UNKNOWN_EVENT', `Cannot load event: it is none of ${nameOf(world.provider)}`);
}

/** An event's object as the API has it: what is filled in for its shape is taken back, and what it lacks is the example's. */
function asApi(world: World, name: string, row: EventDefinition, shape: ObjectShape, object: Json): Json {
  const resource = world.api.resources[name]!;
  const filling = resource.events[shape.name] ?? {};
  const back = Object.entries(filling).flatMap(([field, sources]) =>
    [sources]
      .flat()
      .flatMap((source: Source | readonly Source[]) =>
        'of' in source ? [[source.of, asTime(resource.times, source.of, object[field])]] : [],
      ),
  );
  const same = Object.entries(object).filter(([field]) => fieldsOf(resource.schema).has(field) && !(field in filling));
  const known = Object.fromEntries([...same, ...back]) as Json;
  const { created, updated } = resource.times;
  const timed = updated === undefined || known[updated] !== undefined ? {} : { [updated]: known[created ?? ''] };
  const value = { ...known, ...timed };
  const example = row.object.shapes.find(({ example }) => resource.schema.safeParse(example).success)?.example as
    Json | undefined;
  const missing = objectsOf(resource.schema).flatMap(
    (schema) => schema.safeParse(value).error?.issues.map(({ path }) => String(path[0])) ?? [],
  );
  const lent = missing.filter((field) => value[field] === undefined).map((field) => [field, example?.[field]]);
  return arranged(resource.schema, { ...Object.fromEntries(lent), ...value });
}

function asTime(
  times: {
    readonly created?: string;
    readonly updated?: string;
    readonly notation: 'milliseconds' | 'seconds' | 'iso';
  },
  field: string,
  value: unknown,
): unknown {
  const time = field === times.created || field === times.updated ? moment(value) : undefined;
  return time === undefined ? value : written(time, times.notation);
}

function modeOf({ provider: { envelope } }: World, event: object): string {
  if (envelope.mode === undefined) return '';
  return valueAt(event, [envelope.mode.field]) === false ? envelope.mode.off : envelope.mode.on;
}
