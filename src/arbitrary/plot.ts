import { pinsOf, rowOf, type Lifecycle, type Moment, type Provider } from '../define/index.ts';
import { atTime, eventId, overlay, wrapObject } from '../fixture/index.ts';
import { characterOf, type Character } from './character.ts';
import type { Branch } from './event.ts';
import type { Happening } from './schedule.ts';

/** One object's story, as drawn: choices that only make sense along its lifecycle. */
export interface Plot {
  readonly lifecycle: Lifecycle;
  /** The form in which its events come. */
  readonly branch: Branch;
  /** An event to take the object from. */
  readonly base: object;
  readonly turns: readonly Turn[];
}

/** What happens next. The choices are taken modulo what there is to choose from. */
export interface Turn {
  readonly next: number;
  readonly alternative: number;
  readonly seconds: number;
}

/** The objects of some plots, each with an id of its own; later ones refer to earlier ones. */
export function cast(provider: Provider, plots: readonly Plot[]): Character[] {
  const moments = Object.values(provider.story as { readonly [Type: string]: Moment });
  const epoch = Math.min(...moments.map(({ at }) => Date.parse(at)));
  return plots.reduce<Character[]>((before, { branch, base }, index) => {
    return [...before, characterOf(provider, branch, base, before, epoch + index * 1000)];
  }, []);
}

/** What happens to the cast, in the order of time. */
export function tell(
  provider: Provider,
  plots: readonly Plot[],
  characters: readonly Character[],
  salt: number,
): Happening[] {
  return plots
    .flatMap((plot, index) => turnsOf(provider, plot, characters[index]!).map((turn) => ({ ...turn, plot: index })))
    .toSorted((a, b) => a.time - b.time)
    .map(({ type, time, object, plot, turn }, index) => {
      const { id, form } = characters[plot]!;
      const parts = { id: eventId(form.envelope.id, `${salt} ${index}`), type, createdAt: time, object };
      return { type, object: id, time, event: wrapObject(form, parts), plot, turn };
    });
}

/** What happens to one object: along its lifecycle, one event after the other. */
function turnsOf(provider: Provider, { lifecycle, turns }: Plot, { form, object, start }: Character) {
  const told: { type: string; time: number; object: object; turn: number }[] = [];
  let next = lifecycle.first;
  let [state, time] = [object, start];
  for (const [turn, choice] of turns.entries()) {
    if (next.length === 0) break;
    const type = next[choice.next % next.length]!;
    const pins = pinsOf(rowOf(provider, type)).map(([field, choices]) => {
      return { field, ...choices[choice.alternative % choices.length]! };
    });
    time += 1000 * (1 + choice.seconds);
    const pinned = Object.fromEntries(pins.map(({ field, pin }) => [field, pin.value]));
    state = overlay(state, { ...atTime(form.shape, form.shape.times.updated, time), ...pinned }) as object;
    told.push({ type, time, object: state, turn });
    const narrower = pins.flatMap(({ name }) => (name === undefined ? [] : [`${type}.${name}`]));
    next = lifecycle.steps[narrower.find((name) => Object.hasOwn(lifecycle.steps, name)) ?? type]?.next ?? [];
  }
  return told;
}
