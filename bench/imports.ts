import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { takeTurns } from './measure.ts';

const root = join(import.meta.dirname, '..');
const start = (code: string) => () =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root });
const load = (path: string) => start(`await import(${JSON.stringify(pathToFileURL(join(root, path)).href)})`);

/** What an import adds to a Node process that does nothing. */
export async function benchImports(): Promise<string[]> {
  const times = await takeTurns(
    {
      'bare Node': start(''),
      'hookproof/fixtures/smartpay/2022-02-18': load('fixtures/smartpay/2022-02-18/index.js'),
      'hookproof/fixtures/useepay/2026-04': load('fixtures/useepay/2026-04/index.js'),
      'zod alone': start("await import('zod')"),
      hookproof: load('dist/index.js'),
    },
    21,
  );
  const bare = times['bare Node'];
  return Object.entries(times).map(([name, time]) =>
    [
      name.padEnd(40),
      `${time.toFixed(1)} ms`.padStart(10),
      `+${(time - bare).toFixed(1)} ms`.padStart(10),
      `${(time / bare).toFixed(2)} × bare Node`,
    ].join('  '),
  );
}
