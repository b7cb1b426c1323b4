import { mayFollow } from '../../define/index.ts';
import { variantOf, withValueAt } from '../../fixture/index.ts';
import { eventId } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import { nothingReacts } from '../model.ts';

export const appliesATransitionOnce: Check = {
  id: 'applies-a-transition-once',
  group: 'effects',
  level: 'SHOULD',
  title: 'Does nothing more when another event says what one has said before of the same object',
  source: 'https://docs.stripe.com/webhooks: "two separate Event objects are generated and sent" in some cases',
  needs: ['effects'],
  async run(examination) {
    const { provider } = examination;
    const follows = mayFollow(provider.lifecycles, provider.events);
    const reacting = (await examination.reacting()).filter(({ event }) => !follows(event, event));
    if (reacting.length === 0) examination.skip(nothingReacts);
    for (const [fixture, event] of examination.freshObjects(reacting)) {
      const { envelope } = variantOf(provider, fixture.event, fixture.variant).form;
      await examination.send(await examination.sign(event));
      const once = await examination.effects();
      const twin = withValueAt(
        event,
        envelope.paths.id,
        eventId(envelope.id, `${examination.seed} ${fixture.file} twin`),
      );
      const again = await examination.sign(twin);
      await examination.send(again);
      await examination.expectEffects(fixture, 'the same under another event id', again, once, {
        expected: 'the effects of the first event alone',
        actual: 'more effects',
      });
    }
  },
};
