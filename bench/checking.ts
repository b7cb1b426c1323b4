import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { toResponse } from '../examples/shop/answer.ts';
import { readBytes } from '../examples/shop/body.ts';
import { configFrom } from '../examples/shop/config.ts';
import { createShop } from '../examples/shop/server.ts';
import { openShop, type Shop } from '../examples/shop/shop.ts';
import { runConformance, type ConformanceReport, type Probe, type Receiver } from '../src/conformance/index.ts';
import { nameOf, rowsOf, type Provider } from '../src/define/index.ts';
import { signedAttempt } from '../src/delivery/index.ts';
import { fixture } from '../src/fixture/index.ts';
import { providers } from '../src/providers/index.ts';
import { generateKeys, type Keys } from '../src/signing/index.ts';
import { median } from './measure.ts';

/** How often each is done; a run of the suite takes seconds. */
const rounds = 3;

/** What the whole suite costs, in this process and over loopback, beside as many bare `fetch`es. */
export async function benchChecking(): Promise<string[]> {
  const lines: string[] = [];
  for (const provider of providers) lines.push(...(await compare(provider)));
  return lines;
}

async function compare(provider: Provider): Promise<string[]> {
  const keys = await generateKeys(provider);
  const config = configFrom({
    [provider.name === 'smartpay' ? 'SMARTPAY_SECRET' : 'USEEPAY_PUBLIC_KEY']: keys.verifying,
  });
  const shop = openShop(config);
  const served = createShop(config);
  served.server.listen(0, '127.0.0.1');
  await once(served.server, 'listening');
  const { port } = served.server.address() as AddressInfo; // TCP, so never a string
  const path = `/webhooks/${provider.name}`;
  const url = `http://127.0.0.1:${port}${path}`;
  const inProcess: Receiver = async (request) => {
    const headers = Object.fromEntries(request.headers);
    const { method } = request;
    return toResponse(shop.receive({ method, path, headers, body: await readBytes(request) }));
  };
  const times = {
    'in this process': [] as number[],
    'over loopback': [] as number[],
    'bare fetches': [] as number[],
    'bare fetches, each signed first': [] as number[],
  };
  let deliveries = 0;
  for (let round = 0; round < rounds; round++) {
    const seed = `bench ${round}`;
    times['in this process'].push((await run(provider, keys, inProcess, shop, seed)).time);
    const { time, report } = await run(provider, keys, url, served, seed);
    times['over loopback'].push(time);
    deliveries = report.checks.reduce((sum, check) => sum + check.deliveries, 0);
    for (const isSignedBefore of [true, false]) {
      served.reset();
      const time = await fetches(provider, keys, url, deliveries, isSignedBefore);
      times[isSignedBefore ? 'bare fetches' : 'bare fetches, each signed first'].push(time);
    }
  }
  await served.close();
  shop.close();
  const floor = median(times['bare fetches']);
  const signing = median(times['bare fetches, each signed first']);
  const ratio = (to: number) => median(times['over loopback']) / to;
  return [
    `${nameOf(provider)}, the whole suite with a probe, ${deliveries} deliveries`,
    ...Object.entries(times).map(([name, each]) => {
      const time = median(each);
      return `  ${name.padEnd(31)}  ${time.toFixed(0).padStart(7)} ms  ${(time / floor).toFixed(2).padStart(5)} × bare fetches`;
    }),
    `  target over loopback at most 1.3 × bare fetches: ${ratio(floor).toFixed(2)}, ${ratio(floor) <= 1.3 ? 'met' : 'not met'}; each signed first: ${ratio(signing).toFixed(2)}`,
  ];
}

async function run(
  provider: Provider,
  { signing }: Keys,
  receiver: Receiver | string,
  { effects, reset }: Pick<Shop, 'effects' | 'reset'>,
  seed: string,
): Promise<{ readonly time: number; readonly report: ConformanceReport }> {
  reset();
  const probe: Probe = { effects, reset };
  const start = performance.now();
  const report = await runConformance(provider, receiver, { secret: signing, probe, seed });
  const time = performance.now() - start;
  if (!report.passed) throw new Error(`Cannot bench the suite: ${nameOf(provider)} is not passed`);
  return { time, report };
}

/** As many deliveries of the typical fixtures, one after the other: signed before the clock runs, or each before it is sent. */
async function fetches(
  provider: Provider,
  { signing }: Keys,
  url: string,
  count: number,
  isSignedBefore: boolean,
): Promise<number> {
  const events = rowsOf(provider).map(([type]) => fixture(provider, type as never));
  const sign = (event: object) => signedAttempt(provider, event, { url, secret: signing });
  const signed = await Promise.all(events.map(sign));
  const start = performance.now();
  for (let index = 0; index < count; index++) {
    const turn = index % events.length;
    const { method, headers, body } = isSignedBefore ? signed[turn]! : await sign(events[turn]!);
    const response = await fetch(url, { method, headers, body });
    await response.arrayBuffer();
  }
  return performance.now() - start;
}
