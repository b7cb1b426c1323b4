import type { FixtureFile } from '../../fixture/index.ts';
import type { Check } from '../check.ts';
import { deadlineOf } from '../deadline.ts';

/** How many deliveries come at once. */
const burst = 10;

export const answersInTime: Check = {
  id: 'answers-in-time',
  group: 'answers',
  level: ({ delivery }) => (delivery.timeout.value === undefined ? 'SHOULD' : 'MUST'),
  title:
    'Answers in the time that the provider gives, or within ten seconds where it names none, to ten events at once',
  source:
    'GitHub webhook best practices (10 seconds); docs.adyen.com webhooks (10 seconds); delivery.timeout of the provider',
  async run(examination) {
    const deadline = deadlineOf(examination.session);
    const judge = async (name: string, told: readonly (readonly [FixtureFile, object])[]) => {
      const attempts = await Promise.all(told.map(([, event]) => examination.sign(event)));
      await examination.settled(); // or the time until its turn is taken for the receiver's
      await Promise.all(
        attempts.map(async (attempt, index) => {
          const start = performance.now();
          const answer = await examination.send(attempt);
          const took = performance.now() - start;
          const [fixture] = told[index]!;
          examination.judged(fixture);
          if (took <= deadline && answer.isLate !== true) return;
          const actual = answer.isLate === true ? answer.text : `${answer.text}, but late`;
          const expected = `an answer within ${deadline / 1000} seconds`;
          examination.find(fixture, name, attempt, { expected, actual, answer });
        }),
      );
    };
    for (const one of examination.freshEvents(examination.typical)) {
      if ((await examination.plainAnswer(one[0])) !== undefined) await judge('one event', [one]);
    }
    const found = await examination.firstPlain();
    if (found === undefined) return;
    const length = Math.min(burst, examination.session.options.concurrency);
    await judge(
      `one of ${length} events at once`,
      examination.freshEvents(Array.from({ length }, () => found.fixture)),
    );
  },
};
