import type { Check } from '../check.ts';
import { nothingReacts } from '../model.ts';
import { play } from '../play.ts';
import { nameOfScene, tellScenes, waysToEnds } from '../story.ts';

export const keepsFinalStates: Check = {
  id: 'keeps-final-states',
  group: 'effects',
  level: 'MUST',
  title: 'Is not taken back by an event that comes late, after the one that ends the story of its object',
  source: "https://docs.stripe.com/webhooks; UseePay's list of events warns of it for payments that have succeeded",
  needs: ['effects', 'reset'],
  async run(examination) {
    const { provider, probe } = examination;
    const reacting = new Map((await examination.reacting()).map((fixture) => [fixture.event, fixture]));
    if (reacting.size === 0) return examination.skip(nothingReacts);
    for (const way of waysToEnds(provider)) {
      const fixture = reacting.get(way.at(-1)!.type);
      if (fixture === undefined) continue;
      const names = way.map(nameOfScene);
      const cues = tellScenes(provider, way, {
        seed: `${examination.seed} ${names.join(' ')}`,
        end: examination.now(),
      }).map((event, index) => {
        return { event, name: names[index]! };
      });
      await probe.reset!();
      await play(examination, cues);
      const expected = await examination.effects();
      await probe.reset!();
      const { last, timeline } = await play(examination, [cues.at(-1)!, ...cues.slice(0, -1)]);
      await examination.expectEffects(
        fixture,
        `${names.slice(0, -1).join(', ')} late, after ${names.at(-1)}`,
        last,
        expected,
        {
          expected: 'the effects of the same events in order',
          actual: 'other effects',
          timeline,
        },
      );
    }
  },
};
