import type { Api, Provider } from '../define/index.ts';
import type { Clock } from './clock.ts';
import type { Json } from './json.ts';
import type { Entry, State } from './state.ts';

/** What an operation works on. */
export interface World {
  readonly provider: Provider;
  readonly api: Api;
  readonly state: State;
  readonly clock: Clock;
  /** The shape whose ids and events are used where a provider has several. */
  readonly shape: string | undefined;
  /** Sends the event of this type with the object in it. */
  readonly emit: (type: string, entry: Entry) => void;
  /** Does something once the request has been answered. */
  readonly later: (work: () => void) => void;
}

/** Who asks, and with what. */
export interface Asker {
  readonly mode: string;
  /** The headers that carry credentials, by name. */
  readonly credentials: { readonly [Header: string]: string };
  readonly body: Json;
}
