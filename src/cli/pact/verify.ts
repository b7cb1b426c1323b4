import { HookproofError } from '../../errors.ts';
import { renderPactJunit, renderPactReport, verifyPacts, type PactReport, type PactSource } from '../../pact/index.ts';
import { findProvider, folderOf, required } from '../arguments.ts';
import { listInside, readInside, writeReportInside } from '../files.ts';
import { json, text, type Flag, type Flags, type Io } from '../io.ts';

/** The flags of `hookproof pact verify`. */
export const verifyFlags: { readonly [Name: string]: Flag } = {
  provider: { type: 'string', help: 'whose events; the latest version unless one is named' },
  'provider-name': { type: 'string', help: 'what the pacts call the provider, where that is another name' },
  'ignore-others': { type: 'boolean', help: 'pass over pacts with other providers' },
  generated: { type: 'string', help: 'how many generated events to try beside the fixtures; 10 when left out' },
  seed: { type: 'string', help: 'what they come from; "hookproof" when left out' },
  junit: { type: 'string', help: 'write a JUnit report to this file' },
};

/** Verifies the pacts in files and folders. */
export async function verifyPactFiles(words: readonly string[], flags: Flags, io: Io, usage: string): Promise<number> {
  const provider = findProvider(required(flags, 'provider', usage));
  if (words.length === 0)
    throw new HookproofError('BAD_ARGUMENT', `Cannot run: the files or folders are missing; usage: ${usage}`);
  const sources = await pactsIn(words, flags, io);
  const [providerName, seed] = [text(flags, 'provider-name'), text(flags, 'seed')];
  const report = await verifyPacts(provider, sources, {
    ...(providerName === undefined ? {} : { providerName }),
    ...(seed === undefined ? {} : { seed }),
    ignoreOthers: flags['ignore-others'] === true,
    ...(flags['generated'] === undefined ? {} : { generated: wholeNumber(flags, 'generated') }),
  });
  return tell(report, flags, io);
}

/** Prints a report, and writes what of it was asked for. */
async function tell(report: PactReport, flags: Flags, io: Io): Promise<number> {
  const junit = text(flags, 'junit');
  if (junit !== undefined) await writeReportInside(folderOf(flags, io), junit, renderPactJunit(report));
  io.out(flags['json'] === true ? json(report) : renderPactReport(report));
  return report.satisfied ? 0 : 1;
}

/** The pacts in files and folders. A folder without one is an error: nothing would be verified, and all be well. */
async function pactsIn(paths: readonly string[], flags: Flags, io: Io): Promise<PactSource[]> {
  const folder = folderOf(flags, io);
  const files: string[] = [];
  for (const path of paths) {
    const inside = await listInside(folder, path, '.json');
    if (inside?.length === 0)
      throw new HookproofError(
        'BAD_PATH',
        `Cannot verify "${path}": the folder holds no pact, no file that ends in .json`,
      );
    files.push(...(inside ?? [path]));
  }
  return Promise.all(files.map(async (name) => ({ name, text: await readInside(folder, name) })));
}

function wholeNumber(flags: Flags, name: string): number {
  const given = text(flags, name);
  if (!/^\d{1,4}$/.test(given ?? ''))
    throw new HookproofError('BAD_ARGUMENT', `Cannot run: flag "--${name}" is "${given}", not a whole number`);
  return Number(given);
}
