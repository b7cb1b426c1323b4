import { nameOf, type ActionOf, type Api, type EventType, type Provider } from '../define/index.ts';
import { HookproofError } from '../errors.ts';
import { generateKeys } from '../signing/index.ts';
import { answer } from './answer.ts';
import { systemClock } from './clock.ts';
import { control, controlPath } from './control.ts';
import { Courier } from './courier.ts';
import { driven } from './drive.ts';
import type { BoxDelivery } from './deliveries.ts';
import { endpointsFor, type Receiver } from './endpoints.ts';
import { eventOf, hasEvent } from './event.ts';
import { Faults, faultyAnswer, type FaultRule } from './faults.ts';
import { Answers } from './idempotency.ts';
import type { Json } from './json.ts';
import { load } from './load.ts';
import type { BoxOptions } from './options.ts';
import { Pending } from './pending.ts';
import { noted } from './receive.ts';
import { answerTimeout, retrySchedule, type RetrySchedule } from './schedule.ts';
import { State, type Snapshot } from './state.ts';
import { triggered, type TriggerOptions } from './trigger.ts';
import type { World } from './world.ts';

/** What a box does with the objects of its provider: one function for each action of the API's resources, by the object's id. */
export type BoxActions<P> = {
  readonly [Action in ActionOf<P>]: (id: string, detail?: object) => Json;
};

/** A provider in a box: its REST API with state, and the webhooks that come of it. */
export interface BoxCore<P extends Provider = Provider> {
  readonly provider: P;
  readonly seed: string;
  /** Where the provider's API is reached in the world. */
  readonly origins: readonly string[];
  /** Answers a request for the provider's API, whatever host it names. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Sends an event: of an object that the box keeps, or of a fixture. Returns the event. */
  readonly trigger: (type: EventType<P>, options?: TriggerOptions) => object;
  /** Lets a named action happen to an object, as the functions named for the actions do. */
  readonly act: (action: string, id: string, detail?: object) => Json;
  /** The latest deliveries with every attempt and every answer. */
  readonly deliveries: readonly BoxDelivery[];
  /** When failed deliveries are sent again. */
  readonly schedule: RetrySchedule;
  /** The objects of one resource as the API answers them, the oldest first; of every resource when none is named. */
  readonly objects: (resource?: string) => readonly Json[];
  /** Keeps the objects of events. */
  readonly load: (events: readonly object[]) => void;
  /** Asks for a fault from now on. */
  readonly fault: (rule: FaultRule) => void;
  /** What deliveries are signed with, and verified with, where their endpoint has no secret of its own. */
  readonly keys: () => Promise<{ readonly signing: string; readonly verifying: string }>;
  /** Resolves when all that goes on by itself is done, every retry included: on the machine's own clock that can take hours. */
  readonly settled: () => Promise<void>;
  /** Begins anew, as with the options alone. Deliveries on their way are not sent. */
  readonly reset: () => void;
  readonly snapshot: () => Snapshot;
  /** Goes back to a snapshot. Deliveries on their way are not sent. */
  readonly restore: (snapshot: Snapshot) => void;
  /** Whether the box is posting a delivery to this URL right now. */
  readonly isDelivering: (url: string) => boolean;
}

/** A provider in a box, with a function for each action of its API. */
export type Box<P extends Provider = Provider> = BoxCore<P> & BoxActions<P>;

/**
 * Puts a provider into a box: `fetch` answers as its REST API does, and the webhooks that come of it are delivered, signed.
 *
 * Throws `BAD_ARGUMENT` for a provider whose REST API is not described.
 *
 * @example
 * import { createBox } from 'hookproof/msw';
 * import { latest as smartpay } from 'hookproof/smartpay';
 * const types: string[] = [];
 * const receiver = async (request: Request) => {
 *   types.push((await request.json()).eventData.type);
 *   return new Response();
 * };
 * const box = createBox(smartpay, { endpoints: [{ receiver }] });
 * const order = box.trigger('order.authorized', { variant: 'manual-capture' });
 * box.cancel(Object(order).eventData.data.id);
 * await box.settled();
 * assert.deepEqual(types, ['order.authorized', 'order.canceled']);
 */
