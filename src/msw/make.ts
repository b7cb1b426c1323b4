import type { Filling, Resource } from '../define/index.ts';
import { applyConsequences } from './consequences.ts';
import { fill } from './fill.ts';
import { arranged, fieldsOf, fixedValue, type Json } from './json.ts';
import type { Entry } from './state.ts';
import { written } from './time.ts';
import type { Asker, World } from './world.ts';

/** What a new object has beside what its body and its resource give it. */
export interface Extra {
  readonly filling?: Filling;
  /** The object that it is made from. */
  readonly from?: Entry;
  readonly remembered?: Json;
}

/** Makes an object, keeps it, and brings about what a new one does. */
export function make(world: World, name: string, asker: Asker, extra: Extra = {}): Entry {
  const resource = world.api.resources[name]!;
  const id = world.state.random(idFormat(world, resource), asker.mode);
  const filling = { ...resource.fill, ...extra.filling };
  const copied = Object.entries(asker.body).filter(([key]) => fieldsOf(resource.schema).has(key) && !(key in filling));
  const type = fixedValue(resource.schema, 'object');
  const object = {
    ...Object.fromEntries(copied),
    ...fill(filling, { world, asker, entry: extra.from, id }),
    id,
    ...(type === undefined ? {} : { object: type }),
    ...timesOf(world, resource, ['created', 'updated']),
  };
  const remembered = Object.fromEntries(
    resource.remembers.flatMap((key) => (asker.body[key] === undefined ? [] : [[key, asker.body[key]]])),
  );
  const entry = keepNew(world, {
    resource: name,
    object: arranged(resource.schema, object),
    remembered: { ...remembered, ...extra.remembered },
    mode: asker.mode,
  });
  applyConsequences(world, entry, resource.consequences, { ...asker, body: {} });
  return world.state.find(id, name) ?? entry;
}

/** Keeps an object that is new, and writes down with the object it draws from that it does. */
export function keepNew(world: World, made: Omit<Entry, 'sequence'>): Entry {
  const entry = world.state.keep(made);
  for (const { draws, resource } of world.api.operations) {
    if (draws === undefined || resource !== entry.resource) continue;
    const parent = world.state.find(String(entry.object[draws.field]), draws.resource);
    if (parent === undefined) continue;
    const drawn = (parent.remembered['drawnBy'] ?? []) as readonly string[];
    const remembered = { ...parent.remembered, drawnBy: [...new Set([...drawn, String(entry.object['id'])])] };
    world.state.keep({ ...parent, remembered });
  }
  return entry;
}

/** The times of an object that is made or changed now. */
export function timesOf(world: World, { times }: Resource, which: readonly ('created' | 'updated')[]): Json {
  const now = written(world.clock.now(), times.notation);
  return Object.fromEntries(which.flatMap((name) => (times[name] === undefined ? [] : [[times[name], now]])));
}

/** How ids of a resource are made: as its events' shape has them. */
function idFormat(world: World, { ids, object }: Resource) {
  const usual = Object.values(
    world.provider.events as {
      readonly [Type: string]: {
        readonly object: { readonly name: string; readonly shapes: readonly { readonly name: string }[] };
      };
    },
  ).find((row) => row.object.name === object)?.object.shapes[0]?.name;
  return ids[world.shape ?? ''] ?? ids[usual ?? ''] ?? Object.values(ids)[0]!;
}
