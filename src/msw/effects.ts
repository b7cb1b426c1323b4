import type { Effect } from '../define/index.ts';
import { act, change, fittingAction } from './act.ts';
import { holds } from './fill.ts';
import { make } from './make.ts';
import type { Entry } from './state.ts';
import type { Asker, World } from './world.ts';

/** Brings about effects, one after the other, each on the object as the one before left it. */
export function applyEffects(world: World, entry: Entry, effects: readonly Effect[], asker: Asker): void {
  const id = String(entry.object['id']);
  for (const effect of effects) {
    const current = world.state.find(id, entry.resource) ?? entry;
    if ('emit' in effect) world.emit(effect.emit, current);
    else if ('make' in effect)
      make(world, effect.make, { ...asker, body: {} }, { filling: effect.fill, from: current });
    else if ('link' in effect) link(world, current, effect);
    else if ('later' in effect) world.later(() => actIfFitting(world, id, effect.later, { ...asker, body: {} }));
    else if (holds(effect.when, asker.body, current)) {
      const target = effect.on === undefined ? id : String(current.object[effect.on]);
      actIfFitting(world, target, effect.act, asker);
    }
  }
}

/** Lets an action happen to the object with this id; nothing where there is none, or none that it fits. */
export function actIfFitting(world: World, id: string, name: string, asker: Asker): void {
  const entry = world.state.find(id);
  const action = entry === undefined ? undefined : fittingAction(world, entry, name, asker.body);
  if (action !== undefined) act(world, entry!, action, asker);
}

function link(world: World, entry: Entry, { link: field, list }: Extract<Effect, { link: string }>): void {
  const target = world.state.find(String(entry.object[field]));
  if (target === undefined) return;
  const linked = (target.object[list] ?? []) as readonly unknown[];
  change(world, target, { [list]: [...linked, entry.object['id']] });
}
