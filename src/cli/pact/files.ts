import { HookproofError } from '../../errors.ts';
import { listInside } from '../files.ts';

/** The pact files that words name, and those in the folders that they name. A folder without one is an error. */
export async function pactFiles(words: readonly string[], folder: string, usage: string): Promise<string[]> {
  if (words.length === 0)
    throw new HookproofError('BAD_ARGUMENT', `Cannot run: the pact files or folders are missing; usage: ${usage}`);
  const files: string[] = [];
  for (const path of words) {
    const inside = await listInside(folder, path, '.json');
    // Other tools verify nothing in an empty folder, and say that all is well.
    if (inside?.length === 0)
      throw new HookproofError(
        'BAD_PATH',
        `Cannot verify "${path}": the folder holds no pact, no file that ends in .json`,
      );
    files.push(...(inside ?? [path]));
  }
  return files;
}
