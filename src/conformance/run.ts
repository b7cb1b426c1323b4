import { nameOf, type Provider } from '../define/index.ts';
import type { AttemptOptions } from '../delivery/index.ts';
import { HookproofError } from '../errors.ts';
import { overHttp, type Receiver } from './answer.ts';
import { levelOf, type Check } from './check.ts';
import type { Unordered } from './effects.ts';
import { Examination } from './examination.ts';
import { reasonToSkip } from './needs.ts';
import type { Probe } from './probe.ts';
import { withoutSecrets } from './redact.ts';
import type { CheckResult, ConformanceReport } from './report.ts';
import { eventFilter, selectChecks, type Selection } from './select.ts';
import { Session } from './session.ts';

/** How a run is made. */
export interface ConformanceOptions
  extends Partial<Pick<AttemptOptions, 'url' | 'parameters' | 'signedText'>>, Selection {
  /** The shared secret, or the private key where the provider signs with one. */
  readonly secret: string;
  /** Makes a run repeatable: all ids come from it. Random when left out, and in the report either way. */
  readonly seed?: string;
  /** Milliseconds to wait for one answer; 10,000 when left out. */
  readonly timeout?: number;
  /** The clock that deliveries are signed by, in milliseconds since the Unix epoch. */
  readonly now?: () => number;
  /** How many deliveries are under way at once, where several are; 20 when left out. */
  readonly concurrency?: number;
  /** How many histories or events a check draws, shared among the kinds of objects; 40 when left out. */
  readonly runs?: number;
  /** Whether the first MUST that is broken ends the run; the checks after it are skipped. */
  readonly bail?: boolean;
  /** How to look into the receiver. Without it, what deliveries bring about is not judged. */
  readonly probe?: Probe;
  /** Lists in the effects whose order means nothing: all of them, or those at some paths (`orders.items`). */
  readonly unordered?: Unordered;
  /** A second secret that the receiver accepts as well, as while one is being replaced. */
  readonly secondSecret?: string;
  /** The same receiver started without any secret, or its URL. */
  readonly unconfigured?: Receiver | string | URL;
  /** Earlier versions of the provider whose events the receiver still gets, as in the middle of an upgrade. */
  readonly previous?: readonly Provider[];
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

/**
 * Delivers to a receiver all that the provider may send, and much that it never would, and reports check by check. The
 * receiver is a function from `Request` to `Response`, or the URL it listens at.
 *
 * Throws `BAD_KEY` for a secret that cannot sign, `UNKNOWN_NAME` for a check that is none, `BAD_PROBE` for a probe
 * that fails before it has shown effects, and `UNREACHABLE` where nothing listens.
 *
 * @example
 * import { generateKeys, runConformance } from 'hookproof';
 * import { latest as smartpay } from 'hookproof/smartpay';
 * const keys = await generateKeys(smartpay);
 * const report = await runConformance(smartpay, () => new Response(null, { status: 200 }), { secret: keys.signing });
 * assert.equal(report.passed, false); // it believes everyone
 */
export async function runConformance(
  provider: Provider,
  receiver: Receiver | string | URL,
  options: ConformanceOptions,
): Promise<ConformanceReport> {
  const session = openSession(provider, receiver, options);
  const selected = selectChecks(provider, options);
  const results: CheckResult[] = [];
  let isOver = false;
  let prepared: Prepared | undefined;
  try {
    for (const [index, check] of selected.entries()) {
      const progress = { check, index, count: selected.length };
      options.onProgress?.(progress);
      let result: CheckResult;
      if (isOver) result = skipped(check, provider, 'a MUST is broken, and the run bails out');
      else if (session.ended !== undefined) result = skipped(check, provider, session.ended);
      else {
        const { begin } = prepared ?? prepare(check, session);
        const following = selected[index + 1];
        prepared = following === undefined || !session.preparesAhead ? undefined : prepare(following, session);
        result = await begin();
      }
      results.push(result);
      isOver ||= options.bail === true && result.level === 'MUST' && result.status === 'failed';
      options.onProgress?.({ ...progress, result });
    }
  } finally {
    prepared?.drop();
  }
  const { url, seed } = session.options;
  const report = { provider: provider.name, version: provider.version, url, seed, checks: results };
  const holds = results.every(({ level, status }) => level !== 'MUST' || status !== 'failed');
  if (session.ended === undefined) return { ...report, passed: holds };
  return { ...report, passed: false, ended: session.ended };
}

/** What all checks of one run share. Throws `BAD_ARGUMENT` without a secret. */
export function openSession(
  provider: Provider,
  receiver: Receiver | string | URL,
  options: ConformanceOptions,
): Session {
  if (typeof options?.secret !== 'string')
    throw new HookproofError(
      'BAD_ARGUMENT',
      `Cannot check receiver of ${nameOf(provider)}: option "secret" is missing`,
    );
  const { unconfigured, events, ...rest } = options;
  return new Session({
    seed: crypto.randomUUID(),
    timeout: 10_000,
    now: Date.now,
    concurrency: 20,
    runs: 40,
    ...rest,
    url: typeof receiver === 'function' ? (options.url ?? 'http://localhost/webhooks') : String(receiver),
    provider,
    receiver: typeof receiver === 'function' ? receiver : overHttp,
    isExamined: eventFilter(provider, events),
    ...(unconfigured === undefined
      ? {}
      : { unconfigured: typeof unconfigured === 'function' ? unconfigured : String(unconfigured) }),
  });
}

const nothingToJudge = 'the receiver acknowledges no plain delivery, so nothing can be learnt from a changed one';

/** A check that waits for its turn. */
interface Prepared {
  readonly begin: () => Promise<CheckResult>;
  /** Its turn does not come: it lets go of what it has opened. */
  readonly drop: () => void;
}

/** Has a check make and sign its events, as far as it can before its turn. */
function prepare(check: Check, session: Session): Prepared {
  let [start, drop] = [() => {}, () => {}];
  const turn = new Promise<void>((resolve, reject) => {
    start = resolve;
    drop = () => reject(new Error(`${check.id} is not run`));
  });
  turn.catch(() => undefined); // a check that is skipped beforehand waits for no turn
  const result = runCheck(check, session, turn);
  result.catch(() => undefined); // whoever lets it begin is told
  const begin = () => {
    start();
    return result;
  };
  return { begin, drop };
}

/**
 * Runs one check, which sends nothing and asks the probe nothing before its turn. Where the receiver or the probe goes in
 * the middle of it, it has failed, and later ones are skipped.
 */
export async function runCheck(check: Check, session: Session, turn = Promise.resolve()): Promise<CheckResult> {
  const result = await resultOf(check, session, turn);
  if (result.findings.length === 0 && result.reason === undefined) return result;
  const { findings, reason } = withoutSecrets(
    { findings: result.findings, reason: result.reason ?? '' },
    session.secrets,
  );
  return { ...result, findings, ...(result.reason === undefined ? {} : { reason }) };
}

async function resultOf(check: Check, session: Session, turn: Promise<void>): Promise<CheckResult> {
  const { provider } = session.options;
  const reason = session.ended ?? reasonToSkip(check, provider, session.options);
  if (reason !== undefined) return skipped(check, provider, reason);
  let start = performance.now();
  const ready = turn.then(() => {
    start = performance.now();
    return session.reset();
  });
  const examination = new Examination(session, check.id, ready);
  try {
    await check.run(examination);
    await examination.settled();
  } catch (error) {
    // What is still in the line goes out before anything else does.
    await examination.settled().catch(() => undefined);
    if (!session.endBy(error)) throw error;
  }
  const { judged, skipped: gaveUp, ...outcome } = examination.outcome();
  const result = { ...described(check, provider), ...outcome, milliseconds: Math.round(performance.now() - start) };
  if (session.ended !== undefined) return { ...result, status: 'failed', reason: session.ended };
  if (judged === 0) return { ...result, status: 'skipped', reason: gaveUp ?? nothingToJudge };
  return { ...result, status: outcome.findings.length > 0 ? 'failed' : 'passed' };
}

function skipped(check: Check, provider: Provider, reason: string): CheckResult {
  const nothing = { deliveries: 0, milliseconds: 0, findings: [], unjudged: [] };
  return { ...described(check, provider), ...nothing, status: 'skipped', reason };
}

function described(check: Check, provider: Provider): Pick<CheckResult, 'id' | 'group' | 'level' | 'title' | 'source'> {
  const { id, group, title, source } = check;
  return { id, group, level: levelOf(check, provider), title, source };
}
