import { valueAt, type Provider } from '../define/index.ts';
import type { Attempt } from '../delivery/index.ts';
import { variantOf, type FixtureFile } from '../fixture/index.ts';
import type { Answer } from './answer.ts';
import { losses } from './effects.ts';
import type { Examination } from './examination.ts';

/** What one delivery brought about. */
export interface Gain {
  readonly attempt: Attempt;
  readonly answer: Answer;
  /** What the effects have come to hold, wherever; a number that was there before by how much it grew. */
  readonly values: readonly unknown[];
}

/** Sends an attempt, and says what it brought about. */
export async function gainOf(examination: Examination, attempt: Attempt): Promise<Gain> {
  const before = await examination.effects();
  const answer = await examination.send(attempt);
  return { attempt, answer, values: gained(before, await examination.effects()) };
}

/** What effects have come to hold since they were `before`. */
function gained(before: unknown, after: unknown): unknown[] {
  return losses(after, before).map(({ from, to }) =>
    typeof from === 'number' && typeof to === 'number' ? from - to : from,
  );
}

/** What tells an event from another of its kind: its id, and that of its object with and without what stands before it. */
export function namesOf(provider: Provider, fixture: FixtureFile, event: object): string[] {
  const { paths } = variantOf(provider, fixture.event, fixture.variant).form.envelope;
  const ids = [valueAt(event, paths.id), valueAt(event, [...paths.object, 'id'])].filter(
    (id) => typeof id === 'string',
  );
  return [...ids, ...ids.map((id) => id.slice(id.search(/[^_-]*$/)))].filter((id) => id !== '');
}

/** What was gained, as one text that is the same for two events that brought about the same under other names. */
export function gainText({ values }: Pick<Gain, 'values'>, names: readonly string[]): string {
  const texts = values.map((value) =>
    names
      .toSorted((a, b) => b.length - a.length)
      .reduce((text, name) => text.replaceAll(JSON.stringify(name).slice(1, -1), '<name>'), JSON.stringify(value)),
  );
  return texts.toSorted().join('\n');
}

/**
 * What the fixture brings about each time that it comes for a new object, as a text without names. `undefined` where
 * that is nothing, or not the same each time: then nothing can be learnt from what a delivery that differs brings about.
 */
export async function usualGain(examination: Examination, fixture: FixtureFile): Promise<string | undefined> {
  const texts: string[] = [];
  for (const [, event] of examination.freshObjects([fixture, fixture])) {
    const gain = await gainOf(examination, await examination.sign(event));
    texts.push(gainText(gain, namesOf(examination.provider, fixture, event)));
  }
  return texts[0] === texts[1] && texts[0] !== '' ? texts[0] : undefined;
}
