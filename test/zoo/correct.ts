import type { Probe, Receiver, Sale } from '../../src/conformance/index.ts';
import { rowsOf, valueAt, type Path, type Provider } from '../../src/define/index.ts';
import { previousOf } from './previous.ts';
import { progressOf, type Progress } from './progress.ts';
import { signatureOf, type Delivery, type Signature } from './signature.ts';

/** An event as a receiver reads it. */
export interface Message {
  readonly id: string;
  readonly type: string;
  readonly event: object;
  readonly object: { readonly [Field: string]: unknown };
}

/** What is kept of one object: the event that stands. */
export interface Kept {
  readonly message: Message;
  readonly status: unknown;
  readonly amount: unknown;
}

/** All that a receiver holds on disk. */
export interface Store {
  /** The ids of events that are done. */
  readonly seen: Set<string>;
  /** What stands, by the mode and id of the object. */
  readonly objects: Map<string, Kept>;
  /** What was done, once for each transition: it is what goes wrong when something is done twice. */
  readonly bookings: string[];
  /** What was sold, by reference. */
  readonly sales: Map<string, Sale>;
  /** Whatever else a receiver keeps. */
  readonly notes: Map<string, unknown>;
}

/** What a receiver is made of. A broken one is a correct one with a part exchanged. */
export interface Parts {
  /** The version that a delivery is of: this one, or an earlier one that still comes. */
  readonly versionOf: (headers: Headers) => Provider;
  readonly allows: (method: string) => boolean;
  /** The media type that is read; every other is answered 415. */
  readonly reads: (mediaType: string, delivery: Delivery) => boolean;
  /** The largest body, in bytes; a larger one is answered 413. */
  readonly limit: number;
  readonly believes: (delivery: Delivery) => boolean;
  /** Whether a delivery that is believed is for this receiver; every other is answered 403. */
  readonly isAddressee: (delivery: Delivery) => boolean;
  readonly parse: (json: string) => object;
  readonly read: (event: object) => Message;
  /** Whether the event has not been done before; from now on it has. */
  readonly isNew: (message: Message) => boolean;
  /** What is done once, however many events speak of it. */
  readonly transition: (message: Message) => string;
  /** Whether what the event says stands, and not what is kept. */
  readonly stands: (message: Message, kept: Message) => boolean;
  /** Keeps what an event says that is new. */
  readonly keep: (message: Message, parts: Parts) => void;
  /** Does what the event asks for, and says the status to answer. */
  readonly book: (message: Message, delivery: Delivery, parts: Parts) => number | Promise<number>;
  /** What is answered to a delivery that broke something. */
  readonly fail: (error: unknown, delivery: Delivery) => Response;
}

/** What stands between a receiver and its store, and what a test may do to it. */
export interface World {
  store: Store;
  /** Milliseconds by which the receiver's clock is ahead. */
  ahead: number;
  /** Milliseconds that work takes after the acknowledgement. */
  slowness: number;
  /** Whether the next attempt to store something fails. */
  isFailing: boolean;
  /** What it has logged. */
  readonly logs: string[];
  /** What failed, by the id of the event, and can be done again. */
  readonly failed: Map<string, () => unknown>;
  /** What a receiver that is started again loses, since it is not in its store. */
  forget: () => void;
}

/** All that the author of a broken receiver has at hand. */
export interface Workbench {
  readonly provider: Provider;
  /** What it verifies with, any of which will do; none where it is not configured. */
  readonly keys: readonly string[];
  /** One for each key. */
  readonly signatures: readonly Signature[];
  /** The first of them; one that nothing matches where there is no key. */
  readonly signature: Signature;
  readonly parts: Parts;
  readonly world: World;
  readonly progress: Progress;
  /** `live`, `test`, or nothing where the provider marks none. */
  readonly modeOf: (message: Message) => string;
  /** The object that an event is about: its mode, kind and id. */
  readonly nameOf: (message: Message) => string;
  /** What receives the deliveries of an earlier version. */
  readonly receiverOf: (previous: Provider) => Receiver;
}

