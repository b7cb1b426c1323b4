import { spawn } from 'node:child_process';
import type { Probe, Sale } from '../conformance/index.ts';
import { didYouMean, HookproofError } from '../errors.ts';
import type { Io } from './io.ts';

/** The most that a command may print, in bytes. */
const limit = 16 * 1024 * 1024;

/** What a command can be asked to do beside `effects`, and the words it is asked with. */
const actions: { readonly [Action: string]: (ask: Ask, read: Read) => Partial<Probe> } = {
  reset: (ask) => ({ reset: () => ask('reset') }),
  restart: (ask) => ({ restart: () => ask('restart') }),
  'slow-down': (ask) => ({ slowDown: (milliseconds) => ask('slow-down', String(milliseconds)) }),
  'fail-once': (ask) => ({ failOnce: () => ask('fail-once') }),
  sell: (ask) => ({ sell: (sale: Sale) => ask('sell', JSON.stringify(sale)) }),
  advance: (ask) => ({ advance: (seconds) => ask('advance', String(seconds)) }),
  reprocess: (ask) => ({ reprocess: (eventId) => ask('reprocess', eventId) }),
  logs: (_, read) => ({ logs: () => read('logs') }),
};

type Ask = (...words: readonly string[]) => Promise<unknown>;
type Read = (word: string) => Promise<string>;

/**
 * A probe that is a command of the receiver's own. It is run without a shell, with one more word: `effects` prints JSON,
 * `capabilities` prints an array of what else it can do, and each of those does it; `logs` prints the receiver's logs, of
 * which only what goes to its standard output is read. Exit code 2 says that it cannot.
 */
export async function commandProbe(command: string, timeout: number, io: Pick<Io, 'cwd' | 'env'>): Promise<Probe> {
  const [program, ...first] = wordsOf(command);
  if (program === undefined)
    throw new HookproofError('BAD_ARGUMENT', 'Cannot run: flag "--probe-command" is empty; name a program');
  // What deliveries are signed with is none of its business.
  const env = Object.fromEntries(Object.entries(io.env).filter(([name]) => !name.startsWith('HOOKPROOF_')));
  const start = (reads: RunOptions['reads'], words: readonly string[]) =>
    run(program, [...first, ...words], { cwd: io.cwd, env, timeout, reads });
  const json = async (word: string) => {
    const { code, text } = await start('all', [word]);
    if (code === 2) return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch (cause) {
      throw refusal([program, ...first, word], 'what it prints is not JSON', cause);
    }
  };
  const ask: Ask = async (...words) => {
    const { code } = await start('nothing', words);
    if (code === 2) throw refusal([program, ...first, ...words], 'it says that it cannot, though it is a capability');
  };
  const read: Read = async (word) => {
    const { code, text } = await start('end', [word]);
    if (code === 2) throw refusal([program, ...first, word], 'it says that it cannot, though it is a capability');
    return text;
  };
  const capabilities = (await json('capabilities')) ?? [];
  if (!Array.isArray(capabilities) || !capabilities.every((name): name is string => typeof name === 'string'))
    throw refusal([program, ...first, 'capabilities'], 'what it prints is not an array of texts');
  const known = ['effects', ...Object.keys(actions)];
  const unknown = capabilities.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw refusal([program, ...first, 'capabilities'], `"${unknown}" is unknown; ${didYouMean(unknown, known)}`);
  const able = capabilities.flatMap((name) => actions[name] ?? []);
  return Object.assign({ effects: () => json('effects') }, ...able.map((make) => make(ask, read))) as Probe;
}

interface RunOptions {
  readonly cwd: string;
  readonly env: { readonly [Name: string]: string | undefined };
  readonly timeout: number;
  /** What is read of what it prints: nothing, and it is over once it exits, whatever it has left running; or only the end. */
  readonly reads: 'nothing' | 'all' | 'end';
}

/** Runs a program to its end. Throws unless it exits with 0, or with 2. */
function run(
  program: string,
  words: readonly string[],
  { cwd, env, timeout, reads }: RunOptions,
): Promise<{ readonly code: number; readonly text: string }> {
  const isRead = reads !== 'nothing';
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd, env, stdio: ['ignore', isRead ? 'pipe' : 'ignore', 'pipe'] });
    const printed: Buffer[] = [];
    let [size, said] = [0, ''];
    const stop = (state: string, cause?: unknown) => {
      child.kill('SIGKILL');
      child.stdout?.destroy();
      child.stderr?.destroy();
      clearTimeout(timer);
      reject(refusal([program, ...words], state, cause));
    };
    const timer = setTimeout(() => stop(`it does not end within ${timeout / 1000} seconds`), timeout);
    child.stdout?.on('data', (chunk: Buffer) => {
      printed.push(chunk);
      size += chunk.length;
      if (size <= limit) return;
      if (reads === 'all') stop(`it prints more than ${limit} bytes`);
      else while (size > limit) size -= printed.shift()!.length;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(0, 300)));
    child.once('error', (error) => stop(error.message, error));
    child.once(isRead ? 'close' : 'exit', (code: number | null, signal: string | null) => {
      clearTimeout(timer);
      if (!isRead) child.stderr?.destroy();
      if (code === 0 || code === 2) resolve({ code, text: Buffer.concat(printed).toString('utf8') });
      else
        stop(
          `${code === null ? `it was ended by ${signal}` : `exit code ${code}`}${said === '' ? '' : `: ${said.trim()}`}`,
        );
    });
  });
}

function refusal(words: readonly string[], state: string, cause?: unknown): HookproofError {
  return new HookproofError('BAD_PROBE', `Cannot run probe "${words.join(' ').slice(0, 200)}": ${state}`, { cause });
}

/** The words of a command line: split at spaces, except within quotes. */
function wordsOf(command: string): string[] {
  const words = command.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? ''),
  );
}
