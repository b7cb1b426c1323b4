import type * as fc from 'fast-check';
import { rowOf, valueAt } from '../define/index.ts';
import type { Attempt } from '../delivery/index.ts';
import { withValueAt, type FixtureFile } from '../fixture/index.ts';
import type { Answer } from './answer.ts';
import { patienceOf } from './deadline.ts';
import type { Examination } from './examination.ts';
import { freshId } from './fresh.ts';
import { counterexample, replayOf } from './property.ts';
import { signText } from './text.ts';

/** An event that was drawn, and the JSON text to send of it. */
export interface DrawnEvent {
  readonly event: object;
  readonly text: string;
}

/** Sends what is drawn, each under an id that was never sent, and finds fault with the smallest that is not acknowledged. */
export async function expectAllAcknowledged<Drawn extends DrawnEvent>(
  examination: Examination,
  fixture: FixtureFile,
  drawn: fc.Arbitrary<Drawn>,
  nameOf: (drawn: Drawn) => string,
): Promise<void> {
  const plain = await examination.plainAnswer(fixture);
  if (plain === undefined) return;
  // A run's draws are shared among its objects.
  const draws = Math.max(5, Math.ceil(examination.session.options.runs / examination.oneForEachObject.length));
  let failed: { readonly attempt: Attempt; readonly answer: Answer } | undefined;
  const { seed, session } = examination;
  await examination.settled(); // or the time until its turn is taken from the draws'
  const found = await counterexample(
    { seed: `${seed} ${fixture.file}`, draws, patience: patienceOf(session) },
    drawn,
    (each, name) => {
      const { event, text } = underFreshId(examination, fixture, each, name);
      const signed = session.soon(() => signText(examination, event, text));
      return async () => {
        const attempt = await signed();
        const answer = await examination.send(attempt);
        examination.judged(fixture);
        const holds = examination.isAcknowledgement(answer) || answer.status === plain.status;
        if (!holds) failed = { attempt, answer };
        return holds;
      };
    },
  );
  if (found === undefined || failed === undefined) return;
  const { attempt, answer } = failed;
  examination.find(fixture, `${nameOf(found.value)} (${replayOf(found)})`, attempt, {
    expected: examination.acknowledgement,
    actual: answer.text,
    answer,
  });
}

/** A drawn event with another id of the same form: what shrinks must not be taken for a duplicate of what it came from. */
function underFreshId(
  { provider, seed }: Examination,
  fixture: FixtureFile,
  drawn: DrawnEvent,
  name: string,
): DrawnEvent {
  const envelopes = [provider.envelope, ...rowOf(provider, fixture.event).envelopes];
  const path = envelopes.map(({ paths }) => paths.id).find((each) => typeof valueAt(drawn.event, each) === 'string');
  if (path === undefined) return drawn;
  const id = valueAt(drawn.event, path) as string; // by the line above
  const other = freshId(id.padEnd(24, '0'), `${seed} ${fixture.file} ${name}`);
  const text = drawn.text.replaceAll(/"(?:[^"\\]|\\.)*"/g, (token) =>
    JSON.parse(token) === id ? JSON.stringify(other) : token,
  );
  return { event: withValueAt(drawn.event, path, other), text };
}
