import * as z from 'zod';
import type { Provider } from './provider.ts';
import { eventSchema, formsOf, type EventForm } from './schema.ts';

/** The verdict on events of one form. */
interface Verdict extends EventForm {
  readonly isValid: (event: unknown) => boolean;
}

const verdicts = new WeakMap<Provider, Map<string, Verdict[]>>();

/**
 * Whether an event keeps to the contract of its type, in one form or in any. It is compiled once for each row: use it
 * wherever only the verdict counts, and `eventSchema` where issues are read.
 */
export function isValidEvent(provider: Provider, type: string, event: unknown, form?: EventForm): boolean {
  const known = verdicts.get(provider)?.get(type) ?? compileVerdicts(provider, type);
  for (const { shape, envelope, isValid } of known) {
    const isAsked = form === undefined || (form.shape === shape && form.envelope === envelope);
    if (isAsked && isValid(event)) return true;
  }
  return false;
}

function compileVerdicts(provider: Provider, type: string): Verdict[] {
  const compiled = formsOf(provider, type).map((form) => {
    // zod's own validate parses again where the compiled function refuses and some check is a callback. The callbacks
    // of our schemas are plain predicates, so that the first refusal stands; a law compares the two.
    const assert = z.core.compileFn(eventSchema(provider, type, form), { assertOnly: true });
    return { ...form, isValid: (event: unknown) => assert(event) !== z.core.INVALID };
  });
  const ofProvider = verdicts.get(provider) ?? new Map<string, Verdict[]>();
  verdicts.set(provider, ofProvider.set(type, compiled));
  return compiled;
}
