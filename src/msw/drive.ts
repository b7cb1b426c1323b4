import { HookproofError } from '../errors.ts';
import { act, fittingAction } from './act.ts';
import { nobody } from './authenticate.ts';
import type { Json } from './json.ts';
import { entryOf } from './trigger.ts';
import type { World } from './world.ts';

/** Lets an action happen to the object with this id. Throws `BAD_ARGUMENT` where its status forbids it. */
export function driven(world: World, name: string, id: string, detail: Json): Json {
  const entry = entryOf(world, id);
  const action = fittingAction(world, entry, name, detail);
  if (action === undefined) {
    const status = String(entry.object['status']);
    throw new HookproofError('BAD_ARGUMENT', `Cannot ${name} ${id}: its status "${status}" does not allow it`);
  }
  return act(world, entry, action, { ...nobody(world.api, entry.mode), body: detail }).object;
}
