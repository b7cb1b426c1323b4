import type { Check } from '../check.ts';
import { isSame, differences } from '../effects.ts';
import { play } from '../play.ts';
import { nameOfScene, tellScenes, waysToEnds } from '../story.ts';

export const keepsEventsWithoutPredecessor: Check = {
  id: 'keeps-events-without-predecessor',
  group: 'effects',
  level: 'MUST',
  title: 'Does not refuse for ever, nor lose, an event whose predecessor has not come yet',
  source: 'https://docs.stripe.com/webhooks; https://docs.adyen.com/development-resources/webhooks',
  async run(examination) {
    const { provider } = examination;
    const canCompare = examination.has('effects') && examination.has('reset');
    for (const way of waysToEnds(provider)) {
      const fixture = examination.typical.find(({ event }) => event === way.at(-1)!.type);
      if (fixture === undefined || (await examination.plainAnswer(fixture)) === undefined) continue;
      const [first, last] = [way[0]!, way.at(-1)!];
      const names = [first, last].map(nameOfScene);
      const seed = `${examination.seed} ${names.join(' ')}`;
      const events = tellScenes(provider, way, { seed, end: examination.now() });
      const cues = [events[0]!, events.at(-1)!].map((event, index) => ({ event, name: names[index]! }));
      const expected = canCompare ? await effectsOf(cues) : undefined;
      if (canCompare) await examination.probe.reset!();
      const played = await play(examination, cues.toReversed());
      examination.judged(fixture);
      const delivery = `${names[1]} before ${names[0]}`;
      if (played.refused.length > 0)
        examination.find(fixture, delivery, played.last, {
          expected: 'both acknowledged in the end',
          actual: `never acknowledged: ${played.refused.join(', ')}`,
          timeline: played.timeline,
        });
      const found = canCompare ? await examination.effects() : undefined;
      if (isSame(expected, found)) continue;
      examination.find(fixture, delivery, played.last, {
        expected: 'the effects of the two in order',
        actual: 'other effects',
        effects: differences(expected, found),
        timeline: played.timeline,
      });
    }
    if (canCompare) await examination.probe.reset!();

    async function effectsOf(cues: Parameters<typeof play>[1]): Promise<unknown> {
      await examination.probe.reset!();
      await play(examination, cues);
      return examination.effects();
    }
  },
};
