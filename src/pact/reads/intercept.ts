import { AsyncLocalStorage } from 'node:async_hooks';
import { isDeepStrictEqual } from 'node:util';
import { partsIn, replaceParts, type Part } from './parts.ts';
import { track, untracked, type OnRead, type ReadPath } from './track.ts';

/** One delivery whose reads are recorded. */
export interface Watch {
  /** The JSON that the receiver is sent. */
  readonly json: string;
  readonly event: object;
  readonly onRead: OnRead;
  /** Told when the receiver parses the delivery. */
  readonly onParse: () => void;
}

/** A delivery under way, and the texts that the receiver itself wrote with parts of it. */
interface Underway extends Watch {
  readonly written: Map<string, readonly Part[]>;
}

/** A time in which what receivers parse of their deliveries tells of its reads. */
export interface Interception {
  /** Runs a receiver on one delivery. */
  readonly watch: <Result>(watched: Watch, run: () => Result) => Result;
  /** Ends it: the originals are put back once the last one has ended. */
  readonly stop: () => void;
}

const current = new AsyncLocalStorage<Underway>();
const all = new Set<Underway>();

const patches: { count: number; restore: () => void } = { count: 0, restore: () => undefined };

/**
 * Intercepts `JSON.parse`, `JSON.stringify`, `structuredClone` and the `json()` of requests and responses until it is
 * stopped. Calls that are about no watched delivery go to the originals.
 */
export function intercept(): Interception {
  if (patches.count++ === 0) patches.restore = replaceAll();
  const own: Underway[] = [];
  let isOver = false;
  return {
    watch(watched, run) {
      const delivery = { ...watched, written: new Map<string, readonly Part[]>() };
      own.push(delivery);
      all.add(delivery);
      return current.run(delivery, run);
    },
    stop() {
      if (isOver) return;
      isOver = true;
      for (const delivery of own) all.delete(delivery);
      if (--patches.count === 0) patches.restore();
    },
  };
}

function replaceAll(): () => void {
  const { parse, stringify } = JSON;
  const clone = globalThis.structuredClone;

  // The replacements keep the originals' types: each passes on what it is given.
  const parsing: typeof JSON.parse = (text, reviver) => {
    const value: unknown = parse(text, reviver);
    return trackParsed(text, value) as ReturnType<typeof parse>;
  };
  const writing = ((value: unknown, ...others: [never, never]) => {
    const text: unknown = stringify(untracked(value), ...others);
    // Texts as short as "{}" are not the receiver's mark of anything.
    if (typeof text === 'string' && text.length > 2 && all.size > 0) noteWritten(text, partsIn(value));
    return text;
  }) as typeof JSON.stringify;
  const cloning = ((value: unknown, ...others: [never]) => {
    const parts = partsIn(value);
    return replaceParts(clone(untracked(value), ...others), parts, (part, { path, onRead }) =>
      track(part, onRead, path),
    );
  }) as typeof structuredClone;
  const reading = async function (this: Request | Response): Promise<unknown> {
    return JSON.parse(await this.text()) as unknown;
  };

  const restores = [
    replace(JSON, 'parse', parsing),
    replace(JSON, 'stringify', writing),
    replace(globalThis, 'structuredClone', cloning),
    replace(Request.prototype, 'json', reading),
    replace(Response.prototype, 'json', reading),
  ];
  return () => restores.forEach((restore) => restore());
}

/** Replaces a method. What another has put in its place by then stays: it calls ours, which passes everything on. */
function replace<Holder extends object>(holder: Holder, name: keyof Holder & string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(holder, name)!;
  Object.defineProperty(holder, name, { ...before, value });
  return () => {
    if (holder[name] === value) Object.defineProperty(holder, name, before);
  };
}

/** Remembers a text for each delivery that has a part in it. */
function noteWritten(text: string, parts: readonly Part[]): void {
  if (parts.length === 0) return;
  for (const delivery of all) {
    const own = parts.filter(({ onRead }) => onRead === delivery.onRead);
    if (own.length > 0) delivery.written.set(text, own);
  }
}

/** The value, tracked where the text is a watched delivery's or was written with parts of it. */
function trackParsed(text: unknown, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || all.size === 0) return value;
  const own = current.getStore();
  // A worker may have been started in the context of another delivery, or of none: then the text says whose it is.
  const ownParts = own !== undefined && all.has(own) ? partsOf(own, text, value) : [];
  const found = ownParts.length > 0 ? ownParts : [...all].flatMap((delivery) => partsOf(delivery, text, value));
  for (const { delivery } of found) delivery.onParse();
  return replaceParts(value, found, (part, { at, path }) => {
    const told = found.filter((each) => isDeepStrictEqual([each.at, each.path], [at, path]));
    const onRead: OnRead =
      told.length === 1 ? told[0]!.onRead : (read: ReadPath) => told.forEach((each) => each.onRead(read));
    return track(part, onRead, path);
  });
}

/** Which parts of a delivery a text holds: the whole, what the receiver wrote of it, or nothing. */
function partsOf(delivery: Underway, text: unknown, value: object): (Part & { readonly delivery: Underway })[] {
  const { json, event, onRead, written } = delivery;
  const whole = { at: [], path: [], onRead };
  const isWhole = text === json || isDeepStrictEqual(value, event);
  const own = typeof text === 'string' ? written.get(text) : undefined;
  return (own ?? (isWhole ? [whole] : [])).map((part) => ({ ...part, delivery }));
}
