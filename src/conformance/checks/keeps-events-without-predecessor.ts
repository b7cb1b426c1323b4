import type { Check } from '../check.ts';
import { differences, isSame } from '../effects.ts';
import { play } from '../play.ts';
import { nameOfScene, tellScenes, waysToEnds, type Scene } from '../story.ts';

export const keepsEventsWithoutPredecessor: Check = {
  id: 'keeps-events-without-predecessor',
  group: 'effects',
  level: 'MUST',
  title: 'Does not refuse for ever, nor lose, an event whose predecessor has not come yet',
  source: 'https://docs.stripe.com/webhooks; https://docs.adyen.com/development-resources/webhooks',
  async run(examination) {
    const { provider } = examination;
    const canCompare = examination.has('effects') && examination.has('reset');
    const startOver = async () => void (canCompare && (await examination.probe.reset!()));
    const effects = async () => (canCompare ? examination.effects() : undefined);
    /** The first and the last event of a way, about an object of their own. */
    const cuesOf = (way: readonly Scene[], salt: string) => {
      const names = [way[0]!, way.at(-1)!].map(nameOfScene);
      const seed = `${examination.seed} ${names.join(' ')} ${salt}`;
      const events = tellScenes(provider, way, { seed, end: examination.now() });
      return [events[0]!, events.at(-1)!].map((event, index) => ({ event, name: names[index]! }));
    };
    for (const way of waysToEnds(provider)) {
      const fixture = examination.typical.find(({ event }) => event === way.at(-1)!.type);
      if (fixture === undefined) continue;
      const cues = cuesOf(way, 'late');
      await startOver();
      // Without a way to start over, what comes in order has to be about another object.
      const inOrder = await play(examination, canCompare ? cues : cuesOf(way, 'in order'));
      if (inOrder.refused.length > 0) continue;
      const expected = await effects();
      await startOver();
      const played = await play(examination, cues.toReversed());
      examination.judged(fixture);
      const found = await effects();
      if (played.refused.length === 0 && isSame(expected, found)) continue;
      const isRefused = played.refused.length > 0;
      examination.find(fixture, `${cues[1]!.name} before ${cues[0]!.name}`, played.last, {
        expected: isRefused ? 'both acknowledged in the end' : 'the effects of the two in order',
        actual: isRefused ? `never acknowledged: ${played.refused.join(', ')}` : 'other effects',
        effects: differences(expected, found),
        timeline: played.timeline,
      });
    }
    await startOver();
  },
};
