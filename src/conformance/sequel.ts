import type { Provider } from '../define/index.ts';
import { ahead } from './ahead.ts';
import { isSame } from './effects.ts';
import type { Examination } from './examination.ts';
import { nothingReacts } from './model.ts';
import { play } from './play.ts';
import { nameOfScene, orderOf, pinnedBy, sequelsOf, tellScenes, type Scene, type Sequel } from './story.ts';

/**
 * Finds fault where the second of two events about one object is lost. Only pairs that the receiver tells apart are
 * judged: of which the one alone does not have the effects of the other alone.
 */
export async function expectBothCount(
  examination: Examination,
  isJudged: (sequel: Sequel) => boolean,
  delivery: (before: string, after: string) => string,
  apart = 60_000,
): Promise<void> {
  const { provider, probe } = examination;
  const reacting = new Map((await examination.reacting()).map((fixture) => [fixture.event, fixture]));
  if (reacting.size === 0) return examination.skip(nothingReacts);
  const told = async (scenes: readonly Scene[], events: readonly object[]) => {
    await probe.reset!();
    const played = await play(
      examination,
      scenes.map((scene, index) => ({ event: events[index]!, name: nameOfScene(scene) })),
    );
    return { played, effects: await examination.effects() };
  };
  const isOrdered = orderOf(provider);
  const judged = sequelsOf(provider)
    .filter(isJudged)
    .filter(({ before, after }) => reacting.has(after.type) && reacting.has(before.type))
    .filter(({ before, after }) => !isAlike(provider, before, after) && isOrdered(before, after));
  const ready = ahead(examination, judged, ({ before, after }) => {
    const seed = `${examination.seed} ${nameOfScene(before)} ${nameOfScene(after)}`;
    const events = tellScenes(provider, [before, after], { seed, end: examination.now(), apart });
    examination.signAhead(events);
    return Promise.resolve({ before, after, events });
  });
  for await (const { before, after, events } of ready) {
    const fixture = reacting.get(after.type)!; // by the filter above
    const first = await told([before], [events[0]!]);
    const second = await told([after], [events[1]!]);
    if (isSame(first.effects, second.effects)) continue;
    const both = await told([before, after], events);
    examination.judged(fixture);
    if (!isSame(both.effects, first.effects)) continue;
    examination.find(fixture, delivery(nameOfScene(before), nameOfScene(after)), both.played.last, {
      expected: 'effects that the second event has changed',
      actual: 'the effects of the first event alone',
      timeline: both.played.timeline,
    });
  }
}

/** Whether the two events leave the object in one state. */
function isAlike(provider: Provider, before: Scene, after: Scene): boolean {
  const [one, other] = [pinnedBy(provider, before), pinnedBy(provider, after)];
  return Object.entries(other).every(([field, value]) => one[field] === value);
}
