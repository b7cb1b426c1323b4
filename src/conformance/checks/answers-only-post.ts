import type { Check } from '../check.ts';
import { isSame } from '../effects.ts';
import { isRefusal } from '../answer.ts';

export const answersOnlyPost: Check = {
  id: 'answers-only-post',
  group: 'answers',
  level: 'SHOULD',
  title: 'Refuses every method but POST',
  source: 'https://docs.stripe.com/webhooks; delivery.method of the provider',
  async run(examination) {
    const found = await examination.firstPlain();
    if (found === undefined) return;
    const { fixture } = found;
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      const attempt = { ...(await examination.sign(examination.freshObject(fixture))), method };
      const before = examination.has('effects') ? await examination.effects() : undefined;
      const answer = await examination.send(attempt);
      examination.judged(fixture);
      const hasEffect = examination.has('effects') && !isSame(before, await examination.effects());
      if (isRefusal(answer) && !hasEffect) continue;
      examination.find(fixture, `method ${method}`, attempt, {
        expected: isRefusal(answer) ? 'no effect of what is refused' : 'a 4xx status',
        actual: isRefusal(answer) ? `${answer.text}, and an effect` : answer.text,
        answer,
      });
    }
  },
};
