import {
  formsOf,
  mayFollow,
  pinsOf,
  rowOf,
  stepType,
  valueAt,
  type EventForm,
  type Lifecycle,
  type Provider,
} from '../define/index.ts';
import { atTime, buildEvent, eventId, overlay, variantsOf, wrapObject } from '../fixture/index.ts';
import { freshId } from './fresh.ts';

/** One event in the story of one object: its type, and which of the pinned alternatives it is. */
export interface Scene {
  readonly type: string;
  readonly alternative?: string;
}

/** Two events of which the second may follow the first. */
export interface Sequel {
  readonly before: Scene;
  readonly after: Scene;
  /** Whether the second sets right what looked like an end. */
  readonly isCorrection: boolean;
}

/** Every pair of events of a provider of which the second may follow the first, repetitions aside. */
export function sequelsOf(provider: Provider): Sequel[] {
  const sequels = provider.lifecycles.flatMap(({ steps }) =>
    Object.entries(steps).flatMap(([name, { next, corrections }]) => {
      const before = sceneOf(provider, name);
      // A step without an alternative stands for those that have no step of their own.
      const isGeneral =
        before.alternative === undefined && Object.keys(steps).some((other) => other.startsWith(`${name}.`));
      return isGeneral
        ? []
        : next.map((type) => ({ before, after: { type }, isCorrection: corrections.includes(type) }));
    }),
  );
  return sequels.filter(({ before, after }) => before.type !== after.type);
}

/**
 * Whether a receiver can tell which of two events came last: by the time at which the object changed, or because the
 * second is never followed by the first.
 */
export function orderOf(provider: Provider): (before: Scene, after: Scene) => boolean {
  const follows = mayFollow(provider.lifecycles, provider.events);
  return (before, after) => {
    const [{ shape }] = formsOf(provider, after.type) as [EventForm];
    return shape.times.updated !== undefined || !follows(after.type, before.type);
  };
}

/** For each lifecycle and each of its ends, the shortest way there from its beginning. */
export function waysToEnds(provider: Provider): Scene[][] {
  return provider.lifecycles.flatMap((lifecycle) =>
    Object.entries(lifecycle.steps)
      .filter(([, { next }]) => next.length === 0)
      .flatMap(([name]) => wayTo(provider, lifecycle, name) ?? [])
      .filter((way) => way.length > 1),
  );
}

function wayTo(provider: Provider, { first, steps }: Lifecycle, end: string): [Scene[]] | undefined {
  const to = sceneOf(provider, end);
  const ways: Scene[][] = first.map((name) => [sceneOf(provider, name)]);
  for (const way of ways) {
    const last = way.at(-1)!;
    if (last.type === to.type && way.length > 1) return [[...way.slice(0, -1), to]];
    if (way.length > 4) return undefined;
    const next = Object.entries(steps).find(
      ([name, step]) => sceneOf(provider, name).type === last.type && step.next.length > 0,
    );
    ways.push(
      ...(next?.[1].next ?? [])
        .filter((type) => !way.some((scene) => scene.type === type))
        .map((type) => [...way, { type }]),
    );
  }
  return undefined;
}

function sceneOf(provider: Provider, step: string): Scene {
  const type = stepType(step, provider.events);
  return type === step ? { type } : { type, alternative: step.slice(type.length + 1) };
}

/** How the events of scenes are made. */
export interface Telling {
  /** The ids of the object and of the events are made from it. */
  readonly seed: string;
  /** When the last of them happened, in milliseconds since the Unix epoch. */
  readonly end: number;
  /** Milliseconds between them; a minute when left out. */
  readonly apart?: number;
}

/** The events of scenes about one new object. */
export function tellScenes(provider: Provider, scenes: readonly Scene[], telling: Telling): object[] {
  const { seed, end, apart = 60_000 } = telling;
  const form = formsOf(provider, scenes[0]!.type)[0]!;
  const { shape, envelope } = form;
  const [typical] = variantsOf(provider, scenes[0]!.type);
  const event = buildEvent(provider, scenes[0]!.type, typical!);
  let object = valueAt(event, envelope.paths.object) as { readonly [Field: string]: unknown };
  const start = end - (scenes.length - 1) * apart;
  object = overlay(object, {
    id: freshId(String(object['id']), seed),
    ...atTime(shape, shape.times.created, start),
  }) as typeof object;
  return scenes.map((scene, index) => {
    const time = start + index * apart;
    object = overlay(object, {
      ...atTime(shape, shape.times.updated, time),
      ...pinnedBy(provider, scene),
    }) as typeof object;
    const id = eventId(envelope.id, `${seed} ${index}`);
    return wrapObject(form, { id, type: scene.type, createdAt: time, object });
  });
}

/** What a scene fixes in its object. */
export function pinnedBy(provider: Provider, { type, alternative }: Scene): { readonly [Field: string]: unknown } {
  return Object.fromEntries(
    pinsOf(rowOf(provider, type)).map(([field, choices]) => {
      const { pin } = choices.find(({ name }) => name === alternative) ?? choices[0]!;
      return [field, pin.value];
    }),
  );
}

/** How a scene is named: `order.rejected.soft-decline`. */
export function nameOfScene({ type, alternative }: Scene): string {
  return alternative === undefined ? type : `${type}.${alternative}`;
}
