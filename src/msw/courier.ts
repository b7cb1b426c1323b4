import { valueAt, type Provider } from '../define/index.ts';
import { signedAttempt } from '../delivery/index.ts';
import { fates, type Chaos, type Fate } from './chaos.ts';
import type { Clock } from './clock.ts';
import { DeliveryRing, type BoxDelivery, type DeliveryAttempt } from './deliveries.ts';
import type { Endpoint } from './endpoints.ts';
import type { Pending } from './pending.ts';
import { receive, type Sending } from './receive.ts';
import type { RetrySchedule } from './schedule.ts';

/** How a courier works. */
export interface CourierOptions {
  readonly provider: Provider;
  readonly clock: Clock;
  readonly seed: string;
  readonly chaos: Chaos;
  readonly schedule: RetrySchedule;
  readonly sending: Sending;
  readonly limit: number;
  readonly signedText: string | undefined;
  /** What deliveries are signed with whose endpoint has no secret of its own. */
  readonly signingKey: () => Promise<string>;
}

/** Delivers events to endpoints: signed, in order unless chaos is asked for, and again until they are acknowledged. */
export class Courier {
  readonly #options: CourierOptions;
  readonly #pending: Pending;
  readonly #ring: DeliveryRing;
  #nextFate: () => Fate;
  /** By endpoint, when the first attempts of all earlier deliveries have been made. */
  #turns = new Map<string, Promise<void>>();
  #stop = new AbortController();

  constructor(options: CourierOptions, pending: Pending) {
    this.#options = options;
    this.#pending = pending;
    this.#ring = new DeliveryRing(options.limit);
    this.#nextFate = fates(options.chaos, options.seed);
  }

  get deliveries(): BoxDelivery[] {
    return this.#ring.list();
  }

  /** Sends an event on its way to an endpoint. */
  send(type: string, event: object, endpoint: Endpoint, parameters: { readonly [Name: string]: string }): void {
    const id = String(valueAt(event, this.#options.provider.envelope.paths.id));
    const place = this.#ring.add({
      id,
      type,
      endpoint: endpoint.id,
      url: endpoint.url,
      event,
      attempts: [],
      state: 'pending',
    });
    const fate = this.#nextFate();
    const { signal } = this.#stop;
    const attempt = (isLast: boolean) => this.#attempt({ place, event, endpoint, parameters, fate, isLast, signal });
    this.#pending.start(async () => {
      const first = fate.hold > 0 ? this.#late(fate.hold, attempt, signal) : this.#inTurn(endpoint.id, attempt, signal);
      if (!(await first)) await this.#retry(attempt, signal);
      if (fate.again === undefined) return;
      await this.#options.clock.sleep(fate.again, signal);
      if (!signal.aborted) await attempt(true);
    });
  }

  /** Forgets every delivery; those on their way are not sent. */
  reset(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#turns = new Map();
    this.#ring.clear();
    this.#nextFate = fates(this.#options.chaos, this.#options.seed);
  }

  async #late(hold: number, attempt: Attempter, signal: AbortSignal): Promise<boolean> {
    await this.#options.clock.sleep(hold, signal);
    return signal.aborted || attempt(this.#options.schedule.seconds.length === 0);
  }

  /** Makes a first attempt when those of all earlier deliveries have been made. The request that led to it is answered before. */
  async #inTurn(endpoint: string, attempt: Attempter, signal: AbortSignal): Promise<boolean> {
    const before = this.#turns.get(endpoint) ?? Promise.resolve();
    const made = (async () => {
      await before;
      await this.#options.clock.sleep(0, signal);
      return signal.aborted || attempt(this.#options.schedule.seconds.length === 0);
    })();
    this.#turns.set(
      endpoint,
      made.then(() => undefined),
    );
    return made;
  }

  async #retry(attempt: Attempter, signal: AbortSignal): Promise<void> {
    const { seconds } = this.#options.schedule;
    for (const [index, wait] of seconds.entries()) {
      await this.#options.clock.sleep(wait * 1000, signal);
      if (signal.aborted || (await attempt(index === seconds.length - 1))) return;
    }
  }

  /** Makes one attempt. Returns whether nothing more is to be done. */
  async #attempt({ place, event, endpoint, parameters, fate, isLast, signal }: Trip): Promise<boolean> {
    const { provider, clock, sending, signedText, signingKey } = this.#options;
    const at = clock.now();
    const note = (attempt: Omit<DeliveryAttempt, 'at'>): boolean => {
      const isDone = attempt.outcome === 'acknowledged' || attempt.outcome === 'blocked';
      const state = attempt.outcome === 'acknowledged' ? 'acknowledged' : isLast || isDone ? 'exhausted' : 'pending';
      if (!signal.aborted) this.#ring.attempted(place, { at, ...attempt }, state);
      return isDone;
    };
    if (fate.isLost()) return note({ outcome: 'lost' });
    const work = async () => {
      const made = await signedAttempt(provider, event, {
        url: urlOf(endpoint),
        secret: endpoint.secret ?? (await signingKey()),
        at,
        parameters,
        ...(signedText === undefined ? {} : { signedText }),
      });
      return receive(endpoint.receiver, made, sending);
    };
    const received = await (clock.during === undefined ? work() : clock.during(work));
    if ('error' in received) return note({ outcome: received.blocked ? 'blocked' : 'failed', error: received.error });
    const isAcknowledged = provider.delivery.acknowledgement.value.includes(received.status);
    return note({ outcome: isAcknowledged ? 'acknowledged' : 'refused', answer: received });
  }
}

type Attempter = (isLast: boolean) => Promise<boolean>;

interface Trip {
  readonly place: number;
  readonly event: object;
  readonly endpoint: Endpoint;
  readonly parameters: { readonly [Name: string]: string };
  readonly fate: Fate;
  readonly isLast: boolean;
  readonly signal: AbortSignal;
}

/** Where the request goes: the receiver's own URL, or the one it is registered with where it is in this process. */
function urlOf({ receiver, url }: Endpoint): string {
  return typeof receiver === 'string' ? receiver : url;
}
