import {
  mayFollow,
  rowsOf,
  valueAt,
  type EventDefinition,
  type ObjectShape,
  type Provider,
} from '../../src/define/index.ts';
import type { Message } from './correct.ts';

/** How far along an object is, read from what the provider documents of its lifecycles. */
export interface Progress {
  /** Whether the event is of a type that is known. */
  readonly isKnown: (message: Message) => boolean;
  /** The name of the object that the event is about. */
  readonly nameOf: (message: Message) => string;
  /** When the object last changed, where a field says so. */
  readonly timeOf: (message: Message) => number | undefined;
  readonly amountOf: (message: Message) => unknown;
  /** The merchant's own reference, where the object carries one. */
  readonly referenceOf: (message: Message) => unknown;
  /** Whether what one event says comes after what another says of the same object, whichever came in first. */
  readonly isAfter: (message: Message, other: Message) => boolean;
}

/** Reads a provider's lifecycles. */
export function progressOf(provider: Provider): Progress {
  const rows = new Map(
    rowsOf(provider).flatMap(([type, row]) => [type, ...row.spellings].map((name) => [name, { type, row }])),
  );
  const rowFor = ({ type }: Message) => rows.get(type);
  const shapeFor = (message: Message) => shapeOf(rowFor(message)!.row, message.object);
  const reach = mayFollow(provider.lifecycles, provider.events);
  const timeOf = (message: Message) => {
    const found = valueAt(message.object, [shapeFor(message).times.updated ?? '']);
    const time = typeof found === 'string' ? Date.parse(found) : Number(found);
    return Number.isNaN(time) ? undefined : time;
  };
  return {
    isKnown: (message) => rowFor(message) !== undefined,
    nameOf: (message) => rowFor(message)!.row.object.name,
    timeOf,
    amountOf: (message) => valueAt(message.object, [shapeFor(message).amount ?? '']),
    referenceOf: (message) => message.object['reference'] ?? message.object['merchant_order_id'],
    isAfter(message, other) {
      const [here, there] = [rowFor(message)!.type, rowFor(other)!.type];
      const isLater = reach(there, here);
      if (isLater !== reach(here, there)) return isLater;
      const [time, otherTime] = [timeOf(message) ?? 0, timeOf(other) ?? 0];
      if (time !== otherTime) return time > otherTime;
      return JSON.stringify(message.object) > JSON.stringify(other.object);
    },
  };
}

/** The shape that an object most likely has: the one that lists the most of its fields. */
function shapeOf(row: EventDefinition, object: object): ObjectShape {
  const count = ({ schema }: ObjectShape) => Object.keys(object).filter((field) => field in schema.shape).length;
  return row.object.shapes.toSorted((a, b) => count(b) - count(a))[0]!;
}
