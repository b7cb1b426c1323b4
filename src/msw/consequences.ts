import type { Consequence } from '../define/index.ts';
import { act, change, fittingAction } from './act.ts';
import { holds } from './fill.ts';
import { make } from './make.ts';
import type { Entry } from './state.ts';
import type { Asker, World } from './world.ts';

/** Brings about consequences, one after the other, each on the object as the one before left it. */
export function applyConsequences(
  world: World,
  entry: Entry,
  consequences: readonly Consequence[],
  asker: Asker,
): void {
  const id = String(entry.object['id']);
  for (const consequence of consequences) {
    const current = world.state.find(id, entry.resource) ?? entry;
    if ('emit' in consequence) world.emit(consequence.emit, current);
    else if ('make' in consequence)
      make(world, consequence.make, { ...asker, body: {} }, { filling: consequence.fill, from: current });
    else if ('link' in consequence) link(world, current, consequence);
    else if ('later' in consequence)
      world.later(() => actIfFitting(world, id, consequence.later, { ...asker, body: {} }));
    else if (holds(consequence.when, asker.body, current)) {
      const target = consequence.on === undefined ? id : String(current.object[consequence.on]);
      actIfFitting(world, target, consequence.act, asker);
    }
  }
}

/** Lets an action happen to the object with this id; nothing where there is none, or none that it fits. */
export function actIfFitting(world: World, id: string, name: string, asker: Asker): void {
  const entry = world.state.find(id);
  const action = entry === undefined ? undefined : fittingAction(world, entry, name, asker.body);
  if (action !== undefined) act(world, entry!, action, asker);
}

function link(world: World, entry: Entry, { link: field, list }: Extract<Consequence, { link: string }>): void {
  const target = world.state.find(String(entry.object[field]));
  if (target === undefined) return;
  const linked = (target.object[list] ?? []) as readonly unknown[];
  change(world, target, { [list]: [...linked, entry.object['id']] });
}
