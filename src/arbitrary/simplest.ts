import { formsOf, type EventForm, type Provider } from '../define/index.ts';
import { buildEvent, variantsOf } from '../fixture/index.ts';

/** The event that shrinking goes towards: the minimal fixture, in the form asked for. */
export function simplestEvent(provider: Provider, type: string, form: EventForm): object {
  const minimal = variantsOf(provider, type).find(({ kind }) => kind === 'minimal')!;
  const own = formsOf(provider, type).find(
    ({ shape, envelope }) => shape.name === form.shape.name && envelope.name === form.envelope.name,
  )!;
  return buildEvent(provider, type, { ...minimal, form: own });
}
