import * as z from 'zod';
import type { Envelope } from './envelope.ts';
import { pinsOf, type EventDefinition } from './event.ts';
import type { ObjectShape } from './object.ts';
import type { Provider } from './provider.ts';
import { rowOf } from './rows.ts';

/** One form in which an event may come: a shape of its object, in an envelope. */
export interface EventForm {
  readonly shape: ObjectShape;
  readonly envelope: Envelope;
}

/** Every form in which an event may come, the usual one first. */
export function formsOf(provider: Provider, type: string): EventForm[] {
  const row = rowOf(provider, type);
  return [provider.envelope, ...row.envelopes].flatMap((envelope) =>
    row.object.shapes.map((shape) => ({ shape, envelope })),
  );
}

/** The schema of one event type: in one form, or in any form when none is named. It refuses unknown fields. */
export function eventSchema(provider: Provider, type: string, form?: EventForm): z.ZodType<object> {
  const row = rowOf(provider, type);
  const [first, ...others] = (form === undefined ? formsOf(provider, type) : [form]).map(({ shape, envelope }) =>
    envelope.schema(z.literal([type, ...row.spellings]), objectSchema(row, shape)),
  );
  return others.length === 0 ? first! : z.union([first!, ...others]);
}

/** The schema of the object as this row carries it in one of its shapes. */
export function objectSchema(row: EventDefinition, shape: ObjectShape): z.ZodObject {
  const pinned = pinsOf(row).map(([field, choices]) => [
    field,
    z.literal(choices.map(({ pin }) => pin.value as z.core.util.Literal)),
  ]);
  return pinned.length === 0 ? shape.schema : shape.schema.extend(Object.fromEntries(pinned));
}
