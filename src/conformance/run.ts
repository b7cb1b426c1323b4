import { nameOf, type Provider } from '../define/index.ts';
import type { AttemptOptions } from '../delivery/index.ts';
import { HookproofError } from '../errors.ts';
import type { Receiver } from './answer.ts';
import type { Check, Level } from './check.ts';
import { checks } from './checks/index.ts';
import { Examination } from './examination.ts';
import type { Finding } from './finding.ts';

/** How a run is made. */
export interface ConformanceOptions extends Partial<Pick<AttemptOptions, 'url' | 'parameters' | 'signedText'>> {
  /** The shared secret, or the private key where the provider signs with one. */
  readonly secret: string;
  /** Makes a run repeatable: event ids come from it. Random when left out, and in the report either way. */
  readonly seed?: string;
  /** Milliseconds to wait for one answer; 10,000 when left out. */
  readonly timeout?: number;
  /** The clock that deliveries are signed by, in milliseconds since the Unix epoch. */
  readonly now?: () => number;
  /** Told of each check before it runs and after. */
  readonly onProgress?: (progress: Progress) => void;
}

/** How far a run has come. */
export interface Progress {
  readonly check: Check;
  readonly index: number;
  readonly count: number;
  /** The check's result, once there is one. */
  readonly result?: CheckResult;
}

/** What came of one check. */
export interface CheckResult {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly source: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped. */
  readonly reason?: string;
  readonly deliveries: number;
  readonly findings: readonly Finding[];
  /** Fixtures that the check could not judge, since the receiver does not acknowledge their plain delivery. */
  readonly unjudged: readonly string[];
}

/** What came of a run. */
export interface ConformanceReport {
  readonly provider: string;
  readonly version: string;
  readonly seed: string;
  /** Whether every MUST check that applies holds. */
  readonly passed: boolean;
  readonly checks: readonly CheckResult[];
}

/**
 * Delivers to a receiver all that the provider may send, and much that it never would, and reports check by check.
 *
 * Throws `BAD_KEY` for a secret that cannot sign, and `UNREACHABLE` where nothing listens.
 *
 * @example
 * import { generateKeys, runConformance } from 'hookproof';
 * import { latest as useepay } from 'hookproof/useepay';
 * const keys = await generateKeys(useepay);
 * const report = await runConformance(useepay, () => new Response(null, { status: 200 }), { secret: keys.signing });
 * assert.equal(report.passed, false); // it believes everyone
 */
export async function runConformance(
  provider: Provider,
  receiver: Receiver,
  options: ConformanceOptions,
): Promise<ConformanceReport> {
  if (typeof options?.secret !== 'string')
    throw new HookproofError(
      'BAD_ARGUMENT',
      `Cannot check receiver of ${nameOf(provider)}: option "secret" is missing`,
    );
  const seed = options.seed ?? crypto.randomUUID();
  const examination = new Examination({
    url: 'http://localhost/webhooks',
    ...options,
    provider,
    receiver,
    seed,
    timeout: options.timeout ?? 10_000,
    now: options.now ?? Date.now,
  });
  const results: CheckResult[] = [];
  for (const [index, check] of checks.entries()) {
    const progress = { check, index, count: checks.length };
    options.onProgress?.(progress);
    const result = await runCheck(check, examination);
    results.push(result);
    options.onProgress?.({ ...progress, result });
  }
  const passed = results.every(({ level, status }) => level !== 'MUST' || status !== 'failed');
  return { provider: provider.name, version: provider.version, seed, passed, checks: results };
}

const nothingToJudge = 'the receiver acknowledges no plain delivery, so nothing can be learnt from a changed one';

async function runCheck(check: Check, examination: Examination): Promise<CheckResult> {
  const { id, level, title, source } = check;
  const described = { id, level, title, source };
  const inapplicable = check.inapplicable?.(examination.provider);
  if (inapplicable !== undefined)
    return { ...described, status: 'skipped', reason: inapplicable, deliveries: 0, findings: [], unjudged: [] };
  await check.run(examination);
  const { judged, ...outcome } = examination.takeOutcome();
  if (judged === 0) return { ...described, status: 'skipped', reason: nothingToJudge, ...outcome };
  return { ...described, status: outcome.findings.length > 0 ? 'failed' : 'passed', ...outcome };
}
