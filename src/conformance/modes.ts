import { rowsOf, valueAt, type Provider } from '../define/index.ts';
import { setMode, variantOf, withValueAt, type FixtureFile } from '../fixture/index.ts';
import type { Examination } from './examination.ts';

/** Why modes cannot be told apart, or `undefined` where they can. */
export function marksNoMode({ envelope }: Provider): string | undefined {
  return envelope.mode === undefined ? 'no event of this version says whether it is of test mode' : undefined;
}

/** The event types of one object: the first of them, and all. */
export interface ObjectKind {
  readonly first: FixtureFile;
  readonly others: readonly FixtureFile[];
}

/** The typical fixtures by object. */
export function objectKinds({ provider, typical, oneForEachObject }: Examination): ObjectKind[] {
  const objects = new Map(rowsOf(provider).map(([type, row]) => [type, row.object]));
  return oneForEachObject.map((first) => ({
    first,
    others: typical.filter(({ event }) => objects.get(event) === objects.get(first.event)),
  }));
}

/** A fixture's event under an id that was never sent, about the object of another event, in one mode throughout. */
export function eventInMode(examination: Examination, fixture: FixtureFile, about: object, isTest: boolean): object {
  const { provider } = examination;
  const { form } = variantOf(provider, fixture.event, fixture.variant);
  const fields = ['id', ...(form.shape.reference === undefined ? [] : [form.shape.reference])];
  const event = fields.reduce<object>(
    (changed, field) => {
      const path = [...form.envelope.paths.object, field];
      const value = valueAt(about, path);
      return value === undefined ? changed : withValueAt(changed, path, value);
    },
    structuredClone(examination.fresh(fixture)),
  );
  if (provider.envelope.mode !== undefined) setMode(event, provider.envelope.mode, isTest);
  return event;
}
