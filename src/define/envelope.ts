import type * as z from 'zod';
import type { Evidence } from './evidence.ts';
import type { Path } from './path.ts';

/**
 * What an envelope's type is filled with. Extend it with an `event` that reads `this['type']` and `this['object']`:
 * that keeps `EventOf` exact for every provider.
 */
export interface EnvelopeFill {
  readonly type: string;
  readonly object: unknown;
  readonly event: unknown;
}

/** The envelope's type around an object of type `Carried`. */
export type Wrapped<Fill extends EnvelopeFill, Type extends string, Carried> = Fill extends unknown
  ? (Fill & { readonly type: Type; readonly object: Carried })['event']
  : never;

/** How a new event id is made: a prefix and so many characters of an alphabet. */
export interface IdFormat {
  readonly prefix: string;
  readonly alphabet: string;
  readonly length: number;
}

/** What a provider wraps around the object of an event. */
export interface Envelope<Fill extends EnvelopeFill = EnvelopeFill> extends Evidence {
  /** What sets the envelope apart, such as `event-id-date`. */
  readonly name: string;
  readonly schema: (type: z.ZodType<string>, object: z.ZodType) => z.ZodObject;
  readonly paths: { readonly id: Path; readonly type: Path; readonly object: Path; readonly createdAt?: Path };
  /** The envelope with its keys in the printed order; id, type, object and time are filled in. */
  readonly blank: object;
  readonly id: IdFormat;
  /** How test mode shows: in fields of one name, and in a word that every id holds between underscores. */
  readonly mode?: { readonly field: string; readonly on: string; readonly off: string };
  /** Only in the types: what the placeholders are filled through. */
  readonly fill?: Fill;
}

/** Defines an envelope. */
export function envelope<Fill extends EnvelopeFill>(envelope: Envelope<Fill>): Envelope<Fill> {
  return envelope;
}
