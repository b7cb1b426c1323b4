import type { Provider } from '../../define/index.ts';
import type { Check } from '../check.ts';
import { isSame } from '../effects.ts';

export const ignoresReplays: Check = {
  id: 'ignores-replays',
  group: 'authenticity',
  level: 'MUST',
  title: 'Brings nothing about by a captured delivery that is sent again with other headers, which nobody signs',
  source: 'https://docs.stripe.com/webhooks (replay attacks); GitHub webhook best practices',
  needs: ['effects'],
  inapplicable: (provider) =>
    unsignedHeaders(provider).length === 0 ? 'this version sends no header that is not signed' : undefined,
  async run(examination) {
    for (const fixture of await examination.reactingForEachObject()) {
      const attempt = await examination.sign(examination.freshObject(fixture));
      await examination.send(attempt);
      const before = await examination.effects();
      await examination.send(attempt);
      // Who books the very same delivery twice is found by another check.
      if (!isSame(before, await examination.effects())) continue;
      for (const header of unsignedHeaders(examination.provider)) {
        const other = otherText(attempt.headers[header]!);
        const replayed = { ...attempt, headers: { ...attempt.headers, [header]: other } };
        const answer = await examination.send(replayed);
        const delivery = `a delivery again, with another "${header}"`;
        await examination.expectEffects(fixture, delivery, replayed, before, {
          expected: 'no effect of a replay',
          actual: `${answer.text}, and an effect`,
        });
      }
    }
    examination.skip('the receiver reacts to no event, or to every one that comes twice');
  },
};

/** The headers that whoever captured a delivery can change. */
function unsignedHeaders({ delivery: { headers, signature, timestamp } }: Provider): string[] {
  const kept = ['Content-Type', signature.value.header, timestamp.value?.header];
  return Object.keys(headers).filter((name) => !kept.includes(name));
}

/** The text with its last character changed for another of its kind. */
function otherText(text: string): string {
  return text.slice(0, -1) + (text.endsWith('1') ? '2' : '1');
}
