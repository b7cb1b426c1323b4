import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { HookproofError } from '../errors.ts';

/** The largest file that is read, in bytes. */
const sizeLimit = 10 * 1024 * 1024;

/** The text of a file in `folder`. Throws `BAD_PATH` for a file that is outside of it, missing, or too large. */
export async function readInside(folder: string, path: string): Promise<string> {
  return (await readBytesInside(folder, path)).toString('utf8');
}

/** The bytes of a file in `folder`. Throws `BAD_PATH` for a file that is outside of it, missing, or too large. */
export async function readBytesInside(folder: string, path: string): Promise<Buffer<ArrayBuffer>> {
  const refuse = (state: string) => new HookproofError('BAD_PATH', `Cannot read "${path}": ${state}`);
  const root = await realpath(folder).catch(() => {
    throw refuse(`folder "${folder}" does not exist`);
  });
  if (isOutside(root, resolve(root, path)))
    throw refuse(`it is outside the folder "${root}"; pass --folder to read elsewhere`);
  const real = await realpath(resolve(root, path)).catch(() => {
    throw refuse('there is no such file');
  });
  if (isOutside(root, real)) throw refuse(`it is a link out of the folder "${root}"`);
  const { size } = await stat(real);
  if (size > sizeLimit) throw refuse(`it has ${size} bytes; the limit is ${sizeLimit}`);
  return readFile(real).catch((cause: Error) => {
    throw refuse(cause.message);
  });
}

/** The files in a folder inside `folder` that end so, sorted, as paths from there; `undefined` where `path` is a file. */
export async function listInside(folder: string, path: string, end: string): Promise<string[] | undefined> {
  const target = resolve(folder, path);
  const real = await realpath(target).catch(() => undefined);
  if (real === undefined || !(await stat(real)).isDirectory()) return undefined;
  const root = await realpath(folder);
  if (real !== root && isOutside(root, real))
    throw new HookproofError('BAD_PATH', `Cannot read "${path}": it is outside the folder "${root}"`);
  const entries = await readdir(real, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith(end))
    .map(({ name }) => join(path, name))
    .sort();
}

/** Writes a report into `folder`, over one that is there. Throws `BAD_PATH` for a place outside of it. */
export async function writeReportInside(folder: string, path: string, content: string): Promise<void> {
  const root = await realpath(folder);
  const target = resolve(root, path);
  const refuse = () => new HookproofError('BAD_PATH', `Cannot write "${path}": it is outside the folder "${root}"`);
  if (isOutside(root, target)) throw refuse();
  await mkdir(dirname(target), { recursive: true });
  // A link may lead out of the folder.
  const [parent, existing] = [await realpath(dirname(target)), await realpath(target).catch(() => target)];
  if ((parent !== root && isOutside(root, parent)) || isOutside(root, existing)) throw refuse();
  await writeFile(target, content);
}

/** Writes new files, for their owner only, into a folder inside `folder`. Overwrites nothing. */
export async function writeNewInside(
  folder: string,
  path: string,
  files: { readonly [Name: string]: string },
): Promise<void> {
  const target = resolve(folder, path);
  if (isOutside(folder, target))
    throw new HookproofError('BAD_PATH', `Cannot write "${path}": it is outside the folder "${folder}"`);
  await mkdir(target, { recursive: true });
  for (const name of Object.keys(files)) {
    if (
      await stat(join(target, name)).then(
        () => true,
        () => false,
      )
    )
      throw new HookproofError('BAD_PATH', `Cannot write "${join(path, name)}": it exists; nothing was written`);
  }
  for (const [name, content] of Object.entries(files))
    await writeFile(join(target, name), content, { mode: 0o600, flag: 'wx' });
}

/** Throws `BAD_PATH` unless a file in `folder` can be written: it is new, empty, or one of the same kind as `mark` tells. */
export async function checkReplaceable(folder: string, path: string, mark: RegExp): Promise<void> {
  await targetOf(folder, path, mark);
}

/** Writes a file in `folder` whole or not at all, over one of the same kind as `mark` tells, and no other. */
export async function replaceInside(folder: string, path: string, mark: RegExp, content: string): Promise<void> {
  const target = await targetOf(folder, path, mark);
  await mkdir(dirname(target), { recursive: true });
  const draft = `${target}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, content, { flag: 'wx' });
    await rename(draft, target);
  } catch (cause) {
    await rm(draft, { force: true });
    throw new HookproofError('BAD_PATH', `Cannot write "${path}": ${(cause as Error).message}`, { cause });
  }
}

async function targetOf(folder: string, path: string, mark: RegExp): Promise<string> {
  const refuse = (state: string) => new HookproofError('BAD_PATH', `Cannot write "${path}": ${state}`);
  const root = await realpath(folder).catch(() => {
    throw refuse(`folder "${folder}" does not exist`);
  });
  const target = resolve(root, path);
  if (isOutside(root, target) || target === root)
    throw refuse(`it is outside the folder "${root}"; pass --folder to write elsewhere`);
  if (isOutside(root, await nearest(dirname(target)))) throw refuse(`it is behind a link out of the folder "${root}"`);
  const found = await lstat(target).catch(() => undefined);
  if (found === undefined) return target;
  if (!found.isFile()) throw refuse('it is no file');
  if (found.size > sizeLimit) throw refuse(`it is there, has ${found.size} bytes, and may be something else`);
  const content = await readFile(target, 'utf8');
  if (content.trim() !== '' && !mark.test(content)) throw refuse('it is there, and is something else');
  return target;
}

/** Where the nearest folder that is there really is. */
async function nearest(path: string): Promise<string> {
  return realpath(path).catch(() => nearest(dirname(path)));
}

function isOutside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '..' || way.startsWith('../') || way.startsWith('..\\') || isAbsolute(way);
}
