import { toResponse } from '../examples/shop/answer.ts';
import { readBytes } from '../examples/shop/body.ts';
import { configFrom } from '../examples/shop/config.ts';
import { openShop, type Shop } from '../examples/shop/shop.ts';
import { httpProbe, runConformance, type Probe, type Receiver } from '../src/conformance/index.ts';
import { nameOf, type Provider } from '../src/define/index.ts';
import { providers } from '../src/providers/index.ts';
import { generateKeys } from '../src/signing/index.ts';
import { median } from './measure.ts';
import { startShop } from './shop-process.ts';

/** How often each is done; a run of the suite takes seconds. */
const rounds = 5;

/**
 * What the whole suite costs: in this process, and over the wire with the receiver in a process of its own, beside bare
 * `fetch`es of the very same requests, signed beforehand: one after the other, as nearly all of the suite's are.
 */
export async function benchChecking(): Promise<string[]> {
  const lines: string[] = [];
  for (const provider of providers) lines.push(...(await compare(provider)));
  return lines;
}

/** What a run of the suite sends: a delivery, or a call of the probe. */
interface Sent {
  readonly isDelivery: boolean;
  readonly url: string;
  readonly init: RequestInit;
  /** What was answered, to see that the floor does the same work; unknown of the probe. */
  status?: number;
}

async function compare(provider: Provider): Promise<string[]> {
  const { signing: secret, verifying } = await generateKeys(provider);
  const environment = { [provider.name === 'smartpay' ? 'SMARTPAY_SECRET' : 'USEEPAY_PUBLIC_KEY']: verifying };
  const shop = openShop(configFrom(environment));
  const served = await startShop(environment);
  try {
    return await measure(provider, secret, shop, served.origin);
  } finally {
    await served.close();
    shop.close();
  }
}

async function measure(provider: Provider, secret: string, shop: Shop, origin: string): Promise<string[]> {
  const path = `/webhooks/${provider.name}`;
  const inProcess: Receiver = async (request) => {
    const headers = Object.fromEntries(request.headers);
    const { method } = request;
    return toResponse(shop.receive({ method, path, headers, body: await readBytes(request) }));
  };
  const url = origin + path;
  const probeUrl = `${origin}/effects`;
  const probe = await httpProbe(probeUrl, 10_000);
  const suite = async (receiver: Receiver | string, probe: Probe, seed: string) => {
    const { passed } = await runConformance(provider, receiver, { url, secret, probe, seed });
    if (!passed) throw new Error(`Cannot bench the suite: ${nameOf(provider)} is not passed`);
  };

  const times = new Map<string, number[]>();
  const time = async (name: string, task: () => Promise<unknown>) => {
    const start = performance.now();
    await task();
    times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
  };
  let sent: Sent[] = [];
  for (let round = 0; round < rounds; round++) {
    const seed = `bench ${round}`;
    sent = [];
    await suite(recording(inProcess, url, sent), recordingProbe(shop, probeUrl, sent), seed);
    shop.reset();
    await time('in this process', () => suite(inProcess, { effects: shop.effects, reset: shop.reset }, seed));
    await time('over the wire', () => suite(url, probe, seed));
    await probe.reset!();
    await time('the same requests by bare fetch', async () => {
      const statuses = await replay(sent);
      const other = sent.findIndex(({ status }, index) => status !== undefined && status !== statuses[index]);
      if (other >= 0) throw new Error(`Cannot bench the suite: request ${other} was answered ${statuses[other]}`);
    });
    await probe.reset!();
    await time('its deliveries alone by bare fetch', () => replay(sent.filter(({ isDelivery }) => isDelivery)));
  }

  const floor = median(times.get('the same requests by bare fetch')!);
  const ratio = median(times.get('over the wire')!) / floor;
  const ratios = times
    .get('over the wire')!
    .map((each, round) => each / times.get('the same requests by bare fetch')![round]!);
  const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} in ${rounds} rounds`;
  const deliveries = sent.filter(({ isDelivery }) => isDelivery).length;
  return [
    `${nameOf(provider)}, the whole suite with a probe: ${deliveries} deliveries, ${sent.length - deliveries} calls of the probe`,
    ...[...times].map(
      ([name, each]) =>
        `  ${name.padEnd(34)}  ${median(each).toFixed(0).padStart(7)} ms  ${(median(each) / floor).toFixed(2).padStart(5)} ×`,
    ),
    `  target over the wire: at most 1.3 × the same requests by bare fetch: ${ratio.toFixed(2)} (${range}): ${ratio <= 1.3 ? 'met' : 'not met'}`,
  ];
}

/** The receiver, and each delivery to it noted. */
function recording(receiver: Receiver, url: string, sent: Sent[]): Receiver {
  return async (request) => {
    const { method, headers } = request;
    const hasBody = method !== 'GET' && method !== 'HEAD';
    const body = hasBody ? { body: await request.clone().arrayBuffer() } : {};
    const delivery: Sent = { isDelivery: true, url, init: { method, headers: new Headers(headers), ...body } };
    sent.push(delivery);
    const response = await receiver(request);
    delivery.status = response.status;
    return response;
  };
}

/** The probe, and each call of it noted as the request that it is over the wire. */
function recordingProbe(
  { effects, reset }: Required<Pick<Probe, 'effects' | 'reset'>>,
  url: string,
  sent: Sent[],
): Probe {
  const note = (method: string) => sent.push({ isDelivery: false, url, init: { method } });
  return {
    effects() {
      note('GET');
      return effects();
    },
    reset() {
      note('DELETE');
      return reset();
    },
  };
}

/** Sends them again; the statuses in their order. */
async function replay(sent: readonly Sent[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const { url, init } of sent) {
    const response = await fetch(url, init);
    await response.arrayBuffer();
    statuses.push(response.status);
  }
  return statuses;
}
