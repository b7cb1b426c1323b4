import { rowsOf, type Operation, type Provider } from '../define/index.ts';
import { didYouMean } from '../errors.ts';
import type { Json } from './json.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** Where deliveries go: a URL, or a receiver in this process. */
export type Receiver = string | ((request: Request) => Response | Promise<Response>);

/** A webhook endpoint that a box has from the start. */
export interface EndpointOption {
  readonly receiver: Receiver;
  /** The event types it is sent; all of them when left out. */
  readonly events?: readonly string[];
  /** What its deliveries are signed with; the box's own key when left out. */
  readonly secret?: string;
  /** Its id, where the provider names the endpoint in a header. */
  readonly id?: string;
}

/** A webhook endpoint as deliveries are made to it. */
export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly receiver: Receiver;
  readonly secret: string | undefined;
}

/** What a receiver in this process is addressed as. */
const localUrl = 'http://localhost/webhooks';

/** The endpoints that an event goes to: those of the options, and those registered by API that are active. */
export function endpointsFor(
  world: World,
  type: string,
  mode: string,
  options: readonly EndpointOption[],
  receiverOf: (url: string) => Receiver,
): Endpoint[] {
  const { endpoints } = world.api;
  const own = options
    .filter(({ events }) => isSubscribed(world.provider, events ?? ['*'], type))
    .map(({ receiver, secret, id }, index) => ({
      id: id ?? world.provider.delivery.parameters[endpoints.parameter ?? ''] ?? `endpoint-${index + 1}`,
      url: typeof receiver === 'string' ? receiver : localUrl,
      receiver,
      secret,
    }));
  const registered = world.state
    .list(endpoints.resource)
    .filter((entry) => entry.mode === mode && entry.object[endpoints.active.field] === endpoints.active.value)
    .filter(({ object }) => isSubscribed(world.provider, object[endpoints.subscriptions] as readonly string[], type))
    .map(({ object }) => ({
      id: String(object['id']),
      url: String(object[endpoints.url]),
      receiver: receiverOf(String(object[endpoints.url])),
      secret: endpoints.secret === undefined ? undefined : String(object[endpoints.secret]),
    }));
  return [...own, ...registered];
}

/** Refuses a webhook endpoint that subscribes to an event that does not exist. */
export function checkEndpoint({ api, provider }: World, operation: Operation, body: Json): void {
  const { resource, subscriptions } = api.endpoints;
  const asked = body[subscriptions];
  if (operation.resource !== resource || !Array.isArray(asked)) return;
  const known = ['*', ...rowsOf(provider).flatMap(([type, row]) => [type, ...row.spellings])];
  const unknown = (asked as readonly string[]).find((type) => !known.includes(type));
  if (unknown !== undefined)
    throw new Refusal(
      api.commonErrors.invalid,
      [`"${unknown}" is no event; ${didYouMean(unknown, known)}`],
      subscriptions,
    );
}

function isSubscribed(provider: Provider, subscriptions: readonly string[], type: string): boolean {
  const row = rowsOf(provider).find(([name]) => name === type)?.[1];
  return ['*', type, ...(row?.spellings ?? [])].some((name) => subscriptions.includes(name));
}
