import type { Api } from './api.ts';
import type { Delivery } from './delivery.ts';
import type { Envelope, EnvelopeFill, Wrapped } from './envelope.ts';
import type { EventDefinition } from './event.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Sample } from './sample.ts';
import type { Story } from './story.ts';
import type { KnownVector } from './vector.ts';

/** One version of a provider's webhooks: all that is derived in hookproof is derived from this. */
export interface Provider<
  Name extends string = string,
  Version extends string = string,
  Events extends object = object,
  Fill extends EnvelopeFill = EnvelopeFill,
  Actions extends string = string,
> {
  readonly name: Name;
  readonly version: Version;
  readonly delivery: Delivery;
  readonly envelope: Envelope<Fill>;
  /** One row per event type. Read them with `rowsOf` and `rowOf`. */
  readonly events: Events;
  readonly lifecycles: readonly Lifecycle[];
  readonly story: Story<Events>;
  readonly samples: readonly Sample[];
  /** Signatures that are known from elsewhere, where there are any. */
  readonly vectors?: readonly KnownVector[];
  /** The provider's REST API, where it is described. */
  readonly api?: Api<Actions>;
}

/** Joins a version's catalogue to all else that is known of it. */
export function defineProvider<
  const Name extends string,
  const Version extends string,
  Events extends { readonly [Type in keyof Events]: EventDefinition },
  Fill extends EnvelopeFill,
  Actions extends string = never,
>(provider: Provider<Name, Version, Events, Fill, Actions>): Provider<Name, Version, Events, Fill, Actions> {
  return provider;
}

/** The event types of a provider version. */
export type EventType<P> = P extends Provider<string, string, infer Events> ? keyof Events & string : never;

/** The names of all that may happen to the objects of a provider's REST API. */
export type ActionOf<P> =
  P extends Provider<string, string, object, EnvelopeFill, infer Actions extends string> ? Actions : never;

/** The payload of one event type, or of any event type when none is named. */
export type EventOf<P, Type extends EventType<P> = EventType<P>> =
  P extends Provider<string, string, infer Events, infer Fill> ? RowEvent<Events, Fill, Type> : never;

type RowEvent<Events, Fill extends EnvelopeFill, Type> = Type extends keyof Events & string
  ? Events[Type] extends EventDefinition<infer Value, infer Pinned, infer Spelling, infer Also>
    ? Wrapped<Fill | Also, Type | Spelling, PinnedObject<Value, Pinned>>
    : never
  : never;

/** `Value` with some fields narrowed, the others as they are. */
export type Narrowed<Value, Fields> = {
  [Key in keyof Value]: Key extends keyof Fields ? Fields[Key] : Value[Key];
};

/** An object as an event carries it, in each of its shapes. Written so that a hover shows names, not every field. */
type PinnedObject<Value, Pinned> = { [Field in keyof Pinned]: PinnedValue<Pinned[Field]> } extends infer Fields
  ? Value extends unknown
    ? Narrowed<Value, Fields>
    : never
  : never;

type PinnedValue<Pin> = Pin extends { readonly either: infer Pins }
  ? PinnedValue<Pins[keyof Pins]>
  : Pin extends { readonly value: infer Value }
    ? Value
    : never;
