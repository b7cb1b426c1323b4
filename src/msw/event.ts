import { objectSchema, rowOf, type EventDefinition, type ObjectShape, type Provider } from '../define/index.ts';
import { withValueAt, wrapObject } from '../fixture/index.ts';
import { fill } from './fill.ts';
import { arranged, fieldsOf, fixedValue, type Json } from './json.ts';
import { nobody } from './authenticate.ts';
import type { Entry } from './state.ts';
import type { World } from './world.ts';

/** The event of a type around an object as the API has it, in the first shape that the event's contract accepts. */
export function eventOf(world: World, type: string, entry: Entry): object {
  const row = rowOf(world.provider, type);
  const shapes = row.object.shapes.toSorted(
    (one, other) => Number(other.name === world.shape) - Number(one.name === world.shape),
  );
  const candidates = shapes.map((shape) => ({ shape, object: shapedObject(world, entry, shape) }));
  const { object } =
    candidates.find(({ shape, object }) => objectSchema(row, shape).safeParse(object).success) ?? candidates[0]!;
  return wrapped(world, row, type, object, entry.mode);
}

/** An object in the provider's envelope, with a new id, at this moment. */
export function wrapped(world: World, row: EventDefinition, type: string, object: object, mode: string): object {
  const { envelope } = world.provider;
  const event = wrapObject(
    { envelope, shape: row.object.shapes[0] },
    { id: eventIdOf(world, mode), type, createdAt: world.clock.now(), object },
  );
  return envelope.mode === undefined || mode === ''
    ? event
    : withValueAt(event, [envelope.mode.field], mode === envelope.mode.on);
}

function eventIdOf(world: World, mode: string): string {
  const { id, mode: modes } = world.provider.envelope;
  const prefix = modes === undefined || mode === '' ? id.prefix : id.prefix.replace(`_${modes.on}_`, '_{mode}_');
  return world.state.eventId({ ...id, prefix }, mode);
}

/** An object in one shape: what the API's has of the shape's fields, and what is filled in for that shape. */
function shapedObject(world: World, entry: Entry, shape: ObjectShape): Json {
  const filling = world.api.resources[entry.resource]!.events[shape.name] ?? {};
  const context = { world, asker: nobody(world.api, entry.mode), entry, id: String(entry.object['id']) };
  const given = fill(filling, context);
  if (shape.schema.def.catchall?._zod.def.type === 'unknown') return { ...entry.object, ...given };
  const fields = [...fieldsOf(shape.schema)].map((field) => {
    const own = entry.object[field] === undefined ? fixedValue(shape.schema, field) : entry.object[field];
    const value = field in filling ? given[field] : own;
    const isLeftOut = value === null && !shape.schema.shape[field]!.safeParse(null).success;
    return [field, isLeftOut ? undefined : value];
  });
  return arranged(shape.schema, Object.fromEntries(fields));
}

/** Whether a version sends events of a type. */
export function hasEvent(provider: Provider, type: string): boolean {
  return Object.hasOwn(provider.events, type);
}
