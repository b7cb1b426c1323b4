import { fork } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { HookproofError } from '../../errors.ts';
import type { ChildAnswer } from './official-child.ts';

/** The most of what the verifier complains of that is shown, in characters. */
const messageLimit = 400;

/** What the official verifier says of one interaction. */
export interface OfficialResult {
  readonly description: string;
  readonly satisfied: boolean;
  /** What does not match, a line each: `$.data.amount: Expected 1 (Integer) to be…`. */
  readonly mismatches: readonly string[];
}

/** Where the official verifier finds the provider: options of its own. */
export interface VerifierTarget {
  readonly providerBaseUrl: string;
  readonly transports?: readonly { readonly protocol: 'message'; readonly port: number; readonly path: string }[];
  readonly providerStatesSetupUrl?: string;
  readonly providerStatesSetupBody?: boolean;
}

/**
 * Runs the official verifier on pacts, against a provider that answers on loopback. It runs in a process of its own,
 * since its native library writes to the standard output. Nothing but the provider is connected to.
 */
export async function runOfficialVerifier(
  pacts: readonly object[],
  providerName: string,
  target: VerifierTarget,
): Promise<OfficialResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hookproof-pact-'));
  try {
    const files = pacts.map((_, index) => join(folder, `${index}.json`));
    for (const [index, pact] of pacts.entries()) await writeFile(files[index]!, JSON.stringify(pact));
    const options = { ...target, provider: providerName, pactUrls: files, logLevel: 'error' };
    return resultsIn(await inChild(options, await oneCertificate(folder)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * The verifier reads every root certificate of the machine anew for each interaction, which takes most of its time. For
 * loopback one will do; without any it refuses to work.
 */
async function oneCertificate(folder: string): Promise<NodeJS.ProcessEnv> {
  const [file, none] = [join(folder, 'root.pem'), join(folder, 'none')];
  await writeFile(file, rootCertificates[0]!);
  await mkdir(none);
  return { SSL_CERT_FILE: file, SSL_CERT_DIR: none };
}

/** The verifier's report, as it writes it. */
async function inChild(options: object, env: NodeJS.ProcessEnv): Promise<string> {
  // Beside this file, whether it is built or not.
  const script = new URL(
    import.meta.url.endsWith('.ts') ? './official-child.ts' : './official-child.js',
    import.meta.url,
  );
  const child = fork(fileURLToPath(script), {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: ['--no-warnings'],
    // Pact sends usage data unless it is told not to.
    env: { ...process.env, ...env, PACT_DO_NOT_TRACK: 'true' },
  });
  let complaint = '';
  child.stderr?.on('data', (part: Buffer) => (complaint = (complaint + part.toString('utf8')).slice(-messageLimit)));
  const answer = new Promise<ChildAnswer>((resolve, reject) => {
    child.once('message', (message) => resolve(message as ChildAnswer));
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(
        new HookproofError(
          'VERIFIER_FAILED',
          `Cannot verify pacts: the verifier ended with ${code ?? signal}: ${complaint.trim()}`,
        ),
      ),
    );
  });
  child.send(options);
  const { report, missing } = await answer;
  if (report !== undefined) return report;
  throw new HookproofError(
    'MISSING_PACKAGE',
    `Cannot verify pacts: package "@pact-foundation/pact" cannot be loaded (${missing}); npm install --save-dev @pact-foundation/pact`,
  );
}

function resultsIn(report: string): OfficialResult[] {
  let parsed: {
    readonly interactionResults?: readonly Result[];
    readonly errors?: readonly { readonly mismatch?: Mismatch }[];
  };
  try {
    parsed = JSON.parse(report) as typeof parsed;
  } catch (cause) {
    throw new HookproofError('VERIFIER_FAILED', `Cannot verify pacts: the verifier says "${report.slice(0, 200)}"`, {
      cause,
    });
  }
  const failed = (parsed.errors ?? []).find(({ mismatch }) => mismatch?.type === 'error');
  if (parsed.interactionResults === undefined || parsed.interactionResults.length === 0)
    throw new HookproofError(
      'VERIFIER_FAILED',
      `Cannot verify pacts: ${failed?.mismatch?.message ?? 'the verifier tried nothing'}`,
    );
  return parsed.interactionResults.map(({ description, result, mismatch }) => ({
    description,
    satisfied: result === 'OK',
    mismatches: linesOf(mismatch),
  }));
}

/** One result in the verifier's report. */
interface Result {
  readonly description: string;
  readonly result: string;
  readonly mismatch?: Mismatch;
}

interface Mismatch {
  readonly type?: string;
  readonly message?: string;
  readonly mismatches?: readonly { readonly path?: string; readonly mismatch?: string }[];
}

function linesOf(mismatch: Mismatch | undefined): string[] {
  const each = (mismatch?.mismatches ?? []).map(
    ({ path, mismatch: text }) => `${path === undefined ? '' : `${path}: `}${text ?? 'does not match'}`,
  );
  return each.length > 0 || mismatch === undefined ? each : [mismatch.message ?? mismatch.type ?? 'does not match'];
}
