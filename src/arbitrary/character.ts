import { isValidEvent, rowOf, valueAt, type EventForm, type Provider } from '../define/index.ts';
import { atTime, overlay, withValueAt } from '../fixture/index.ts';
import type { Branch } from './event.ts';

/** One object of a history. */
export interface Character {
  readonly name: string;
  readonly id: string;
  readonly form: EventForm;
  readonly object: object;
  /** When it was made, in milliseconds since the Unix epoch. */
  readonly start: number;
  /** How much money it is about. */
  readonly amount: number | undefined;
}

type Json = { readonly [Field: string]: unknown };

/**
 * The object that a history is about: drawn in some event, put into test mode, with an id of its own, made at `start`,
 * and where it can with references to those of the cast, and no more money than they are about.
 */
export function characterOf(
  provider: Provider,
  { type, form, arbitrary }: Branch,
  drawn: object,
  cast: readonly Character[],
  start: number,
): Character {
  const { shape, envelope } = form;
  const { object: path } = envelope.paths;
  const event =
    envelope.mode === undefined ? drawn : arbitrary.repaired(overlay(drawn, { [envelope.mode.field]: true }) as object);
  const isValid = (object: unknown) => isValidEvent(provider, type, withValueAt(event, path, object), form);
  const { name } = rowOf(provider, type).object;
  const base = valueAt(event, path) as Json;
  const id = ownId(String(base['id']), new Set(cast.map((other) => other.id)));
  const timed = { id, ...atTime(shape, shape.times.created, start), ...atTime(shape, shape.times.updated, start) };

  let object = overlay(base, timed) as Json;
  const limits: number[] = [];
  for (const [field, referred] of Object.entries(shape.references)) {
    const other =
      cast.findLast((each) => each.name === referred && each.form.shape.name === shape.name) ??
      cast.findLast((each) => each.name === referred);
    if (other === undefined || field.includes('.')) continue;
    const referring = [other.id, [other.id]].map((value) => overlay(object, { [field]: value }) as Json).find(isValid);
    if (referring === undefined) continue;
    object = referring;
    if (other.amount !== undefined) limits.push(other.amount);
  }
  if (shape.amount === undefined) return { name, id, form, object, start, amount: undefined };
  const amount = Math.min(object[shape.amount] as number, ...limits);
  return { name, id, form, object: { ...object, [shape.amount]: amount }, start, amount };
}

/** The id, with another last digit where it is taken. */
function ownId(id: string, taken: ReadonlySet<string>): string {
  const candidates = [id, ...Array.from({ length: 10 }, (_, digit) => id.slice(0, -1) + String(digit))];
  return candidates.find((candidate) => !taken.has(candidate)) ?? id;
}
