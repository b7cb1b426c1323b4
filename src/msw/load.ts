import {
  nameOf,
  rowsOf,
  valueAt,
  type EventDefinition,
  type ObjectShape,
  type Resource,
  type Source,
} from '../define/index.ts';
import { HookproofError } from '../errors.ts';
import { withValueAt } from '../fixture/index.ts';
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

/** An event's object as the API has it: what is filled in for its shape is taken back, and something stands in for what it lacks. */
function asApi(world: World, name: string, row: EventDefinition, shape: ObjectShape, object: Json): Json {
  const resource = world.api.resources[name]!;
  const { schema, times } = resource;
  const fields = fieldsOf(schema);
  const same = Object.fromEntries(Object.entries(object).filter(([field]) => fields.has(field)));
  const known = Object.entries(resource.events[shape.name] ?? {})
    .flatMap(([field, sources]) => [sources].flat().map((source: Source | readonly Source[]) => ({ field, source })))
    .reduce<object>((value, { field, source }) => {
      const path = 'of' in source ? source.of : field;
      const isTakenBack = path !== field && fields.has(path.split('.')[0]!) && object[field] !== undefined;
      return isTakenBack ? withValueAt(value, path.split('.'), asTime(times, path, object[field])) : value;
    }, same);
  const created = valueAt(known, [times.created ?? '']);
  const value = { ...(times.updated === undefined ? {} : { [times.updated]: created }), ...known };
  return arranged(schema, { ...lentFields(resource, row, value), ...value });
}

/** What an object lacks: the resource's stand-ins, or else the fields of an example that the API could answer. */
function lentFields({ schema, standIn }: Resource, row: EventDefinition, value: Json): Json {
  const example = row.object.shapes.find((shape) => schema.safeParse(shape.example).success)?.example;
  const lender = { ...(example as Json | undefined), ...standIn };
  const issues = objectsOf(schema).map((variant) => variant.safeParse(value).error?.issues ?? []);
  const missing = issues.flat().flatMap(({ path }) => (path.length === 1 ? [String(path[0])] : []));
  return Object.fromEntries(
    missing.filter((field) => value[field] === undefined).map((field) => [field, lender[field]]),
  );
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
