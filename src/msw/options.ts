import type { Chaos } from './chaos.ts';
import type { Clock } from './clock.ts';
import type { EndpointOption, Receiver } from './endpoints.ts';
import type { FaultRule } from './faults.ts';

/** What a box is to be like. */
export interface BoxOptions {
  /** What every id, secret and chance is drawn from; `hookproof` when left out. */
  readonly seed?: string;
  /** The machine's own clock when left out; see `virtualClock`. */
  readonly clock?: Clock;
  /** The values that the headers with credentials must have; any of the provider's form when left out. */
  readonly credentials?: { readonly [Header: string]: string };
  /** What deliveries are signed with, and verified with. Made anew when left out; see `keys()`. */
  readonly keys?: { readonly signing: string; readonly verifying: string };
  /** Webhook endpoints that are there from the start. */
  readonly endpoints?: readonly EndpointOption[];
  /** Where deliveries to endpoints that are registered by API really go: by URL, or all of them. */
  readonly receivers?: Receiver | { readonly [Url: string]: Receiver };
  /** Lets deliveries go to other machines than this one. */
  readonly allowRemote?: boolean;
  /** The waits before each retry, in seconds; the provider's own, or an assumption where no source says. */
  readonly retries?: readonly number[];
  /** Milliseconds that a receiver has to answer; the provider's own, or 10 seconds where no source says. */
  readonly timeout?: number;
  readonly chaos?: Chaos;
  readonly faults?: readonly FaultRule[];
  /** The shape of events and ids, where the provider prints several, such as `create-at`. */
  readonly shape?: string;
  /** Whether what happens by itself does, such as that a received refund succeeds; so it is when left out. */
  readonly automatic?: boolean;
  /** Events whose objects are there from the start: fixtures, or a history. */
  readonly events?: readonly object[];
  /** Values for the headers' placeholders, such as `{ merchant: '500000000013102' }`. */
  readonly parameters?: { readonly [Name: string]: string };
  /** Another template of what is signed, where the provider's is only assumed. */
  readonly signedText?: string;
  /** How many objects of a kind, and how many deliveries, are kept: 10,000 and 1,000 when left out. */
  readonly limits?: { readonly objects?: number; readonly deliveries?: number };
  /** How deliveries are posted; the global `fetch` when left out. */
  readonly fetch?: (request: Request) => Promise<Response>;
}
