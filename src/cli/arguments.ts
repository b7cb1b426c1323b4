import { resolve } from 'node:path';
import type { Provider } from '../define/index.ts';
import { nameOf } from '../define/index.ts';
import { isLoopback, withoutLogin } from '../delivery/index.ts';
import { didYouMean, HookproofError } from '../errors.ts';
import { fixture, withValueAt } from '../fixture/index.ts';
import { providers } from '../providers/index.ts';
import { readInside } from './files.ts';
import { text, texts, type Flags, type Io } from './io.ts';

/** The provider version that `smartpay` (the latest) or `useepay@2026-04` names. */
export function findProvider(reference: string): Provider {
  const [name, version] = reference.split('@') as [string, string?];
  const versions = providers.filter((provider) => provider.name === name);
  if (versions.length === 0) {
    const known = [...new Set(providers.map((provider) => provider.name))];
    throw new HookproofError('UNKNOWN_NAME', `Cannot find provider: "${name}" is unknown; ${didYouMean(name, known)}`);
  }
  const found = version === undefined ? versions.at(-1) : versions.find((provider) => provider.version === version);
  if (found !== undefined) return found;
  const hint = didYouMean(reference, versions.map(nameOf));
  throw new HookproofError('UNKNOWN_NAME', `Cannot find version of ${name}: "${version}" is unknown; ${hint}`);
}

/** The word at `index`, or an error that says what is missing. */
export function word(words: readonly string[], index: number, what: string, usage: string): string {
  const found = words[index];
  if (found === undefined) throw new HookproofError('BAD_ARGUMENT', `Cannot run: ${what} is missing; usage: ${usage}`);
  return found;
}

/** The flag's text, or an error that says that it is missing. */
export function required(flags: Flags, name: string, usage: string): string {
  const found = text(flags, name);
  if (found === undefined)
    throw new HookproofError('BAD_ARGUMENT', `Cannot run: flag "--${name}" is missing; usage: ${usage}`);
  return found;
}

/** The folder that file arguments are read in. */
export function folderOf(flags: Flags, io: Io): string {
  return resolve(io.cwd, text(flags, 'folder') ?? '.');
}

/** A secret: the flag's text, the content of the file it names with `@`, or else the environment variable's. */
export async function secretOf(flags: Flags, flag: string, variable: string, io: Io, usage: string): Promise<string> {
  const given = text(flags, flag) ?? io.env[variable];
  if (given === undefined)
    throw new HookproofError(
      'BAD_ARGUMENT',
      `Cannot run: flag "--${flag}" and variable ${variable} are missing; usage: ${usage}`,
    );
  return given.startsWith('@') ? (await readInside(folderOf(flags, io), given.slice(1))).trim() : given;
}

/** The event fields of every `--set path=value`: the value is JSON, or else a text. */
function overridesOf(flags: Flags): object {
  return texts(flags, 'set').reduce<object>((over, setting) => {
    const [path, value] = splitAt(setting, '=', '--set');
    return withValueAt(over, path.split('.'), parsed(value));
  }, {});
}

/** The event of type `type` that `--variant`, `--set` and `--unchecked` describe. */
export function eventFrom(provider: Provider, type: string, flags: Flags): object {
  return fixture<Provider, never, boolean>(provider, type as never, {
    variant: text(flags, 'variant') ?? 'typical',
    overrides: overridesOf(flags),
    unchecked: flags['unchecked'] === true,
  });
}

/** The header parameters of every `--parameter name=value`. */
export function parametersOf(flags: Flags): { readonly [Name: string]: string } {
  return Object.fromEntries(texts(flags, 'parameter').map((setting) => splitAt(setting, '=', '--parameter')));
}

/** A receiver's URL: HTTP, and on this machine unless `--allow-remote` is given. */
export function receiverUrl(url: string, flags: Flags): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new HookproofError(
      'BAD_ARGUMENT',
      `Cannot deliver to "${withoutLogin(url)}": it is not an http or https URL`,
    );
  const { hostname, username, password } = new URL(url);
  if (username !== '' || password !== '')
    throw new HookproofError('BAD_ARGUMENT', `Cannot deliver to "${hostname}": its URL holds a user name or password`);
  if (!isLoopback(url) && flags['allow-remote'] !== true)
    throw new HookproofError(
      'REMOTE_REFUSED',
      `Cannot deliver to "${hostname}": it is not this machine; pass --allow-remote to send it signed and forged deliveries`,
    );
  return url;
}

/** The longest that an answer is waited for, in seconds. */
const longest = 600;

/** Milliseconds to wait for one answer. */
export function timeoutOf(flags: Flags): number {
  const seconds = positiveNumber(flags, 'timeout', 10);
  if (seconds > longest)
    throw new HookproofError('BAD_ARGUMENT', `Cannot run: flag "--timeout" is ${seconds}; the most is ${longest}`);
  return seconds * 1000;
}

/** A flag that holds a whole number from 1 to `most`, or `undefined` where it was not given. */
export function wholeNumber(flags: Flags, name: string, most: number): number | undefined {
  const given = text(flags, name);
  if (given === undefined) return undefined;
  if (/^\d{1,9}$/.test(given) && Number(given) >= 1 && Number(given) <= most) return Number(given);
  throw new HookproofError(
    'BAD_ARGUMENT',
    `Cannot run: flag "--${name}" is "${given}", not a whole number from 1 to ${most}`,
  );
}

/** The words of a flag that takes several, with commas or given again; `undefined` where it was not given. */
export function listOf(flags: Flags, name: string): readonly string[] | undefined {
  if (flags[name] === undefined) return undefined;
  const words = texts(flags, name).flatMap((list) => list.split(','));
  const empty = words.find((word) => word.trim() === '');
  if (empty !== undefined)
    throw new HookproofError(
      'BAD_ARGUMENT',
      `Cannot run: flag "--${name}" is "${texts(flags, name).join(' ')}": a name is empty`,
    );
  return words.map((word) => word.trim());
}

/** A flag that holds one of a few words, or `undefined` where it was not given. */
export function oneOf<Word extends string>(flags: Flags, name: string, known: readonly Word[]): Word | undefined {
  const given = text(flags, name);
  const found = known.find((word) => word === given);
  if (given === undefined || found !== undefined) return found;
  throw new HookproofError('BAD_ARGUMENT', `Cannot run: flag "--${name}" is "${given}"; ${didYouMean(given, known)}`);
}

/** A flag that holds a positive number, or `fallback`. */
export function positiveNumber(flags: Flags, name: string, fallback: number): number {
  const given = text(flags, name);
  const value = given === undefined ? fallback : Number(given);
  if (!Number.isFinite(value) || value <= 0)
    throw new HookproofError('BAD_ARGUMENT', `Cannot run: flag "--${name}" is "${given}", not a positive number`);
  return value;
}

function splitAt(setting: string, separator: string, flag: string): [string, string] {
  const index = setting.indexOf(separator);
  if (index < 1)
    throw new HookproofError('BAD_ARGUMENT', `Cannot read ${flag} "${setting}": it is not of the form name=value`);
  return [setting.slice(0, index), setting.slice(index + 1)];
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
