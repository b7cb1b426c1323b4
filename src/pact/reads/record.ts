import { nameOf, rowOf, rowsOf, type EventType, type Provider } from '../../define/index.ts';
import { send, type Receiver } from '../../conformance/index.ts';
import { signedAttempt, type AttemptOptions } from '../../delivery/index.ts';
import { describes, fieldsOf, pathText } from '../../diff/index.ts';
import { HookproofError } from '../../errors.ts';
import type { Pact } from '../file.ts';
import { sentEvents, type Sent } from './deliveries.ts';
import { generalise } from './generalise.ts';
import { inferPact } from './infer.ts';
import { intercept, type Interception } from './intercept.ts';
import type { ReadPath } from './track.ts';

/** How reads are recorded. */
export interface RecordOptions<Type extends string = string> extends Partial<
  Pick<AttemptOptions, 'url' | 'parameters' | 'signedText'>
> {
  /** The shared secret, or the private key where the provider signs with one. */
  readonly secret: string;
  /** The name of the receiver in the pact. */
  readonly consumer: string;
  /** The event types to deliver: those that the receiver is registered for. Every one, when left out. */
  readonly types?: readonly Type[];
  /** How many generated events of each type to deliver beside the fixtures; 5 when left out. */
  readonly generated?: number;
  /** What the generated events come from; `hookproof` when left out. */
  readonly seed?: string;
  /** Milliseconds to wait for one answer; 10,000 when left out. */
  readonly timeout?: number;
  /** The clock that deliveries are signed by, in milliseconds since the Unix epoch. */
  readonly now?: () => number;
  /** Waited for after the last answer: resolve it when work that goes on behind the answers is done. */
  readonly settle?: () => Promise<void>;
}

/** One field that a receiver reads. */
export interface Read {
  /** `data.amount`, `data.items[].sku`. A field that is read and passed on whole stands for all that is in it. */
  readonly path: string;
  /** The event types that it is read in, sorted. */
  readonly events: readonly string[];
}

/** A field that a receiver reads and no documented event has. */
export interface ReadFinding extends Read {
  readonly message: string;
}

/** What a receiver reads of a provider's events. */
export interface Recording {
  readonly provider: string;
  readonly version: string;
  readonly consumer: string;
  readonly seed: string;
  readonly deliveries: number;
  /** Sorted by path. */
  readonly reads: readonly Read[];
  readonly findings: readonly ReadFinding[];
  /** The deliveries that the receiver was not seen to parse, such as those that it refuses: their reads are not known. */
  readonly unseen: readonly string[];
  /** The smallest pact that says what is read. */
  readonly pact: Pact;
}

/** One delivery, and what became of it. */
export interface Delivered extends Sent {
  readonly acknowledged: boolean;
  readonly parsed: boolean;
  readonly reads: readonly ReadPath[];
}

/**
 * Delivers to a receiver, one by one, every fixture and some generated events, and records which fields it reads of what
 * it parses. Globals are intercepted while it lasts, and put back after it. The receiver must run in this process, and
 * forget between runs which events it has had.
 *
 * Throws `NOTHING_READ` for a receiver that was not seen to parse anything, and `MISSING_PACKAGE` without fast-check
 * unless `generated` is 0.
 *
 * @example
 * import { recordReads } from 'hookproof/pact';
 * import { latest as useepay } from 'hookproof/useepay';
 * import { generateKeys } from 'hookproof';
 * const { signing } = await generateKeys(useepay);
 * const receiver = async (request) => {
 *   const { type, data } = await request.json();
 *   return new Response(data.status, { status: 200 });
 * };
 * const types = ['refund.succeeded'];
 * const recording = await recordReads(receiver, useepay, { consumer: 'shop', secret: signing, types, generated: 0 });
 * assert.deepEqual(recording.reads.map(({ path }) => path), ['data.status', 'type']);
 * assert.match(recording.findings[0].message, /"type" is in no event of useepay@2026-04; known are "id", "name", "data"/);
 */
export async function recordReads<P extends Provider>(
  receiver: Receiver,
  provider: P,
  options: RecordOptions<EventType<P>>,
): Promise<Recording> {
  if (typeof options?.secret !== 'string' || typeof options.consumer !== 'string')
    throw new TypeError('Cannot record reads: options.secret and options.consumer are missing');
  for (const type of options.types ?? []) rowOf(provider, type);
  const { generated = 5, seed = 'hookproof', types } = options;
  const sent = await sentEvents(provider, { generated, seed, ...(types === undefined ? {} : { types }) });
  const delivered = generalise(provider, await deliverAll(receiver, provider, sent, options));
  const reads = readsOf(delivered);
  return {
    provider: provider.name,
    version: provider.version,
    consumer: options.consumer,
    seed,
    deliveries: delivered.length,
    reads,
    findings: findingsOf(provider, delivered),
    unseen: delivered.filter(({ parsed }) => !parsed).map(({ name }) => name),
    pact: inferPact(provider, options.consumer, delivered),
  };
}

