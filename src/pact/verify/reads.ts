import { formsOf, nameOf, rowsOf, type Provider } from '../../define/index.ts';
import { pathOf, type FieldPath, type Reads } from '../../diff/index.ts';
import { HookproofError } from '../../errors.ts';
import { eventOf } from './asked.ts';
import { pathsIn } from '../reads/values.ts';
import type { ParsedInteraction, ParsedPact } from './parse.ts';

/**
 * What a pact's consumer reads of each event type: every field in what it expects. Throws `BAD_ARGUMENT` for a pact that
 * is with another provider, expects nothing, or expects something that names no event of this version, nor of `other`.
 */
export function readsOf(provider: Provider, pact: ParsedPact, other?: Provider): Reads {
  const refuse = (state: string) => new HookproofError('BAD_ARGUMENT', `Cannot read pact "${pact.name}": ${state}`);
  if (![provider.name, nameOf(provider)].includes(pact.provider))
    throw refuse(`its provider is "${pact.provider}", not "${provider.name}"`);
  // What it asks of the provider's REST API is no matter of its events.
  const messages = pact.interactions.filter(({ kind }) => kind === 'message');
  if (messages.length === 0) throw refuse('it has no interactions that are messages');
  const events = new Map<string, FieldPath[]>();
  for (const interaction of messages) {
    const asked = eventOf(provider, interaction);
    if (asked.problem !== undefined) {
      // An event that only the other version has is new: nothing that was read of it changes.
      if (other !== undefined && eventOf(other, interaction).problem === undefined) continue;
      throw refuse(asked.problem);
    }
    // An event is told by its type, whether the pact says so or not.
    const types = formsOf(provider, asked.event).map(({ envelope }) => envelope.paths.type);
    events.set(asked.event, [
      ...(events.get(asked.event) ?? []),
      ...types,
      ...pathsIn(interaction.content),
      ...commented(interaction),
    ]);
  }
  const inOrder = rowsOf(provider).flatMap(([type]) => (events.has(type) ? [[type, events.get(type)!] as const] : []));
  return { consumer: pact.consumer, events: new Map(inOrder) };
}

/** What is said to be read beside what is expected, in a comment of `recordReads`. */
function commented({ raw }: ParsedInteraction): FieldPath[] {
  const { reads } = (raw['comments'] ?? {}) as { readonly reads?: unknown };
  return Array.isArray(reads) ? reads.filter((path) => typeof path === 'string').map(pathOf) : [];
}
