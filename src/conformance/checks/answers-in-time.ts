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
    const judge = async (name: string, fixtures: readonly (typeof examination.fixtures)[number][]) => {
      const attempts = await Promise.all(fixtures.map((fixture) => examination.sign(examination.fresh(fixture))));
      await Promise.all(
        attempts.map(async (attempt, index) => {
          const start = performance.now();
          const answer = await examination.send(attempt);
          const took = performance.now() - start;
          const fixture = fixtures[index]!;
          examination.judged(fixture);
          if (took <= deadline && answer.isLate !== true) return;
          const actual = answer.isLate === true ? answer.text : `${answer.text}, but late`;
          const expected = `an answer within ${deadline / 1000} seconds`;
          examination.find(fixture, name, attempt, { expected, actual, answer });
        }),
      );
    };
    for (const fixture of examination.typical) {
      if ((await examination.plainAnswer(fixture)) !== undefined) await judge('one event', [fixture]);
    }
    const found = await examination.firstPlain();
    if (found !== undefined)
      await judge(
        `one of ${burst} events at once`,
        Array.from({ length: burst }, () => found.fixture),
      );
  },
};
