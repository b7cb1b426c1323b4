import type { Provider } from './provider.ts';
import { eventSchema, formsOf, type EventForm } from './schema.ts';
import { compileVerdict, type Accepts } from './verdict/compile.ts';

/** The verdict on events of one form. */
interface Verdict extends EventForm {
  readonly accepts: Accepts;
}

const verdicts = new WeakMap<Provider, Map<string, Verdict[]>>();

/**
 * Whether an event keeps to the contract of its type, in one form or in any. It is compiled once for each row: use it
 * wherever only the verdict counts, and `eventSchema` where issues are read.
 */
export function isValidEvent(provider: Provider, type: string, event: unknown, form?: EventForm): boolean {
  const known = verdicts.get(provider)?.get(type) ?? compileVerdicts(provider, type);
  for (const { shape, envelope, accepts } of known) {
    const isAsked = form === undefined || (form.shape === shape && form.envelope === envelope);
    if (isAsked && accepts(event)) return true;
  }
  return false;
}

function compileVerdicts(provider: Provider, type: string): Verdict[] {
  const compiled = formsOf(provider, type).map((form) => ({
    ...form,
    accepts: compileVerdict(eventSchema(provider, type, form)),
  }));
  const ofProvider = verdicts.get(provider) ?? new Map<string, Verdict[]>();
  verdicts.set(provider, ofProvider.set(type, compiled));
  return compiled;
}
