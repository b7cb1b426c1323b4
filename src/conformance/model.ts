import { mayFollow, rowsOf, stepType, type Provider } from '../define/index.ts';
import type { FixtureFile } from '../fixture/index.ts';
import { differences, isSame, type Difference } from './effects.ts';
import type { Examination } from './examination.ts';
import { play, type Cue, type Played } from './play.ts';
import { counterexample } from './property.ts';
import type { History, HistoryOptions, ScheduledDelivery } from '../arbitrary/index.ts';

/** How histories are drawn and played. */
export interface Model {
  readonly history: Omit<HistoryOptions, 'objects'>;
  /** How many objects of one kind a history is about. Without it, it is about two of any kind. */
  readonly alike?: number;
  /** Whether the receiver is restarted between deliveries. */
  readonly restarts?: boolean;
  /** What the deliveries of a history are compared to; in order and once each, when left out. */
  readonly reference?: (history: History) => readonly ScheduledDelivery[];
  /** What is special about the deliveries, for a finding. */
  readonly delivery: string;
}

/** How long one check looks for a history, and for a smaller one, in milliseconds. */
const patience = 30_000;

/**
 * Draws histories, and finds fault where the receiver's effects are not those of the same events in order and once
 * each. Of a history that fails, the smallest that still does is shown.
 */
export async function expectSameEffects(examination: Examination, model: Model): Promise<void> {
  const { provider, session } = examination;
  const reacting = await examination.reacting();
  if (reacting.length === 0) return examination.skip(nothingReacts);
  const { historyArbitrary } = await import('../arbitrary/index.ts');
  const { nat, oneof, tuple } = await import('fast-check');
  const isDecidable = decidable(provider);
  const reference = model.reference ?? inOrder;
  const drawn = castsOf(examination, reacting, model.alike).map((objects) =>
    historyArbitrary(provider, { ...model.history, objects }),
  );
  if (drawn.length === 0) return examination.skip('the probe shows no effect of events that may follow each other');
  // A history whose deliveries go as in the reference proves nothing.
  const worth = oneof(...drawn).filter(
    (history) => isDecidable(history) && !isPlain(history.deliveries, reference(history)),
  );
  await examination.probe.reset!();
  const none = await examination.effects();
  let smallest: Failure | undefined;
  const found = await counterexample(
    { seed: examination.seed, draws: session.options.runs, patience },
    tuple(worth, nat({ max: 12 })),
    ([history, restart]) => {
      examination.signAhead(history.events);
      return async () => {
        const failure = await failureOf(examination, model, none, history, restart);
        smallest = failure ?? smallest;
        return failure === undefined;
      };
    },
  );
  if (found === undefined || smallest === undefined) return;
  const { history, played, effects } = smallest;
  const isRefused = played.refused.length > 0;
  examination.find(fixtureFor(examination, history), model.delivery, played.last, {
    expected: isRefused
      ? 'every delivery acknowledged in the end, as in order'
      : 'the effects of the same events in order, once each',
    actual: isRefused
      ? `never acknowledged: ${played.refused.join('; ')}`
      : `other effects: ${differenceText(effects)}`,
    effects,
    timeline: played.timeline,
    path: found.path,
  });
}

/** Why a check of effects says nothing of a receiver that shows none. */
export const nothingReacts = 'the probe shows no effect of any event';

interface Failure {
  readonly history: History;
  readonly played: Played;
  readonly effects: readonly Difference[];
}

async function failureOf(
  examination: Examination,
  { reference = inOrder, restarts = false }: Model,
  none: unknown,
  history: History,
  restart: number,
): Promise<Failure | undefined> {
  await examination.probe.reset!();
  const plain = await play(examination, cuesOf(history, reference(history)));
  const expected = await examination.effects();
  if (isSame(none, expected)) return undefined;
  examination.judged(fixtureFor(examination, history));
  await examination.probe.reset!();
  const cues = cuesOf(history, history.deliveries);
  const played = await play(
    examination,
    restarts ? cues.map((cue, index) => ({ ...cue, restarts: index > 0 && index === restart })) : cues,
  );
  const found = await examination.effects();
  const isRefused = played.refused.length > 0 && plain.refused.length === 0;
  if (isSame(expected, found) && !isRefused) return undefined;
  return { history, played, effects: differences(expected, found) };
}

/** Each event of a history once, in the order in which they happened. */
function inOrder({ deliveries, events }: History): readonly ScheduledDelivery[] {
  return events.map((event) => ({
    ...deliveries.find((delivery) => delivery.event === event)!,
    attempt: 1,
    reason: 'first',
    fails: false,
    concurrent: false,
  }));
}

function cuesOf(history: History, deliveries: readonly ScheduledDelivery[]): Cue[] {
  const start = Math.min(...deliveries.map(({ at }) => at));
  return deliveries.map(({ event, type, object, plot, attempt, reason, concurrent, fails, at }) => ({
    event,
    at: at - start,
    fails,
    concurrent,
    name: [
      `${type} of ${history.objects[plot]?.name ?? 'object'} ${object}`,
      ...(reason === 'first' ? [] : [reason === 'retry' ? `attempt ${attempt}` : reason]),
      ...(concurrent ? ['at once with the one before'] : []),
    ].join(', '),
  }));
}

/**
 * Whether a receiver can tell from the events alone in which order they happened: by the time at which the object
 * changed, or because its lifecycle allows no other order.
 */
function decidable(provider: Provider): (history: History) => boolean {
  const follows = mayFollow(provider.lifecycles, provider.events);
  const rows = new Map(rowsOf(provider));
  return ({ deliveries, events }) => {
    const told = events.map((event) => deliveries.find((delivery) => delivery.event === event)!);
    return told.every((one, index) => {
      if (rows.get(one.type)!.object.shapes.every(({ times }) => times.updated !== undefined)) return true;
      return told.slice(index + 1).every((later) => later.plot !== one.plot || !follows(later.type, one.type));
    });
  };
}

/** The kinds of objects that histories are about: those that have a story whose events the receiver reacts to. */
function castsOf(
  { provider, session }: Examination,
  reacting: readonly FixtureFile[],
  alike: number | undefined,
): (readonly string[])[] {
  const { isExamined } = session.options;
  const names = provider.lifecycles
    .filter(({ steps }) => Object.values(steps).some(({ next }) => next.length > 0))
    .filter(({ steps }) => Object.keys(steps).every((step) => isExamined(stepType(step, provider.events))))
    .filter(({ steps }) => reacting.some(({ event }) => Object.hasOwn(steps, event)))
    .map(({ object }) => object);
  if (alike !== undefined) return names.map((name) => Array.from({ length: alike }, () => name));
  return names.map((name, index) => [name, names[(index + 1) % names.length]!]);
}

/** Whether deliveries come as those of the reference do. */
function isPlain(deliveries: readonly ScheduledDelivery[], reference: readonly ScheduledDelivery[]): boolean {
  return (
    deliveries.length === reference.length &&
    deliveries.every(
      ({ event, concurrent, fails }, index) => event === reference[index]!.event && !concurrent && !fails,
    )
  );
}

function fixtureFor(examination: Examination, { deliveries }: History): FixtureFile {
  const { type } = deliveries[0]!;
  return examination.typical.find(({ event }) => event === type) ?? examination.typical[0]!;
}

function differenceText(effects: readonly Difference[]): string {
  const [first] = effects;
  const more = effects.length > 1 ? ` and ${effects.length - 1} more` : '';
  return first === undefined ? 'none' : `at "${first.path}"${more}`;
}