/** A receiver and all that a run can be told of it. */
export interface Subject {
  readonly receiver: Receiver;
  readonly probe: Probe;
}

const emptyStore = (): Store => ({
  seen: new Set(),
  objects: new Map(),
  bookings: [],
  sales: new Map(),
  notes: new Map(),
});

/** The parts of a receiver without a mistake. `keys` are shared secrets or the provider's public keys, any of which will do. */
export function workbench(provider: Provider, ...keys: readonly string[]): Workbench {
  return workbenchIn(
    {
      store: emptyStore(),
      ahead: 0,
      slowness: 0,
      isFailing: false,
      logs: [],
      failed: new Map(),
      forget: () => undefined,
    },
    provider,
    keys,
  );
}

function workbenchIn(world: World, provider: Provider, keys: readonly string[]): Workbench {
  const signatures = keys.map((key) => signatureOf(provider, key));
  const signature = signatures[0] ?? signatureOf(provider);
  const envelopes = [provider.envelope, ...rowsOf(provider).flatMap(([, row]) => row.envelopes)];
  const progress = progressOf(provider);
  const { mode } = provider.envelope;
  const modeOf = ({ event }: Message) => {
    if (mode === undefined) return '';
    return valueAt(event, [mode.field]) === false ? 'live' : 'test';
  };
  const nameOf = (message: Message) =>
    `${modeOf(message)} ${progress.nameOf(message)} ${String(message.object['id'])}`.trim();
  const mediaType = provider.delivery.headers['Content-Type']!.value;
  const versions = [provider, ...previousOf(provider)];
  const receivers = new Map<Provider, Receiver>();
  const receiverOf = (previous: Provider) => {
    const bench = workbenchIn(world, previous, keys);
    const known = receivers.get(previous) ?? subjectOf(bench.parts, bench).receiver;
    receivers.set(previous, known);
    return known;
  };
  const parts: Parts = {
    versionOf: (headers) =>
      versions.find(({ delivery }) =>
        Object.entries(delivery.headers).every(
          ([name, { value }]) => value.startsWith('{') || headers.get(name) === value,
        ),
      ) ?? provider,
    allows: (method) => method === 'POST',
    reads: (found) => found === mediaType,
    limit: 1024 * 1024,
    believes(delivery) {
      const found = delivery.headers.get(signature.header);
      if (found === null || !isRecent(provider, delivery, world)) return false;
      return signatures.some((each) => each.matches(each.text(delivery), found));
    },
    isAddressee: ({ headers }) =>
      Object.entries(provider.delivery.headers).every(([name, { value }]) => {
        const parameter = provider.delivery.parameters[/^\{(\w+)\}$/.exec(value)?.[1] ?? ''];
        return parameter === undefined || !headers.has(name) || headers.get(name) === parameter;
      }),
    parse: (json) => JSON.parse(json) as object,
    read(event) {
      const { paths } = envelopes.find(({ paths }) => valueAt(event, paths.id) !== undefined) ?? provider.envelope;
      const [id, type, object] = [paths.id, paths.type, paths.object].map((path: Path) => valueAt(event, path));
      if (typeof id !== 'string' || typeof type !== 'string' || typeof object !== 'object' || object === null)
        throw new SyntaxError('the event is not one');
      return { id, type, event, object: object as Message['object'] };
    },
    isNew({ id }) {
      const isNew = !world.store.seen.has(id);
      world.store.seen.add(id);
      return isNew;
    },
    transition: (message) => `${nameOf(message)} ${message.type} ${String(progress.timeOf(message))}`,
    stands: (message, kept) => progress.isAfter(message, kept),
    keep(message, { transition, stands }) {
      const { objects, bookings, sales } = world.store;
      const amount = progress.amountOf(message);
      const sale = sales.get(String(progress.referenceOf(message)));
      const isAsSold = sale === undefined || (sale.amount === amount && sale.currency === progress.currencyOf(message));
      const booking = transition(message) + (isAsSold ? '' : ' is held: not as sold');
      if (!bookings.includes(booking)) bookings.push(booking);
      const kept = objects.get(nameOf(message));
      if (kept === undefined || stands(message, kept.message))
        objects.set(nameOf(message), { message, status: message.object['status'], amount });
    },
    book(message, delivery, parts) {
      if (world.isFailing) {
        world.isFailing = false;
        world.failed.set(message.id, () => parts.book(message, delivery, parts));
        throw new Error('the database is away');
      }
      if (progress.isKnown(message) && parts.isNew(message)) parts.keep(message, parts);
      return 200;
    },
    fail: (error) => new Response(null, { status: error instanceof SyntaxError ? 400 : 500 }),
  };
  return { provider, keys, signatures, signature, parts, world, progress, modeOf, nameOf, receiverOf };
}

