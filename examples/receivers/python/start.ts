import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The receiver in Python, running in a process of its own. */
export interface PythonReceiver {
  readonly origin: string;
  /** Ends the process as an operator would; throws unless it goes in peace. */
  readonly close: () => Promise<void>;
}

/** Why the receiver in Python cannot run on this machine, or undefined where it can. */
export const noPython = spawnSync('python3', ['--version']).error && 'there is no python3 on this machine';

/** Starts `receiver.py` with the probe, on a port that is free. */
export async function startPython(environment: Readonly<Record<string, string>>): Promise<PythonReceiver> {
  const child = spawn('python3', [join(import.meta.dirname, 'receiver.py')], {
    env: { PATH: process.env['PATH'], PYTHONDONTWRITEBYTECODE: '1', PORT: '0', PROBE: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const [line] = (await Promise.race([once(child.stdout, 'data'), exit])) as [unknown];
  const [origin] = /http:\S+(?=\/webhooks\/smartpay)/.exec(String(line)) ?? [];
  if (origin === undefined) throw new Error(`Cannot start receiver.py: ${said}`);
  return {
    origin,
    async close() {
      child.kill('SIGTERM');
      const [code] = await exit;
      if (code !== 0) throw new Error(`Cannot stop receiver.py: it ended with ${code}: ${said}`);
    },
  };
}
