import { nameOf, type Confidence, type Provider } from '../../define/index.ts';
import { didYouMean, HookproofError } from '../../errors.ts';
import { drawEvents } from '../generated.ts';
import { startMessageProvider } from '../message-provider.ts';
import { askedFor, candidatePool, type Candidate } from './asked.ts';
import { runOfficialVerifier, type OfficialResult } from './official.ts';
import { parsePact, type ParsedInteraction, type ParsedPact } from './parse.ts';

/** A pact that is to be verified: the file's text, and the name that reports give it. */
export interface PactSource {
  readonly name: string;
  readonly text: string;
}

/** How pacts are verified. */
export interface PactVerifyOptions {
  /** How many generated events each interaction must be satisfied by, beside every fixture; 10 when left out. */
  readonly generated?: number;
  /** What the generated events come from; `hookproof` when left out. */
  readonly seed?: string;
  /** What the pacts call the provider, where that is not its name. */
  readonly providerName?: string;
  /** Whether pacts with other providers, and HTTP interactions, are passed over instead of refused. */
  readonly ignoreOthers?: boolean;
}

/** What came of verifying. */
export interface PactReport {
  readonly provider: string;
  readonly seed: string;
  /** Whether there is an interaction, and the documented provider satisfies every one, and nothing is a problem. */
  readonly satisfied: boolean;
  readonly pacts: readonly PactVerdict[];
  /** What stands in the way of a verdict, a line each. */
  readonly problems: readonly string[];
}

/** The verdicts on one pact's interactions. */
export interface PactVerdict {
  readonly name: string;
  readonly consumer: string;
  readonly interactions: readonly InteractionVerdict[];
}

/** Whether the documented provider satisfies an interaction. */
export interface InteractionVerdict {
  readonly description: string;
  readonly status: 'satisfied' | 'broken' | 'unresolved';
  /** The event type that it is about. */
  readonly event?: string;
  /** How many events it was tried on. */
  readonly tried: number;
  /** The documented variants and generated events that do not satisfy it. */
  readonly broken: readonly BrokenBy[];
  /** Why it could not be tried. */
  readonly problem?: string;
}

/** One event that does not satisfy an interaction. */
export interface BrokenBy {
  /** The fixture's variant, or `generated 3`. */
  readonly variant: string;
  /** How sure it is that the provider sends it. */
  readonly confidence: Confidence;
  readonly mismatches: readonly string[];
}

/**
 * Whether a provider, as it is documented, satisfies pacts: each interaction is tried by the official verifier on every
 * fixture of its event and on generated events, offline. The pacts may come from any tool and any language.
 *
 * Throws `BAD_JSON` for what is no pact, and `MISSING_PACKAGE` without `@pact-foundation/pact` or fast-check.
 *
 * @example
 * import { verifyPacts } from 'hookproof/pact';
 * import { latest as smartpay } from 'hookproof/smartpay';
 * const report = await verifyPacts(smartpay, [
 *   { name: 'none.json', text: '{ "consumer": { "name": "shop" }, "provider": { "name": "smartpay" } }' },
 * ]);
 * assert.deepEqual(report.problems, ['Cannot verify "none.json": it has no interactions']);
 */
export async function verifyPacts(
  provider: Provider,
  sources: readonly PactSource[],
  options: PactVerifyOptions = {},
): Promise<PactReport> {
  const { generated = 10, seed = 'hookproof' } = options;
  if (sources.length === 0) throw new HookproofError('BAD_ARGUMENT', 'Cannot verify pacts: there is none');
  const all = sources.map(({ name, text }) => parsePact(name, text));
  const { pacts, problems } = sortOut(provider, all, options);
  const draw = generated === 0 ? () => [] : await drawEvents(provider, seed);
  const pool = candidatePool(provider, draw, generated);
  const plans = pacts.map((pact, index) => planOf(pact, index, (each) => askedFor(provider, each, pool)));
  const results = await tryAll(provider, plans);
  const verdicts = plans.map(({ pact, trials }) => ({
    name: pact.name,
    consumer: pact.consumer,
    interactions: trials.map((trial) => verdictOn(trial, results)),
  }));
  const interactions = verdicts.flatMap((verdict) => verdict.interactions);
  return {
    provider: nameOf(provider),
    seed,
    satisfied:
      problems.length === 0 && interactions.length > 0 && interactions.every(({ status }) => status === 'satisfied'),
    pacts: verdicts,
    problems,
  };
}