async function deliverAll(
  receiver: Receiver,
  provider: Provider,
  sent: readonly Sent[],
  options: RecordOptions,
): Promise<Delivered[]> {
  const interception = intercept();
  try {
    const delivered = [];
    for (const each of sent) delivered.push(await deliver(receiver, provider, each, options, interception));
    await options.settle?.();
    const finished = delivered.map((finish) => finish());
    const last = finished.at(-1);
    if (finished.every(({ parsed }) => !parsed))
      throw new HookproofError(
        'NOTHING_READ',
        `Cannot record reads: the receiver was not seen to parse any of ${finished.length} deliveries${last?.acknowledged === false ? ' and acknowledges none of the last; is the secret its own?' : '; does it call JSON.parse or json()?'}`,
      );
    return finished;
  } finally {
    interception.stop();
  }
}

/** Sends one event. What is returned says what became of it by then. */
async function deliver(
  receiver: Receiver,
  provider: Provider,
  sent: Sent,
  options: RecordOptions,
  interception: Interception,
): Promise<() => Delivered> {
  const { secret, url = 'http://localhost/', parameters = {}, signedText, timeout = 10_000 } = options;
  const attempt = await signedAttempt(provider, sent.event, {
    secret,
    url,
    parameters,
    ...(signedText === undefined ? {} : { signedText }),
    at: (options.now ?? Date.now)(),
  });
  const paths = new Map<string, ReadPath>();
  let parsed = false;
  const watched = {
    json: JSON.stringify(sent.event),
    event: sent.event,
    onRead: (path: ReadPath) => void paths.set(JSON.stringify(path), path),
    onParse: () => (parsed = true),
  };
  const { status } = await interception.watch(watched, () => send(receiver, attempt, timeout));
  const acknowledged = status !== undefined && provider.delivery.acknowledgement.value.includes(status);
  return () => ({ ...sent, acknowledged, parsed, reads: [...paths.values()] });
}

/** Every field that is read, without those that were only passed through on the way to another. */
function readsOf(delivered: readonly Delivered[]): Read[] {
  const events = new Map<string, Set<string>>();
  for (const { type, path } of leavesByType(delivered)) {
    const text = pathText(path);
    events.set(text, (events.get(text) ?? new Set()).add(type));
  }
  return [...events]
    .map(([path, types]) => ({ path, events: [...types].sort() }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function leavesByType(delivered: readonly Delivered[]): { readonly type: string; readonly path: ReadPath }[] {
  return [...new Set(delivered.map(({ type }) => type))].flatMap((type) =>
    leavesOf(delivered.filter((each) => each.type === type).flatMap(({ reads }) => reads)).map((path) => ({
      type,
      path,
    })),
  );
}

/** The paths that lead to no other one, each once. */
export function leavesOf(paths: readonly ReadPath[]): ReadPath[] {
  const all = new Map(paths.map((path) => [JSON.stringify(path), path]));
  const inner = new Set([...all.values()].flatMap((path) => path.map((_, end) => JSON.stringify(path.slice(0, end)))));
  return [...all].filter(([key]) => !inner.has(key)).map(([, path]) => path);
}

function findingsOf(provider: Provider, delivered: readonly Delivered[]): ReadFinding[] {
  const documented = rowsOf(provider).map(([type]) => fieldsOf(provider, type));
  const unknown = delivered.map((each) => ({
    ...each,
    reads: each.reads.filter((path) => !documented.some((fields) => describes(fields, path))),
  }));
  return readsOf(unknown).map((read) => {
    const found = unknown.flatMap(({ reads }) => reads).find((path) => pathText(path) === read.path)!;
    return {
      ...read,
      message: `Cannot find field: "${read.path}" is in no event of ${nameOf(provider)}; ${knownBeside(provider, found)}`,
    };
  });
}

/** The fields that there are beside an unknown one. */
function knownBeside(provider: Provider, path: ReadPath): string {
  const around = path.slice(0, -1);
  const names = rowsOf(provider).flatMap(([type]) =>
    [...fieldsOf(provider, type).values()]
      .filter((field) => field.path.length === path.length && pathText(field.path.slice(0, -1)) === pathText(around))
      .map((field) => field.path.at(-1)!),
  );
  const unique = [...new Set(names)];
  return unique.length === 0
    ? `"${pathText(around)}" has no fields`
    : `known are ${unique.map((name) => `"${name}"`).join(', ')}`;
}
