import { main } from '../../src/cli/main.ts';

/** What one command line printed and returned. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process. */
export async function run(
  words: readonly string[],
  io: { cwd?: string; env?: Record<string, string>; terminal?: boolean } = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await main(words, '0.0.0-test', {
    out: (text) => (out += text),
    err: (text) => (err += text),
    cwd: io.cwd ?? process.cwd(),
    env: io.env ?? {},
    terminal: { out: io.terminal ?? false, err: io.terminal ?? false },
  });
  return { code, out, err };
}
