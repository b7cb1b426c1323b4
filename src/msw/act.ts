import type { Action } from '../define/index.ts';
import { applyConsequences } from './consequences.ts';
import { fill, holds } from './fill.ts';
import { arranged, type Json } from './json.ts';
import { timesOf } from './make.ts';
import type { Entry } from './state.ts';
import type { Asker, World } from './world.ts';

/** What of an action's alternatives fits an object as it is; `undefined` where none does. */
export function fittingAction(world: World, entry: Entry, name: string, body: Json): Action | undefined {
  const status = String(entry.object['status']);
  const alternatives = world.api.resources[entry.resource]!.actions as { readonly [Name: string]: readonly Action[] };
  return (Object.hasOwn(alternatives, name) ? alternatives[name]! : []).find(
    ({ from, when }) => (from.length === 0 || from.includes(status)) && holds(when, body, entry),
  );
}

/** Lets an action happen to an object, with all that it brings about. */
export function act(world: World, entry: Entry, action: Action, asker: Asker): Entry {
  const id = String(entry.object['id']);
  const changes = action.fill === undefined ? {} : fill(action.fill, { world, asker, entry, id });
  const changed = action.fill === undefined ? entry : change(world, entry, changes);
  applyConsequences(world, changed, action.consequences ?? [], asker);
  return world.state.find(id, entry.resource) ?? changed;
}

/** Keeps an object with some fields changed. */
export function change(world: World, entry: Entry, changes: Json): Entry {
  const resource = world.api.resources[entry.resource]!;
  const object = { ...entry.object, ...changes, ...timesOf(world, resource, ['updated']) };
  return world.state.keep({ ...entry, object: arranged(resource.schema, object) });
}
