import { HookproofError } from '../../errors.ts';
import {
  fetchPacts,
  recordResult,
  renderPactJunit,
  renderPactReport,
  verifyPacts,
  type PactReport,
  type PactSource,
} from '../../pact/index.ts';
import { findProvider, folderOf, required } from '../arguments.ts';
import { readInside, writeReportInside } from '../files.ts';
import { json, text, type Flag, type Flags, type Io } from '../io.ts';
import { brokerIn } from './broker.ts';
import { pactFiles } from './files.ts';

/** The flags of `hookproof pact verify`. */
export const verifyFlags: { readonly [Name: string]: Flag } = {
  provider: { type: 'string', help: 'whose events; the latest version unless one is named' },
  'provider-name': { type: 'string', help: 'what the pacts call the provider, where that is another name' },
  'ignore-others': { type: 'boolean', help: 'pass over pacts with other providers, and HTTP interactions' },
  generated: { type: 'string', help: 'how many generated events to try beside the fixtures; 10 when left out' },
  seed: { type: 'string', help: 'what they come from; "hookproof" when left out' },
  junit: { type: 'string', help: 'write a JUnit report to this file' },
};

/** Verifies the pacts in files and folders, or those that a broker has. */
export async function verifyPactFiles(words: readonly string[], flags: Flags, io: Io, usage: string): Promise<number> {
  const provider = findProvider(required(flags, 'provider', usage));
  const providerName = text(flags, 'provider-name');
  const broker = words.length === 0 ? brokerIn(flags, io) : undefined;
  const sources =
    broker === undefined
      ? await pactsIn(words, flags, io, usage)
      : await fetchPacts(broker, providerName ?? provider.name, branchIn(flags));
  if (broker !== undefined && sources.length === 0)
    throw new HookproofError(
      'BAD_ARGUMENT',
      `Cannot verify: broker "${broker.url}" has no pact with "${providerName ?? provider.name}"`,
    );
  const seed = text(flags, 'seed');
  const report = await verifyPacts(provider, sources, {
    ...(providerName === undefined ? {} : { providerName }),
    ...(seed === undefined ? {} : { seed }),
    ignoreOthers: flags['ignore-others'] === true,
    ...(flags['generated'] === undefined ? {} : { generated: wholeNumber(flags, 'generated') }),
  });
  if (broker !== undefined && flags['record'] === true)
    for (const verdict of report.pacts) {
      const source = sources.find(({ name }) => name === verdict.name)!;
      await recordResult(broker, source, verdict, provider.version);
    }
  return tell(report, flags, io);
}

function branchIn(flags: Flags): { readonly branch?: string } {
  const branch = text(flags, 'branch');
  return branch === undefined ? {} : { branch };
}

/** Prints a report, and writes what of it was asked for. */
export async function tell(report: PactReport, flags: Flags, io: Io): Promise<number> {
  const junit = text(flags, 'junit');
  if (junit !== undefined) await writeReportInside(folderOf(flags, io), junit, renderPactJunit(report));
  io.out(flags['json'] === true ? json(report) : renderPactReport(report));
  return report.satisfied ? 0 : 1;
}

async function pactsIn(words: readonly string[], flags: Flags, io: Io, usage: string): Promise<PactSource[]> {
  const folder = folderOf(flags, io);
  const files = await pactFiles(words, folder, usage);
  return Promise.all(files.map(async (name) => ({ name, text: await readInside(folder, name) })));
}

function wholeNumber(flags: Flags, name: string): number {
  const given = text(flags, name);
  if (!/^\d{1,4}$/.test(given ?? ''))
    throw new HookproofError('BAD_ARGUMENT', `Cannot run: flag "--${name}" is "${given}", not a whole number`);
  return Number(given);
}
