import type { Envelope, EnvelopeFill } from './envelope.ts';
import type { Evidence, Fact } from './evidence.ts';
import type { ObjectDefinition } from './object.ts';

/** A field that an event fixes to one value. */
export type Pin<Value = unknown> = Fact<Value>;

/** A field that an event fixes to one of several values, each with a name. */
export interface Either<Value = unknown> {
  readonly either: { readonly [Name: string]: Pin<Value> };
}

/** The fields of `Value` that an event fixes. */
export type Pins<Value> = { readonly [Key in keyof Value]?: Pin<Value[Key]> | Either<Value[Key]> };

/** One row of a catalogue: the object an event carries, and what is constant in it. */
export interface EventDefinition<
  Value = unknown,
  Pinned = object,
  Spelling extends string = string,
  Fill extends EnvelopeFill = EnvelopeFill,
> extends Evidence {
  readonly object: ObjectDefinition<Value>;
  readonly pins: Pinned;
  readonly summary: string;
  /** Other spellings of the event type that the documentation prints. */
  readonly spellings: readonly Spelling[];
  /** Other envelopes that the documentation prints this event in. */
  readonly envelopes: readonly Envelope<Fill>[];
}

/** What the documentation also prints of an event, beside its row. */
export interface AlsoPrinted<Spelling extends string, Fill extends EnvelopeFill> {
  readonly spellings?: readonly Spelling[];
  readonly envelopes?: readonly Envelope<Fill>[];
}

/** Pins a field to `value`, and says how that is known. */
export function pin<const Value>(value: Value, evidence: Evidence): Pin<Value> {
  return { value, ...evidence };
}

/** Pins a field to one of several values, the usual one first; each name becomes a fixture variant. */
export function either<const Pins extends { readonly [Name: string]: Pin }>(pins: Pins): { readonly either: Pins } {
  return { either: pins };
}

/** Defines one row of a catalogue. */
export function event<
  Value,
  const Pinned extends Pins<Value>,
  const Spelling extends string = never,
  Fill extends EnvelopeFill = never,
>(
  object: ObjectDefinition<Value>,
  pins: Pinned & { readonly [Key in Exclude<keyof Pinned, keyof Value>]: never },
  summary: string,
  evidence: Evidence,
  also: AlsoPrinted<Spelling, Fill> = {},
): EventDefinition<Value, Pinned, Spelling, Fill> {
  return { object, pins, summary, spellings: also.spellings ?? [], envelopes: also.envelopes ?? [], ...evidence };
}

/** The pins of a row by field: each a list of its names and values, one without a name where there is no choice. */
export function pinsOf(
  row: EventDefinition,
): [field: string, choices: { readonly name?: string; readonly pin: Pin }[]][] {
  return Object.entries(row.pins as { readonly [Field: string]: Pin | Either }).map(([field, pinned]) => [
    field,
    'either' in pinned ? Object.entries(pinned.either).map(([name, pin]) => ({ name, pin })) : [{ pin: pinned }],
  ]);
}
