import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { HookproofError } from '../../errors.ts';
import type { MessageInteraction, Pact } from '../file.ts';

/** How long to wait for other processes that write the same pact, in milliseconds. */
const patience = 10_000;

/** Adds an interaction to others by its description and state. Throws `PACT_CONFLICT` where another one is there. */
export function addInteraction(
  interactions: Map<string, MessageInteraction>,
  interaction: MessageInteraction,
  pact: string,
): void {
  const key = keyOf(interaction);
  const found = interactions.get(key);
  if (found !== undefined && !isDeepStrictEqual(found, interaction))
    throw new HookproofError(
      'PACT_CONFLICT',
      `Cannot write pact "${pact}": it expects another "${interaction.description}" already; name one of them otherwise, or delete the file before the tests run`,
    );
  interactions.set(key, interaction);
}

/**
 * Writes a pact into `<folder>/<consumer>-<provider>.json`, together with the interactions that are there. Any number of
 * processes may do so at once. Throws `PACT_CONFLICT`, `PACT_LOCKED`, and `BAD_JSON` for a file that is no pact.
 */
export async function writePact(pact: Pact, folder: string): Promise<string> {
  const file = join(folder, `${fileName(pact.consumer.name)}-${fileName(pact.provider.name)}.json`);
  await mkdir(folder, { recursive: true });
  await withLock(`${file}.lock`, async () => {
    const interactions = new Map<string, MessageInteraction>();
    for (const each of [...(await interactionsIn(file)), ...pact.interactions])
      addInteraction(interactions, each, file);
    const sorted = [...interactions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, interaction]) => interaction);
    // Renamed into place, so that nobody reads a half-written file.
    await writeFile(`${file}.new`, `${JSON.stringify({ ...pact, interactions: sorted }, null, 2)}\n`);
    await rename(`${file}.new`, file);
  });
  return file;
}

function keyOf({ description, providerStates }: MessageInteraction): string {
  return JSON.stringify([description, providerStates]);
}

/** A participant's name as a part of a file's name: never a path. */
function fileName(name: string): string {
  return name.replaceAll(/[^\w.@-]+/g, '_').replace(/^\.+/, '_');
}

async function interactionsIn(file: string): Promise<readonly MessageInteraction[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return [];
  try {
    return (JSON.parse(text) as Partial<Pact>).interactions ?? [];
  } catch (cause) {
    throw new HookproofError('BAD_JSON', `Cannot read pact "${file}": it is not JSON`, { cause });
  }
}

/** Does something while no other process does it under the same lock, a file that only one can make. */
async function withLock(lock: string, work: () => Promise<void>): Promise<void> {
  const end = performance.now() + patience;
  for (let round = 1; ; round++) {
    const made = await open(lock, 'wx').catch((error: NodeJS.ErrnoException) => {
      // Windows says EPERM of a file that is being deleted.
      if (error.code === 'EEXIST' || (error.code === 'EPERM' && process.platform === 'win32')) return undefined;
      throw error;
    });
    if (made !== undefined) {
      await made.close();
      break;
    }
    if (performance.now() > end)
      throw new HookproofError(
        'PACT_LOCKED',
        `Cannot write pact: "${lock}" has been there for ${patience / 1000} seconds; delete it if no test is running`,
      );
    await new Promise((resolve) => setTimeout(resolve, 5 + ((process.pid * round) % 20)));
  }
  try {
    await work();
  } finally {
    await rm(lock, { force: true });
  }
}