export function createBox<P extends Provider>(provider: P, options: BoxOptions = {}): Box<P> {
  const api = apiOf(provider);
  const seed = options.seed ?? 'hookproof';
  const clock = options.clock ?? systemClock;
  const state = new State(seed, options.limits?.objects ?? 10_000);
  const pending = new Pending();
  const faults = new Faults(options.faults ?? [], seed);
  const answers = new Answers(api.idempotency.value, clock);
  const schedule = retrySchedule(provider, options.retries);
  const posting = new Map<string, number>();
  let keys: Promise<{ readonly signing: string; readonly verifying: string }> | undefined;
  const ownKeys = () => (keys ??= options.keys === undefined ? generateKeys(provider) : Promise.resolve(options.keys));
  const courier = new Courier(
    {
      provider,
      clock,
      seed,
      chaos: options.chaos ?? {},
      schedule,
      sending: {
        timeout: answerTimeout(provider, options.timeout),
        allowRemote: options.allowRemote ?? false,
        fetch: (request) => noted(posting, request, options.fetch ?? ((sent) => globalThis.fetch(sent))),
      },
      limit: options.limits?.deliveries ?? 1000,
      signedText: options.signedText,
      signingKey: async () => (await ownKeys()).signing,
    },
    pending,
  );
  let epoch = new AbortController();

  const world: World = {
    provider,
    api,
    state,
    clock,
    shape: options.shape,
    emit(type, entry) {
      if (hasEvent(provider, type)) deliver(type, () => eventOf(world, type, entry), entry.mode, entry.object);
    },
    later(work) {
      if (options.automatic === false) return;
      const { signal } = epoch;
      pending.start(async () => {
        await clock.sleep(0, signal);
        if (!signal.aborted) work();
      });
    },
  };

  /** Sends an event to every endpoint that subscribes to it; it is made only where there is one. */
  function deliver(type: string, make: () => object, mode: string, object: Json): void {
    const endpoints = endpointsFor(world, type, mode, options.endpoints ?? [], receiverOf);
    if (endpoints.length === 0) return;
    const event = make();
    for (const endpoint of endpoints)
      courier.send(type, event, endpoint, parametersOf(api, options, endpoint.id, object));
  }

  function receiverOf(url: string): Receiver {
    const { receivers } = options;
    if (receivers === undefined) return url;
    if (typeof receivers === 'string' || typeof receivers === 'function') return receivers;
    return Object.hasOwn(receivers, url) ? receivers[url]! : url;
  }

  function begin(snapshot: Snapshot): void {
    epoch.abort();
    epoch = new AbortController();
    courier.reset();
    answers.clear();
    state.restore(snapshot);
  }

  const core: Omit<BoxCore<P>, 'deliveries'> = {
    provider,
    seed,
    origins: api.origins.value,
    async fetch(request) {
      if (new URL(request.url).pathname.startsWith(controlPath)) return control(box, request);
      const fault = faults.take(request);
      const work = () => answer(world, request, { credentials: options.credentials ?? {}, answers });
      const answering = () => (clock.during === undefined ? work() : clock.during(work));
      return fault === undefined ? answering() : faultyAnswer(world, fault, request, answering);
    },
    trigger(type, triggerOptions = {}) {
      const { event, mode, object } = triggered(world, type, triggerOptions);
      deliver(type, () => event, mode, object);
      return event;
    },
    act: (action, id, detail = {}) => driven(world, action, id, detail as Json),
    schedule,
    objects: (resource) =>
      state
        .snapshot()
        .entries.flatMap((entry) => (resource === undefined || entry.resource === resource ? [entry.object] : [])),
    load: (events) => events.forEach((event) => load(world, event)),
    fault: (rule) => faults.add(rule),
    keys: ownKeys,
    settled: () => pending.settled(),
    reset() {
      begin({ made: 0, sent: 0, entries: [] });
      faults.reset();
      core.load(options.events ?? []);
    },
    snapshot: () => state.snapshot(),
    restore: begin,
    isDelivering: (url) => posting.has(url),
  };
  const actions = actionNames(api).map((name) => [name, (id: string, detail?: object) => core.act(name, id, detail)]);
  const box = Object.defineProperty({ ...Object.fromEntries(actions), ...core }, 'deliveries', {
    get: () => courier.deliveries,
    enumerable: true,
  }) as Box<P>;
  core.load(options.events ?? []);
  return box;
}

/** The names of all that may happen to the objects of an API. */
function actionNames(api: Api): string[] {
  return [...new Set(Object.values(api.resources).flatMap(({ actions }) => Object.keys(actions)))];
}

function apiOf(provider: Provider): Api {
  if (provider.api !== undefined) return provider.api;
  throw new HookproofError('BAD_ARGUMENT', `Cannot put ${nameOf(provider)} into a box: its REST API is not described`);
}

function parametersOf(
  api: Api,
  options: BoxOptions,
  endpoint: string,
  object: Json,
): { readonly [Name: string]: string } {
  const { parameter, parameters } = api.endpoints;
  const ofObject = Object.entries(parameters ?? {}).flatMap(([name, field]) =>
    typeof object[field] === 'string' ? [[name, object[field]]] : [],
  );
  return {
    ...(parameter === undefined ? {} : { [parameter]: endpoint }),
    ...Object.fromEntries(ofObject),
    ...options.parameters,
  };
}
