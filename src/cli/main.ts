import { parseArgs } from 'node:util';
import { didYouMean, HookproofError } from '../errors.ts';
import { check } from './check.ts';
import { events } from './events.ts';
import { fixture } from './fixture.ts';
import type { Command, Flags, Io } from './io.ts';
import { keys } from './keys.ts';
import { send } from './send.ts';
import { serve } from './serve.ts';
import { verify } from './verify.ts';

const commands: readonly Command[] = [check, events, fixture, send, serve, verify, keys];

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

function help(command: Command): string {
  const flags = Object.entries(command.flags).map(([flag, { type, help }]) => {
    const shown = type === 'string' ? `--${flag} …` : `--${flag}`;
    return `  ${shown.padEnd(18)}  ${help}`;
  });
  return `${command.summary}\n\n  ${command.usage}\n\n${flags.join('\n')}\n`;
}
