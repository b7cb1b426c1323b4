import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { functions, listeners } from '../examples/receivers/all.ts';
import { noPython, startPython } from '../examples/receivers/python/start.ts';
import { configFrom } from '../examples/shop/config.ts';
import { httpProbe, overHttp, runConformance, type Probe, type Receiver } from '../src/conformance/index.ts';
import { nameOf, type Provider } from '../src/define/index.ts';
import { providers } from '../src/providers/index.ts';
import { generateKeys, type Keys } from '../src/signing/index.ts';

// Tries every receiver of examples/receivers with every provider version, over the wire and in this process where it can be,
// once for each seed: `npm run receivers -- --seeds 100`. With --in-turn a seed meets one version of each provider, the next
// seed the next. --only names a receiver, and may be repeated. Nothing may be found.

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    'in-turn': { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const keys = new Map(await Promise.all(providers.map(async (each) => [each.name, await keysFor(each)] as const)));
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

const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);
if (seeds.length === 0) refuse(`Cannot try "${values.seeds}" seeds: give a number above 0`);
const strangers = values.only.filter((name) => subjects[name] === undefined);
if (strangers.length > 0) refuse(`Cannot try "${strangers[0]}": known are ${Object.keys(subjects).join('; ')}`);

let found = 0;
let runs = 0;
for (const [name, start] of Object.entries(subjects)) {
  if (values.only.length > 0 && !values.only.includes(name)) continue;
  const { receiver, origin, probe, close } = await start();
  const tried = new Map<Provider, number>();
  for (const seed of seeds)
    for (const provider of providersFor(seed)) {
      const secret = keys.get(provider.name)!.signing;
      const options = { url: `${origin}/webhooks/${provider.name}`, secret, seed: String(seed), probe };
      await probe.reset?.();
      const { checks } = await runConformance(provider, receiver, options);
      const failed = checks.filter(({ status, unjudged }) => status === 'failed' || unjudged.length > 0);
      found += failed.length;
      tried.set(provider, (tried.get(provider) ?? 0) + 1);
      if (failed.length > 0)
        console.log(`${name}, ${nameOf(provider)}, seed ${seed}: ${failed.map(({ id }) => id).join(', ')}`);
    }
  await close();
  for (const [provider, count] of tried) {
    runs += count;
    console.log(`${name}, ${nameOf(provider)}: ${count} ${count === 1 ? 'seed' : 'seeds'}`);
  }
}
console.log(`${runs} runs, ${found === 0 ? 'nothing' : found} found`);
process.exitCode = found === 0 && runs > 0 ? 0 : 1;

function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

/** Every version, or in turn one of each provider. */
function providersFor(seed: number): readonly Provider[] {
  if (!values['in-turn']) return providers;
  return [...new Set(providers.map(({ name }) => name))].map((name) => {
    const versions = providers.filter((provider) => provider.name === name);
    return versions[seed % versions.length]!;
  });
}

/** Of RSA keys the shortest that anyone uses: over many runs most of the time goes into signing. */
function keysFor(provider: Provider): Promise<Keys> | Keys {
  if (provider.delivery.signature.value.kind === 'hmac') return generateKeys(provider);
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  return {
    signing: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    verifying: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}
