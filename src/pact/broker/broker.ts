import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HookproofError } from '../../errors.ts';
import { parsePact } from '../verify/parse.ts';
import type { PactSource, PactVerdict } from '../verify/verify.ts';
import { authorization, runBroker, type BrokerAccess, type BrokerAnswer } from './command.ts';

/** Publishes pact files as one version of their consumer. Throws `BROKER_FAILED`. */
export async function publishPacts(
  access: BrokerAccess,
  files: readonly string[],
  options: { readonly consumerVersion: string; readonly branch?: string },
): Promise<string> {
  const branch = options.branch === undefined ? [] : ['--branch', options.branch];
  const version = ['--consumer-app-version', options.consumerVersion];
  return succeeded(access, 'publish', await runBroker(access, ['publish', ...files, ...version, ...branch]));
}

/** The latest pact of each consumer with a provider: of its main branch, or of the branch named. Throws `BROKER_FAILED`. */
export async function fetchPacts(
  access: BrokerAccess,
  providerName: string,
  options: { readonly branch?: string } = {},
): Promise<PactSource[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hookproof-broker-'));
  try {
    const branch = options.branch === undefined ? [] : ['--branch', options.branch];
    const where = ['--latest', '--download', '--download-dir', folder, '--output', 'json'];
    const answer = await runBroker(access, ['get-pacts', '--provider', providerName, ...branch, ...where]);
    succeeded(access, 'fetch from', answer);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
    return await Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Records the verdict on a fetched pact, for one version of its provider. Throws `BROKER_FAILED`. */
export async function recordResult(
  access: BrokerAccess,
  source: PactSource,
  verdict: PactVerdict,
  providerVersion: string,
): Promise<void> {
  const refuse = (state: string) =>
    new HookproofError('BROKER_FAILED', `Cannot record result of "${source.name}" at "${access.url}": ${state}`);
  const link = resultsLink(source);
  // What a broker sends names where our credentials go: nowhere but to the broker.
  if (link === undefined || new URL(link).origin !== new URL(access.url).origin)
    throw refuse(`the pact has no link of that broker to record it`);
  const response = await fetch(link, {
    method: 'POST',
    redirect: 'error',
    headers: { 'Content-Type': 'application/json', ...authorization(access) },
    body: JSON.stringify({
      success: verdict.interactions.length > 0 && verdict.interactions.every(({ status }) => status === 'satisfied'),
      providerApplicationVersion: providerVersion,
      verifiedBy: { implementation: 'hookproof' },
      testResults: verdict.interactions.map(({ description, status, broken, problem }) => ({
        interactionDescription: description,
        success: status === 'satisfied',
        ...(status === 'satisfied' ? {} : { mismatches: problem === undefined ? broken : [{ description: problem }] }),
      })),
    }),
  }).catch((error: Error) => {
    throw refuse(error.message);
  });
  await response.body?.cancel();
  if (!response.ok) throw refuse(`it answers ${response.status}`);
}

/** Whether a version of a consumer may be deployed, as the broker says. */
export async function canIDeploy(
  access: BrokerAccess,
  options: {
    readonly consumer: string;
    readonly consumerVersion: string;
    /** Where to: an environment, or beside one version of a provider. */
    readonly environment?: string;
    readonly provider?: { readonly name: string; readonly version: string };
  },
): Promise<{ readonly allowed: boolean; readonly text: string }> {
  const { consumer, consumerVersion, environment, provider } = options;
  const { code, text } = await runBroker(access, [
    'can-i-deploy',
    '--pacticipant',
    consumer,
    '--version',
    consumerVersion,
    ...(provider === undefined ? [] : ['--pacticipant', provider.name, '--version', provider.version]),
    ...(environment === undefined ? [] : ['--to-environment', environment]),
  ]);
  // It returns 1 for "no" and for what it could not do, which it does not print as a table.
  if (code > 1 || (code === 1 && !text.includes('Computer says no'))) succeeded(access, 'ask', { code, text });
  return { allowed: code === 0, text };
}

function succeeded({ url }: BrokerAccess, verb: string, { code, text }: BrokerAnswer): string {
  if (code === 0) return text;
  throw new HookproofError('BROKER_FAILED', `Cannot ${verb} broker "${url}": ${text.slice(0, 400)}`);
}

function resultsLink({ name, text }: PactSource): string | undefined {
  const links = parsePact(name, text).raw['_links'] as
    { readonly [Name: string]: { readonly href?: unknown } | undefined } | undefined;
  const href = links?.['pb:publish-verification-results']?.href;
  return typeof href === 'string' && URL.canParse(href) ? href : undefined;
}
