import { HookproofError } from '../errors.ts';
import { messageOf } from './message.ts';

/** What the receiver's own record says of a sale, so that it can compare what it is told to it. */
export interface Sale {
  /** The merchant's reference, as the event carries it. */
  readonly reference: string;
  readonly amount: number;
  readonly currency: string;
}

/**
 * How the suite looks into a receiver. Only `effects` is needed; each of the others lets more checks run. Every function
 * resolves once all that was acknowledged before is done, background work included.
 */
export interface Probe {
  /** All that the deliveries so far have brought about, as JSON: orders, payments, mails, whatever counts. */
  readonly effects: () => unknown;
  /** Takes the receiver back to where it knows of no delivery. Each check begins with it. */
  readonly reset?: () => unknown;
  /** Stops the receiver and starts it again on the same data. */
  readonly restart?: () => unknown;
  /** Makes the receiver's next so many milliseconds of work slow: what its database or its own calls take. 0 ends it. */
  readonly slowDown?: (milliseconds: number) => unknown;
  /** Makes the receiver's next attempt to store something fail, as a database that is away does. */
  readonly failOnce?: () => unknown;
  /** Tells the receiver what it has sold, before the provider speaks of it. */
  readonly sell?: (sale: Sale) => unknown;
  /** Moves the receiver's clock so many seconds on. Deliveries are signed by a clock that is moved as far. */
  readonly advance?: (seconds: number) => unknown;
  /** Processes an event again that failed, by its id, as an operator does. */
  readonly reprocess?: (eventId: string) => unknown;
  /** What the receiver has written to its logs, as text. They are only searched, and stand in no report. */
  readonly logs?: () => unknown;
}

const functions = [
  'effects',
  'reset',
  'restart',
  'slowDown',
  'failOnce',
  'sell',
  'advance',
  'reprocess',
  'logs',
] as const satisfies (keyof Probe)[];

/** Calls one of the functions that a probe has. Throws `BAD_PROBE` for whatever it throws. */
export async function callOf(probe: Partial<Probe>, name: keyof Probe, argument?: never): Promise<unknown> {
  try {
    return await probe[name]!(argument!);
  } catch (cause) {
    if (cause instanceof HookproofError) throw cause;
    throw new HookproofError('BAD_PROBE', `Cannot call "${name}" of probe: ${messageOf(cause)}`, { cause });
  }
}

/** The same probe, but that each of its functions first waits. */
export function afterWaiting(probe: Partial<Probe>, wait: () => Promise<void>): Probe {
  const waiting = functions.flatMap((name) => {
    if (probe[name] === undefined) return [];
    const act = async (argument: never) => {
      await wait();
      return callOf(probe, name, argument);
    };
    return [[name, act] as const];
  });
  return Object.fromEntries(waiting) as unknown as Probe;
}

/** The longest effects that are read, in characters of JSON. */
const limit = 16 * 1024 * 1024;

/** What a probe shows, as JSON. Throws `BAD_PROBE` where it shows nothing that is. */
export async function readEffects(probe: Probe): Promise<string> {
  const refuse = (state: string, cause?: unknown) =>
    new HookproofError('BAD_PROBE', `Cannot read effects: ${state}`, { cause });
  let text: string | undefined;
  try {
    text = JSON.stringify(await probe.effects());
  } catch (cause) {
    if (cause instanceof HookproofError) throw cause;
    throw refuse(messageOf(cause), cause);
  }
  if (text === undefined) throw refuse('the probe shows nothing; let it return JSON');
  if (text.length > limit) throw refuse(`the probe shows ${text.length} characters; the limit is ${limit}`);
  return text;
}

/** What the receiver has logged. Throws `BAD_PROBE` where that is no text. */
export async function readLogs(probe: Probe): Promise<string> {
  const logs = await probe.logs!();
  if (typeof logs === 'string') return logs;
  throw new HookproofError('BAD_PROBE', `Cannot read logs: the probe shows ${typeof logs}; let it return a text`);
}
