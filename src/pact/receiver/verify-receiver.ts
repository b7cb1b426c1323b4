import { nameOf, type Provider } from '../../define/index.ts';
import type { AttemptOptions } from '../../delivery/index.ts';
import { HookproofError } from '../../errors.ts';
import { renderHttpPact } from '../given/index.ts';
import { runOfficialVerifier } from '../verify/official.ts';
import { parsePact } from '../verify/parse.ts';
import type { InteractionVerdict, PactReport } from '../verify/verify.ts';
import { startProxy } from './proxy.ts';

/** How a receiver is verified. */
export interface ReceiverVerifyOptions extends Omit<AttemptOptions, 'at'> {
  /** Milliseconds to wait for one answer; 10,000 when left out. */
  readonly timeout?: number;
  /** The clock that deliveries are signed by, in milliseconds since the Unix epoch. */
  readonly now?: () => number;
}

/**
 * Whether a running receiver, in any language, keeps to the given pact of a provider's deliveries: the official verifier
 * replays it through a proxy that signs each delivery with the receiver's own test secret, now.
 *
 * Throws `UNREACHABLE` where nothing answers, and `MISSING_PACKAGE` without `@pact-foundation/pact`.
 */
export async function verifyReceiverPact(provider: Provider, options: ReceiverVerifyOptions): Promise<PactReport> {
  const [[name, text]] = [...(await renderHttpPact(provider))] as [[string, string]];
  const pact = parsePact(name, text);
  const proxy = await startProxy(provider, { timeout: 10_000, now: Date.now, ...options });
  try {
    const results = await runOfficialVerifier([pact.raw], pact.provider, {
      providerBaseUrl: proxy.url,
      providerStatesSetupUrl: proxy.statesUrl,
      providerStatesSetupBody: true,
    });
    const [problem] = proxy.problems;
    if (problem?.startsWith('Cannot reach') === true && proxy.problems.length === results.length)
      throw new HookproofError('UNREACHABLE', `${problem}; is it running?`);
    const byDescription = new Map(results.map((result) => [result.description, result]));
    const interactions = pact.interactions.map(({ description, providerStates }): InteractionVerdict => {
      const [params] = providerStates.map((state) => state.params);
      const event = String(params?.['event']);
      const result = byDescription.get(description);
      if (result === undefined)
        return {
          description,
          status: 'unresolved',
          event,
          tried: 0,
          broken: [],
          problem: 'the verifier did not try it',
        };
      const { satisfied, mismatches } = result;
      const broken = satisfied
        ? []
        : [{ variant: String(params?.['variant']), confidence: provider.delivery.signature.confidence, mismatches }];
      return { description, status: satisfied ? 'satisfied' : 'broken', event, tried: 1, broken };
    });
    return {
      provider: nameOf(provider),
      seed: '',
      satisfied:
        proxy.problems.length === 0 &&
        interactions.length > 0 &&
        interactions.every(({ status }) => status === 'satisfied'),
      pacts: [{ name, consumer: options.url, interactions }],
      problems: proxy.problems,
    };
  } finally {
    await proxy.close();
  }
}