/** A receiver that is made of these parts, in a framework that answers with `fail` for what is thrown. */
export function subjectOf(parts: Parts, { provider, signature: { json }, world, receiverOf }: Workbench): Subject {
  const answer = (status: number, headers: { readonly [Name: string]: string } = {}) =>
    new Response(null, { status, headers });
  const receiver: Receiver = async (request) => {
    const version = parts.versionOf(request.headers);
    if (version !== provider) return receiverOf(version)(request);
    if (!parts.allows(request.method)) return answer(405, { Allow: 'POST' });
    const body = Buffer.from(await request.arrayBuffer());
    if (body.length > parts.limit) return answer(413);
    const delivery = { headers: request.headers, body, signal: request.signal };
    try {
      const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
      if (!parts.reads(mediaType, delivery)) return answer(415);
      if (!parts.believes(delivery)) {
        world.logs.push('refused: the signature is not right');
        return answer(401);
      }
      if (!parts.isAddressee(delivery)) return answer(403);
      return answer(await parts.book(parts.read(parts.parse(json(delivery.body))), delivery, parts));
    } catch (error) {
      return parts.fail(error, delivery);
    }
  };
  return { receiver, probe: probeOf(world) };
}

function probeOf(world: World): Probe {
  return {
    effects: () => ({
      objects: [...world.store.objects.keys()].toSorted().map((key) => {
        const { status, amount } = world.store.objects.get(key)!;
        return { key, status, amount };
      }),
      bookings: world.store.bookings.toSorted(),
    }),
    reset: () => {
      world.store = emptyStore();
      world.logs.length = 0;
      world.failed.clear();
      world.forget();
    },
    restart: () => {
      world.forget();
      world.slowness = 0;
      world.isFailing = false;
    },
    slowDown: (milliseconds) => {
      world.slowness = milliseconds;
    },
    failOnce: () => {
      world.isFailing = true;
    },
    sell: (sale) => {
      world.store.sales.set(sale.reference, sale);
    },
    advance: (seconds) => {
      world.ahead += seconds * 1000;
    },
    reprocess: (eventId) => world.failed.get(eventId)?.(),
    logs: () => world.logs.join('\n'),
  };
}

/** A receiver without a mistake. */
export function correct(provider: Provider, ...keys: readonly string[]): Receiver {
  return correctSubject(provider, ...keys).receiver;
}

/** A receiver without a mistake, and all that a run can be told of it. */
export function correctSubject(provider: Provider, ...keys: readonly string[]): Subject {
  const bench = workbench(provider, ...keys);
  return subjectOf(bench.parts, bench);
}

/** Whether a delivery was signed in the last five minutes, where a time is signed. */
export function isRecent(provider: Provider, { headers }: Delivery, { ahead }: Pick<World, 'ahead'>): boolean {
  const described = provider.delivery.timestamp.value;
  if (described === undefined) return true;
  const text = headers.get(described.header) ?? '';
  if (!/^\d{1,16}$/.test(text)) return false;
  const at = Number(text) * (described.unit === 'seconds' ? 1000 : 1);
  return Math.abs(Date.now() + ahead - at) < 300_000;
}
