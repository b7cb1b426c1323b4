import { formsOf, nameOf, rowOf, rowsOf, valueAt, type Confidence, type Provider } from '../../define/index.ts';
import { pathOf, pathText } from '../../diff/index.ts';
import { fixtureFiles } from '../../fixture/index.ts';
import type { Draw } from '../generated.ts';
import { namedFixture } from '../named-fixture.ts';
import { holds } from '../reads/values.ts';
import type { ParsedInteraction } from './parse.ts';

/** One event that an interaction must be satisfied by. */
export interface Candidate {
  /** `typical`, `soft-decline`, `generated 3`. */
  readonly name: string;
  readonly event: object;
  /** How sure it is that the provider sends it. */
  readonly confidence: Confidence;
}

/** The events that an interaction asks for, or why it asks for none. */
export type Asked =
  | { readonly event: string; readonly candidates: readonly Candidate[]; readonly problem?: undefined }
  | { readonly problem: string };

/** Every event that interactions may be tried on, by type: made once for each, since that takes long. */
export function candidatePool(provider: Provider, draw: Draw, generated: number): CandidatePool {
  const pool = new Map<string, { readonly fixtures: readonly Candidate[]; readonly drawn: readonly Candidate[] }>();
  const files = fixtureFiles(provider);
  return (type) => {
    const found = pool.get(type);
    if (found !== undefined) return found;
    const { confidence } = rowOf(provider, type);
    const fixtures = files
      .filter(({ event }) => event === type)
      .map((file) => ({ name: file.variant, event: file.value, confidence: file.confidence }));
    const drawn = (generated > 0 ? draw(type, generated) : []).map((event, index) => ({
      name: `generated ${index + 1}`,
      event,
      confidence,
    }));
    pool.set(type, { fixtures, drawn });
    return { fixtures, drawn };
  };
}

/** The fixtures of an event type, and the events that are generated of it. */
export type CandidatePool = (type: string) => {
  readonly fixtures: readonly Candidate[];
  readonly drawn: readonly Candidate[];
};

/**
 * The events that an interaction asks for: the fixture that it names with its variant, or else every fixture of the
 * event type that it names and some generated ones; of those, where a state has a parameter `having`, the ones that
 * have something at every path in it.
 */
export function askedFor(provider: Provider, interaction: ParsedInteraction, pool: CandidatePool): Asked {
  const refuse = (state: string) => ({ problem: `Cannot verify "${interaction.description}": ${state}` });
  if (interaction.kind === 'request')
    return refuse('it is an HTTP interaction, not a message; "hookproof pact verify-receiver" replays those');
  const named = eventOf(provider, interaction);
  if (named.problem !== undefined) return named;
  const { event, variant } = named;
  const having = interaction.providerStates.flatMap(({ params }) => textsIn(params['having']));
  const { fixtures, drawn } = pool(event);
  const all = variant === undefined ? [...fixtures, ...drawn] : fixtures.filter(({ name }) => name === variant);
  const candidates = all.filter((candidate) => having.every((path) => holds(candidate.event, pathOf(path))));
  if (candidates.length === 0)
    return refuse(`no ${event} of ${nameOf(provider)} has ${having.map((path) => `"${path}"`).join(' and ')}`);
  return { event, candidates };
}

/** The event type that an interaction is about, and the variant where one is named; or why it names none. */
export function eventOf(
  provider: Provider,
  interaction: ParsedInteraction,
): { readonly event: string; readonly variant?: string; readonly problem?: undefined } | { readonly problem: string } {
  const named = namedFixture(provider, interaction);
  if (named.problem === undefined) {
    const isExplicit = interaction.providerStates.some(({ params }) => typeof params['variant'] === 'string');
    const { event, variant } = named;
    return isExplicit || variant !== 'typical' ? { event, variant } : { event };
  }
  // A pact that no word of names an event may still expect one by its type.
  const paths = rowsOf(provider).flatMap(([type]) =>
    formsOf(provider, type).map(({ envelope }) => envelope.paths.type),
  );
  const types = new Set(paths.map((path) => valueAt(interaction.content, path)));
  const found = rowsOf(provider).filter(([type, { spellings }]) =>
    [type, ...spellings].some((name) => types.has(name)),
  );
  const [only] = found;
  return found.length === 1 && only !== undefined ? { event: only[0] } : { problem: named.problem };
}

function textsIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value])
    .filter((one) => typeof one === 'string')
    .map((one) => pathText(pathOf(one)));
}
