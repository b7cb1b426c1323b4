import type { Attempt } from '../../delivery/index.ts';
import type { FixtureFile } from '../../fixture/index.ts';
import { isSuccess } from '../answer.ts';
import type { Check } from '../check.ts';
import { differences, isSame } from '../effects.ts';

/** How many deliveries come at once. */
const count = 200;

export const survivesBursts: Check = {
  id: 'survives-bursts',
  group: 'effects',
  level: 'MUST',
  title: 'Loses nothing of hundreds of deliveries that come at once',
  source: 'https://docs.stripe.com/webhooks; sales and month ends bring them',
  async run(examination) {
    const canCompare = examination.has('effects') && examination.has('reset');
    const fixtures: FixtureFile[] = [];
    for (const fixture of examination.typical)
      if ((await examination.plainAnswer(fixture)) !== undefined) fixtures.push(fixture);
    if (fixtures.length === 0) return;
    const of = (index: number) => fixtures[index % fixtures.length]!;
    const events = Array.from({ length: count }, (_, index) => examination.freshObject(of(index)));
    examination.signAhead(events);
    let expected: unknown;
    if (canCompare) {
      await examination.probe.reset!();
      for (const event of events) await examination.send(await examination.sign(event));
      expected = await examination.effects();
      await examination.probe.reset!();
    }
    let open = events.map((event, index) => ({ event, fixture: of(index) }));
    let last: Attempt | undefined;
    // A receiver may ask for patience with 429 or 503, as long as it takes the retry.
    for (let round = 0; round < 3 && open.length > 0; round++) {
      const attempts = await Promise.all(open.map(({ event }) => examination.sign(event)));
      const answers = await examination.sendAll(attempts);
      const isOpen = (_: unknown, index: number) => !isSuccess(answers[index]!);
      last = attempts.find(isOpen) ?? attempts.at(-1)!;
      open = open.filter(isOpen);
    }
    examination.judged(of(0));
    const [first] = open;
    if (first !== undefined)
      examination.find(first.fixture, `${count} deliveries at once`, last!, {
        expected: 'every delivery acknowledged, at its third retry at the latest',
        actual: `${open.length} never acknowledged`,
      });
    if (!canCompare) return;
    const found = await examination.effects();
    if (!isSame(expected, found))
      examination.find(of(0), `${count} deliveries at once`, last!, {
        expected: 'the effects of the same deliveries one after the other',
        actual: 'other effects',
        effects: differences(expected, found),
      });
  },
};
