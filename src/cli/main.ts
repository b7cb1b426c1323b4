import { parseArgs } from 'node:util';
import { didYouMean, HookproofError } from '../errors.ts';
import { check } from './check.ts';
import { checks } from './checks.ts';
import { diff } from './diff.ts';
import { events } from './events.ts';
import { fixture } from './fixture.ts';
import type { Command, Flags, Io } from './io.ts';
import { keys } from './keys.ts';
import { pact } from './pact.ts';
import { send } from './send.ts';
import { serve } from './serve.ts';
import { verify } from './verify.ts';

const commands: readonly Command[] = [check, checks, events, fixture, send, serve, verify, keys, pact, diff];

/** Runs one command line. Returns the exit code: 0 yes, 1 no, 2 it could not be done. */
export async function main(words: readonly string[], version: string, io: Io): Promise<number> {
  try {
    return await dispatch(words, version, io);
  } catch (error) {
    const message =
      error instanceof HookproofError ? error.message : `Cannot go on: ${String(error)}; please report this`;
    io.err(`hookproof: ${message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
    return 2;
  }
}

async function dispatch([name, ...rest]: readonly string[], version: string, io: Io): Promise<number> {
  if (name === '--version') return print(io, `${version}\n`);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return print(io, overview());
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const hint = didYouMean(
      name,
      commands.map((candidate) => candidate.name),
    );
    throw new HookproofError('BAD_ARGUMENT', `Cannot run "${name}": it is no command; ${hint}`);
  }
  if (rest.includes('--help') || rest.includes('-h')) return print(io, help(command));
  const { words, flags } = parse(command, rest);
  return command.run(words, flags, io);
}

function parse(command: Command, args: readonly string[]): { words: string[]; flags: Flags } {
  const options = Object.fromEntries(
    Object.entries(command.flags).map(([flag, { type, multiple = false }]) => [flag, { type, multiple }]),
  );
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { words: positionals, flags: values };
  } catch (cause) {
    const { code, message } = cause as { readonly code?: string; readonly message: string };
    const unknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? /'(-[^' ]*)'/.exec(message)?.[1] : undefined;
    const known = Object.keys(command.flags).map((flag) => `--${flag}`);
    const state =
      unknown === undefined ? message.split('. ')[0]! : `flag "${unknown}" is unknown; ${didYouMean(unknown, known)}`;
    throw new HookproofError('BAD_ARGUMENT', `Cannot run ${command.name}: ${state}`, { cause });
  }
}

function print(io: Io, text: string): number {
  io.out(text);
  return 0;
}

function overview(): string {
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(8)}  ${summary}`);
  return `hookproof <command>\n\n${lines.join('\n')}\n\nhookproof <command> --help says more.\nExit codes: 0 yes, 1 no, 2 it could not be done.\n`;
}

function help({ summary, usage, flags }: Command): string {
  const shown = Object.entries(flags).map(([name, { type, value = '…', group = '', help }]) => ({
    group,
    flag: type === 'string' ? `--${name} ${value === '…' ? value : `<${value}>`}` : `--${name}`,
    help,
  }));
  const width = Math.max(...shown.map(({ flag }) => flag.length));
  const sections = [...new Set(shown.map(({ group }) => group))].map((title) => {
    const lines = shown
      .filter(({ group }) => group === title)
      .map(({ flag, help }) => `  ${flag.padEnd(width)}  ${wrapped(help, width + 4)}`);
    return `${title === '' ? '' : `\n${title}\n`}${lines.join('\n')}`;
  });
  return `${summary}\n\n  ${usage}\n\n${sections.join('\n').trimStart()}\n`;
}

/** A text in lines of a terminal's width, the second and later ones indented. */
function wrapped(text: string, indent: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && indent + line.length + word.length >= 100) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
