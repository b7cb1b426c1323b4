/** A pact file of version 4 of the specification, as far as messages go. */
export interface Pact {
  readonly consumer: { readonly name: string };
  readonly provider: { readonly name: string };
  readonly interactions: readonly MessageInteraction[];
  readonly metadata: { readonly pactSpecification: { readonly version: '4.0' } };
}

/** One event that a consumer expects. */
export interface MessageInteraction {
  readonly type: 'Asynchronous/Messages';
  readonly description: string;
  readonly pending: false;
  readonly providerStates: readonly { readonly name: string; readonly params: { readonly [Name: string]: unknown } }[];
  readonly contents: { readonly content: unknown; readonly contentType: 'application/json'; readonly encoded: false };
  readonly metadata: { readonly contentType: 'application/json' };
  readonly matchingRules: { readonly body: MatchingRules };
  /** What is read as well, and no rule can say: fields that few or no events have, or only some items of a list. */
  readonly comments?: { readonly reads: readonly string[] };
}

/** The rules of a message's body by path, such as `$.data.amount`. */
export interface MatchingRules {
  readonly [Path: string]: { readonly combine: 'AND' | 'OR'; readonly matchers: readonly Matcher[] };
}

/** One rule. */
export interface Matcher {
  readonly match: 'type' | 'number' | 'integer' | 'regex' | 'null' | 'equality';
  readonly regex?: string;
  readonly min?: number;
}

/** A pact between a consumer and a provider. */
export function pactOf(consumer: string, provider: string, interactions: readonly MessageInteraction[]): Pact {
  return {
    consumer: { name: consumer },
    provider: { name: provider },
    interactions,
    metadata: { pactSpecification: { version: '4.0' } },
  };
}

/** One expected event: what it is, in which state, and the rules of its content. */
export function messageInteraction(
  description: string,
  state: { readonly name: string; readonly params: { readonly [Name: string]: unknown } },
  content: unknown,
  rules: MatchingRules,
): MessageInteraction {
  return {
    type: 'Asynchronous/Messages',
    description,
    pending: false,
    providerStates: [state],
    contents: { content, contentType: 'application/json', encoded: false },
    metadata: { contentType: 'application/json' },
    matchingRules: { body: rules },
  };
}

/** A path in the notation of matching rules: `$.data.items[*].sku`. Every item of a list is at `[]`. */
export function rulePath(path: readonly string[]): string {
  return path.reduce((text, key) => {
    if (key === '[]') return `${text}[*]`;
    return /^[A-Za-z_][\w]*$/.test(key) ? `${text}.${key}` : `${text}['${key.replaceAll("'", String.raw`\'`)}']`;
  }, '$');
}