/** The pacts with this provider, and what is wrong with the others. */
function sortOut(
  provider: Provider,
  all: readonly ParsedPact[],
  { providerName, ignoreOthers = false }: PactVerifyOptions,
): { readonly pacts: readonly ParsedPact[]; readonly problems: readonly string[] } {
  const names = providerName === undefined ? [provider.name, nameOf(provider)] : [providerName];
  const own = all
    .filter((pact) => names.includes(pact.provider))
    .map((pact) => {
      const messages = pact.interactions.filter(({ kind }) => kind === 'message');
      return ignoreOthers ? { ...pact, interactions: messages } : pact;
    });
  const others = all.filter((pact) => !names.includes(pact.provider));
  const strangers = others.map(
    (pact) =>
      `Cannot verify "${pact.name}": its provider is "${pact.provider}", not "${names[0]}"; ${didYouMean(pact.provider, names)}`,
  );
  const empty = own
    .filter(({ interactions }) => interactions.length === 0)
    .map(({ name }) => `Cannot verify "${name}": it has no interactions`);
  return { pacts: own, problems: [...(ignoreOthers && own.length > 0 ? [] : strangers), ...empty] };
}

/** One interaction, and the events to try it on, each under a description of its own. */
interface Trial {
  readonly interaction: ParsedInteraction;
  readonly event?: string;
  readonly problem?: string;
  readonly candidates: ReadonlyMap<string, Candidate>;
}

interface Plan {
  readonly pact: ParsedPact;
  readonly trials: readonly Trial[];
}

function planOf(
  pact: ParsedPact,
  index: number,
  ask: (interaction: ParsedInteraction) => ReturnType<typeof askedFor>,
): Plan {
  const trials = pact.interactions.map((interaction, place): Trial => {
    const asked = ask(interaction);
    if (asked.problem !== undefined) return { interaction, problem: asked.problem, candidates: new Map() };
    const named = asked.candidates.map(
      (candidate) => [`${index}.${place} ${interaction.description}, ${candidate.name}`, candidate] as const,
    );
    return { interaction, event: asked.event, candidates: new Map(named) };
  });
  return { pact, trials };
}

/** Has the official verifier try every interaction on each of its events. */
async function tryAll(provider: Provider, plans: readonly Plan[]): Promise<ReadonlyMap<string, OfficialResult>> {
  const events = new Map(
    plans.flatMap(({ trials }) =>
      trials.flatMap(({ candidates }) => [...candidates].map(([key, { event }]) => [key, event] as const)),
    ),
  );
  if (events.size === 0) return new Map();
  const messages = await startMessageProvider(provider, { eventFor: ({ description }) => events.get(description)! });
  try {
    const written = plans.flatMap((plan) => rewritten(provider, plan));
    const results = await runOfficialVerifier(written, provider.name, {
      providerBaseUrl: messages.url,
      transports: [{ protocol: 'message', port: Number(new URL(messages.url).port), path: '/messages' }],
    });
    if (messages.unresolved.length > 0 || results.length !== events.size)
      throw new HookproofError(
        'VERIFIER_FAILED',
        `Cannot verify pacts: the verifier gave ${results.length} results for ${events.size} events${messages.unresolved.map((line) => `; ${line}`).join('')}`,
      );
    return new Map(results.map((result) => [result.description, result]));
  } finally {
    await messages.close();
  }
}

/** The pact with each interaction once for every event that it is tried on. */
function rewritten(provider: Provider, { pact, trials }: Plan): object[] {
  const copies = (inV3: boolean) =>
    trials
      .filter(({ interaction }) => 'contents' in interaction.raw && 'type' in interaction.raw !== inV3)
      .flatMap(({ interaction, event, candidates }) =>
        [...candidates.keys()].map((description) => {
          const { key: _key, providerState: _state, comments: _comments, ...raw } = interaction.raw;
          const providerStates = [{ name: event, params: { event, variant: 'typical' } }];
          return { ...raw, description, pending: false, providerStates };
        }),
      );
  const [messages, interactions] = [copies(true), copies(false)];
  const { messages: _messages, interactions: _interactions, ...raw } = pact.raw;
  const renamed = { ...raw, provider: { name: provider.name } };
  return [
    ...(messages.length > 0 ? [{ ...renamed, messages }] : []),
    ...(interactions.length > 0 ? [{ ...renamed, interactions }] : []),
  ];
}

function verdictOn(trial: Trial, results: ReadonlyMap<string, OfficialResult>): InteractionVerdict {
  const { description } = trial.interaction;
  if (trial.problem !== undefined || trial.event === undefined)
    return { description, status: 'unresolved', tried: 0, broken: [], problem: trial.problem ?? 'it names no event' };
  const broken = [...trial.candidates].flatMap(([key, { name, confidence }]) => {
    const result = results.get(key);
    if (result?.satisfied === true) return [];
    return [{ variant: name, confidence, mismatches: result?.mismatches ?? ['it was not tried'] }];
  });
  const status = broken.length === 0 ? 'satisfied' : 'broken';
  return { description, status, event: trial.event, tried: trial.candidates.size, broken };
}
