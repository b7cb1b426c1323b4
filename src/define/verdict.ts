import * as z from 'zod';
import type { Provider } from './provider.ts';
import { eventSchema, formsOf, type EventForm } from './schema.ts';

const verdicts = new WeakMap<Provider, Map<string, (event: unknown) => boolean>>();

/**
 * Whether an event keeps to the contract of its type, in one form or in any. It is compiled once for each row: use it
 * wherever only the verdict counts, and `eventSchema` where issues are read.
 */
export function isValidEvent(provider: Provider, type: string, event: unknown, form?: EventForm): boolean {
  if (form === undefined) return formsOf(provider, type).some((each) => isValidEvent(provider, type, event, each));
  let known = verdicts.get(provider);
  if (known === undefined) verdicts.set(provider, (known = new Map()));
  const key = JSON.stringify([type, form.shape.name, form.envelope.name]);
  let verdict = known.get(key);
  if (verdict === undefined) {
    const compiled = z.compile(eventSchema(provider, type, form));
    known.set(key, (verdict = (value) => z.validate(compiled, value)));
  }
  return verdict(event);
}
