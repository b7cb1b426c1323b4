import { HookproofError } from '../../errors.ts';
import type { ProviderState } from '../named-fixture.ts';

type Json = { readonly [Name: string]: unknown };

/** A pact file as a team has it, of version 2, 3 or 4 of the specification, whatever wrote it. */
export interface ParsedPact {
  /** Where it is from: a path, or a URL. */
  readonly name: string;
  readonly consumer: string;
  readonly provider: string;
  readonly interactions: readonly ParsedInteraction[];
  /** The file, to be written anew. */
  readonly raw: Json;
}

/** One interaction of a pact. */
export interface ParsedInteraction {
  /** Whether an event is expected, or a request is answered: of the latter a provider of events knows nothing. */
  readonly kind: 'message' | 'request';
  readonly description: string;
  readonly providerStates: readonly ProviderState[];
  /** The expected event, where it is JSON. */
  readonly content: unknown;
  readonly raw: Json;
}

/** Reads a pact. Throws `BAD_JSON` for what is none. */
export function parsePact(name: string, text: string): ParsedPact {
  const refuse = (state: string, cause?: unknown) =>
    new HookproofError('BAD_JSON', `Cannot read pact "${name}": ${state}`, { cause });
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw refuse('it is not JSON', cause);
  }
  if (!isObject(raw)) throw refuse('it is not an object');
  const [consumer, provider] = [nameIn(raw['consumer']), nameIn(raw['provider'])];
  if (consumer === undefined || provider === undefined)
    throw refuse(`its ${consumer === undefined ? 'consumer' : 'provider'} has no name`);
  const interactions = [
    ...objectsIn(raw['messages']).map((message) => interactionOf(message, 'message', message['contents'])),
    ...objectsIn(raw['interactions']).map((interaction) =>
      interactionOf(
        interaction,
        interaction['type'] === 'Asynchronous/Messages' ? 'message' : 'request',
        contentOf(interaction['contents']),
      ),
    ),
  ];
  return { name, consumer, provider, interactions, raw };
}

function interactionOf(raw: Json, kind: ParsedInteraction['kind'], content: unknown): ParsedInteraction {
  const { description, providerState, providerStates } = raw;
  // Version 2 has one state, a text; version 3 and 4 have a list.
  const states = typeof providerState === 'string' ? [{ name: providerState }] : objectsIn(providerStates);
  return {
    kind,
    description: typeof description === 'string' ? description : '',
    providerStates: states.map((state: Json) => ({
      name: typeof state['name'] === 'string' ? state['name'] : '',
      params: isObject(state['params']) ? state['params'] : {},
    })),
    content,
    raw,
  };
}

/** The JSON in the contents of a message of version 4. */
function contentOf(contents: unknown): unknown {
  if (!isObject(contents)) return undefined;
  const { content, encoded } = contents;
  if (typeof content !== 'string') return content;
  try {
    return JSON.parse(encoded === 'base64' ? Buffer.from(content, 'base64').toString('utf8') : content) as unknown;
  } catch {
    return undefined;
  }
}

function nameIn(participant: unknown): string | undefined {
  const name = isObject(participant) ? participant['name'] : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function objectsIn(list: unknown): Json[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
