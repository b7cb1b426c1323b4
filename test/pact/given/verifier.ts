import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';

const root = join(import.meta.dirname, '../../..');

/**
 * The verifiers read every root certificate that they are given anew for each interaction, which takes most of their
 * time: one will do. Without any the library refuses to work.
 */
const home = mkdtempSync(join(tmpdir(), 'hookproof-verifier-'));
process.once('exit', () => rmSync(home, { recursive: true, force: true }));
const [certificate, none] = [join(home, 'root.pem'), join(home, 'none')];
writeFileSync(certificate, rootCertificates[0]!);
mkdirSync(none);
Object.assign(process.env, { SSL_CERT_FILE: certificate, SSL_CERT_DIR: none, PACT_DO_NOT_TRACK: 'true' });

/** What a verifier says of one interaction: nothing wrong, or the paths that are wrong with what is. */
export interface Judged {
  readonly description: string;
  readonly isOk: boolean;
  readonly mismatches: readonly { readonly path: string; readonly mismatch: string }[];
}

/** What a verifier was asked and what it said. */
export interface Verified {
  readonly code: number | null;
  readonly judged: readonly Judged[];
  readonly output: string;
}

/** The report of the official verifiers, of which the binary and the library write the same. */
interface Report {
  readonly interactionResults: readonly { readonly description: string; readonly result: string }[];
  readonly errors: readonly {
    readonly interaction: string;
    readonly mismatch: { readonly mismatches?: Judged['mismatches'] };
  }[];
}

/** Where a pact is verified: on which party's server. */
export interface Target {
  readonly provider: string;
  readonly url: string;
  readonly path?: string;
}

/** Verifies a pact's text with the `pact-verifier` binary of `@pact-foundation/pact-cli`. */
export async function verifyByBinary(pact: string, { provider, url, path }: Target): Promise<Verified> {
  const folder = mkdtempSync(join(tmpdir(), 'hookproof-pact-'));
  try {
    const [file, report] = [join(folder, 'pact.json'), join(folder, 'report.json')];
    writeFileSync(file, pact);
    const { hostname, port } = new URL(url);
    const words = ['--file', file, '--provider-name', provider, '--hostname', hostname, '--port', port];
    const base = path === undefined ? [] : ['--base-path', path];
    const program = join(root, 'node_modules/.bin/pact-verifier');
    const child = spawn(program, [...words, ...base, '--json', report, '--no-colour', '--loglevel', 'error'], {
      timeout: 60_000,
    });
    let output = '';
    child.stdout.on('data', (part) => (output += String(part)));
    child.stderr.on('data', (part) => (output += String(part)));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('close', resolve);
      child.once('error', reject);
    });
    return { code, judged: judgedIn(JSON.parse(readFileSync(report, 'utf8')) as Report), output };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Verifies a pact's text with the library's own verifier, in this process. */
export async function verifyByLibrary(pact: string, { provider, url }: Target): Promise<Verified> {
  const folder = mkdtempSync(join(tmpdir(), 'hookproof-pact-'));
  try {
    const file = join(folder, 'pact.json');
    writeFileSync(file, pact);
    const { Verifier } = await import('@pact-foundation/pact');
    // The library puts a message server of its own before ours: each of its handlers asks ours.
    const ask = async (body: object) => {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
      return (await response.json()) as object;
    };
    const { interactions } = JSON.parse(pact) as { readonly interactions: readonly { description: string }[] };
    const verifier = new Verifier({
      provider,
      pactUrls: [file],
      logLevel: 'error',
      messageProviders: Object.fromEntries(interactions.map(({ description }) => [description, ask])),
      stateHandlers: { 'a fixture': () => Promise.resolve() },
    });
    const [code, text] = await verifier.verifyProvider().then(
      (text) => [0, text] as const,
      (error: Error) => [1, error.message] as const,
    );
    return { code, judged: judgedIn(JSON.parse(text) as Report), output: text };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function judgedIn({ interactionResults, errors }: Report): Judged[] {
  return interactionResults.map(({ description, result }) => {
    const found = errors.filter(({ interaction }) => interaction.endsWith(` - ${description}`));
    const mismatches = found.flatMap(({ mismatch }) => mismatch.mismatches ?? []);
    return { description, isOk: result === 'OK' && found.length === 0, mismatches };
  });
}
