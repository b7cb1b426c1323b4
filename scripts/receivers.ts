import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { functions, listeners } from '../examples/receivers/all.ts';
import { noPython, startPython } from '../examples/receivers/python/start.ts';
import { configFrom } from '../examples/shop/config.ts';
import { httpProbe, overHttp, runConformance, type Probe, type Receiver } from '../src/conformance/index.ts';
import { nameOf } from '../src/define/index.ts';
import { providers } from '../src/providers/index.ts';
import { generateKeys } from '../src/signing/index.ts';

// Tries every receiver of examples/receivers with every provider version, over the wire and in this process where it can be,
// once for each seed: `npm run receivers -- --seeds 100`. Nothing may be found.

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1' }, only: { type: 'string' } } });
const keys = new Map(await Promise.all(providers.map(async (each) => [each.name, await generateKeys(each)] as const)));
const environment = {
  SMARTPAY_SECRET: keys.get('smartpay')!.verifying,
  USEEPAY_PUBLIC_KEY: keys.get('useepay')!.verifying,
};

interface Subject {
  readonly receiver: Receiver;
  readonly origin: string;
  readonly probe: Probe;
  readonly close: () => void | Promise<void>;
}

const subjects: Record<string, () => Promise<Subject>> = {};
for (const [name, make] of Object.entries(listeners))
  subjects[name] = async () => {
    const receiver = await make(configFrom(environment));
    const server = createServer((request, response) => void receiver.listener(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server's address is never a string
    async function close(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await receiver.close();
    }
    return { receiver: overHttp, origin, probe: receiver, close };
  };
for (const [name, make] of Object.entries(functions))
  subjects[`${name}, in this process`] = async () => {
    const { fetch, effects, reset, close } = await make(configFrom(environment));
    return { receiver: fetch, origin: 'http://localhost', probe: { effects, reset }, close };
  };
if (noPython === undefined)
  subjects['python'] = async () => {
    const started = await startPython(environment);
    return { receiver: overHttp, probe: await httpProbe(`${started.origin}/effects`, 10_000), ...started };
  };
else console.log(`python: skipped, ${noPython}`);

let found = 0;
for (const [name, start] of Object.entries(subjects)) {
  if (values.only !== undefined && !name.startsWith(values.only)) continue;
  const { receiver, origin, probe, close } = await start();
  for (const provider of providers)
    for (let seed = 1; seed <= Number(values.seeds); seed++) {
      const secret = keys.get(provider.name)!.signing;
      const options = { url: `${origin}/webhooks/${provider.name}`, secret, seed: String(seed), probe };
      await probe.reset?.();
      const { checks } = await runConformance(provider, receiver, options);
      const failed = checks.filter(({ status, unjudged }) => status === 'failed' || unjudged.length > 0);
      found += failed.length;
      if (seed === Number(values.seeds) || failed.length > 0)
        console.log(
          `${name}, ${nameOf(provider)}, seed ${seed}: ${failed.map(({ id }) => id).join(', ') || 'nothing found'}`,
        );
    }
  await close();
}
process.exitCode = found === 0 ? 0 : 1;
