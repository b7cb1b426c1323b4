import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** The URL of a server in a process of its own, that answers `{}` so many milliseconds after it was asked. */
export async function answeringAfter(milliseconds: number): Promise<string> {
  const program = `const server = require('node:http').createServer((_, response) => {
      setTimeout(() => response.end('{}'), ${milliseconds});
    });
    server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill());
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return `http://127.0.0.1:${String(port).trim()}/`;
}

/** Keeps this process busy, so that it reads nothing and no timer is served. */
export function keepBusy(milliseconds: number): void {
  for (const start = performance.now(); performance.now() - start < milliseconds;);
}
