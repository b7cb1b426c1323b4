import { pinsOf, rowOf, valueAt, type Provider } from '../define/index.ts';
import { HookproofError } from '../errors.ts';
import { fixture, overlay, withValueAt } from '../fixture/index.ts';
import { nobody } from './authenticate.ts';
import { eventOf, wrapped } from './event.ts';
import { isJson, type Json } from './json.ts';
import { load } from './load.ts';
import type { Entry } from './state.ts';
import type { World } from './world.ts';

/** What a triggered event is to be about. */
export interface TriggerOptions {
  /** The id of an object that the box keeps; without it, the event is a fixture and its object is kept. */
  readonly id?: string;
  /** The fixture's variant, or the pinned alternative of the object's event: `soft-decline`. */
  readonly variant?: string;
  /** Laid over the object. It may break the contract. */
  readonly set?: object;
}

/** The event that is triggered and its object as the box keeps it from now on; none where the API has no such objects. */
export function triggered(
  world: World,
  type: string,
  options: TriggerOptions,
): { readonly event: object; readonly mode: string; readonly object: Json } {
  return options.id === undefined ? ofFixture(world, type, options) : ofEntry(world, type, options.id, options);
}

function ofEntry(world: World, type: string, id: string, options: TriggerOptions) {
  const entry = entryOf(world, id);
  const row = rowOf(world.provider, type);
  const wanted = world.api.resources[entry.resource]!.object;
  if (wanted !== row.object.name)
    throw new HookproofError(
      'BAD_ARGUMENT',
      `Cannot trigger ${type}: "${id}" is ${wanted ?? entry.resource}, not ${row.object.name}`,
    );
  const pins = pinsOf(row).map(([field, choices]) => [
    field,
    (choices.find(({ name }) => name === options.variant) ?? choices[0]!).pin.value,
  ]);
  const object = overlay({ ...entry.object, ...Object.fromEntries(pins) }, options.set ?? {}) as Json;
  const kept = world.state.keep({ ...entry, object });
  return { event: eventOf(world, type, kept), mode: entry.mode, object };
}

function ofFixture(world: World, type: string, options: TriggerOptions) {
  const given = fixture<Provider, never, true>(world.provider, type as never, {
    variant: options.variant ?? 'typical',
    overrides: withValueAt({}, world.provider.envelope.paths.object, options.set ?? {}),
    unchecked: true,
  }) as object;
  const object = valueAt(given, world.provider.envelope.paths.object);
  // A fixture in another envelope is sent as it is printed.
  if (!isJson(object)) return { event: given, mode: '', object: {} };
  const entry = load(world, given);
  const { mode } = entry ?? nobody(world.api, testMode(world));
  return { event: wrapped(world, rowOf(world.provider, type), type, object, mode), mode, object };
}

/** The object that a box keeps under an id. Throws `UNKNOWN_NAME` where it keeps none. */
export function entryOf(world: World, id: string): Entry {
  const entry = world.state.find(id);
  if (entry === undefined)
    throw new HookproofError('UNKNOWN_NAME', `Cannot find object "${id}": the box keeps none of that id`);
  return entry;
}

function testMode({ provider }: World): string {
  return provider.envelope.mode?.on ?? '';
}
