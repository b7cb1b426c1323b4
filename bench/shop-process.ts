import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The shop and its probe in a process of their own, as a receiver is that is checked by its URL. */
export interface ShopProcess {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Starts `examples/shop` on a port that is free. */
export async function startShop(environment: Readonly<Record<string, string>>): Promise<ShopProcess> {
  const main = join(import.meta.dirname, '../examples/shop/main.ts');
  const child = spawn(process.execPath, ['--no-warnings', main], {
    env: { ...process.env, PORT: '0', PROBE: '1', ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exit = once(child, 'exit');
  const [line] = (await Promise.race([once(child.stdout, 'data'), exit])) as [unknown];
  const [origin] = /http:\S+(?=\/webhooks\/smartpay)/.exec(String(line)) ?? [];
  if (origin === undefined) throw new Error('Cannot start examples/shop');
  return {
    origin,
    async close() {
      child.kill('SIGTERM');
      await exit;
    },
  };
}
