import { nameOf, rowsOf, type Provider } from '../define/index.ts';
import { variantsOf } from '../fixture/index.ts';

/** What a Pact verifier posts to ask for a message. */
export interface MessageRequest {
  readonly description: string;
  readonly providerStates: readonly ProviderState[];
}

/** What must be so before an interaction, as a pact words it. */
export interface ProviderState {
  readonly name: string;
  readonly params: { readonly [Name: string]: unknown };
}

/** The fixture that a message request names, or why it names none. */
export type NamedFixture =
  { readonly event: string; readonly variant: string; readonly problem?: undefined } | { readonly problem: string };

/** The parameters of a provider state that name an event type. */
const eventParameters = ['event', 'eventType', 'type'];

/**
 * The fixture that a message request asks for: by the parameters of its states (`event` and `variant`), or else by an
 * event type or a fixture's name (`order.rejected.soft-decline`) in a state's name, or else by one in the description.
 */
export function namedFixture(provider: Provider, request: MessageRequest): NamedFixture {
  const names = namesOf(provider);
  const { description, providerStates } = request;
  const parameters = providerStates.flatMap(({ params }) =>
    eventParameters.flatMap((name) => {
      const value = params[name];
      if (typeof value !== 'string' || (name === 'type' && !names.has(value))) return [];
      return [typeof params['variant'] === 'string' ? `${value}.${params['variant']}` : value];
    }),
  );
  const texts = [parameters, providerStates.flatMap(({ name }) => namesIn(name, names)), namesIn(description, names)];
  const asked = [...new Set(texts.find((list) => list.length > 0))];
  const [found] = asked.map((name) => names.get(name));
  if (asked.length === 1 && found !== undefined) return found;
  const state =
    asked.length === 0
      ? `it names no event of ${nameOf(provider)}`
      : asked.length > 1
        ? `it names ${asked.length} events of ${nameOf(provider)}: ${asked.map((name) => `"${name}"`).join(', ')}`
        : `"${asked[0]}" is no fixture of ${nameOf(provider)}`;
  return { problem: `Cannot answer "${description}": ${state}` };
}

type Names = ReadonlyMap<string, { readonly event: string; readonly variant: string }>;

const known = new WeakMap<Provider, Names>();

/** Every name that a fixture goes by: its event type, each spelling of that, and either with the variant's name. */
function namesOf(provider: Provider): Names {
  const names =
    known.get(provider) ??
    new Map(
      rowsOf(provider).flatMap(([event]) =>
        variantsOf(provider, event).flatMap(({ name: variant, kind, spelling }) => [
          ...(kind === 'typical' ? [[event, { event, variant }] as const] : []),
          ...(spelling === undefined ? [] : [[spelling, { event, variant }] as const]),
          [`${event}.${variant}`, { event, variant }] as const,
        ]),
      ),
    );
  known.set(provider, names);
  return names;
}

/** The fixtures' names among the words of a text. */
function namesIn(text: string, names: Names): string[] {
  const words = text.split(/[^\w.-]+/).map((word) => word.replace(/[.-]+$/, ''));
  return words.filter((word) => names.has(word));
}
