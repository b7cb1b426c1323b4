import type { Change } from './change.ts';
import type { FieldPath } from './fields.ts';

/** What a consumer reads: the fields of each event type that it knows. */
export interface Reads {
  readonly consumer: string;
  /** Event type to the paths that are read. What is inside an object or list that is read whole counts as read. */
  readonly events: ReadonlyMap<string, readonly FieldPath[]>;
}

/** Whether a change concerns a consumer. How an event is delivered concerns every one. */
export function affects(change: Change, { events }: Reads): boolean {
  if (change.events.length === 0) return true;
  return change.events.some((type) => {
    const paths = events.get(type);
    return paths !== undefined && change.fields.some((field) => paths.some((path) => overlaps(path, field)));
  });
}

/** Whether one path is the other, or leads to it. A record's `*` is every key. */
function overlaps(a: FieldPath, b: FieldPath): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length).every((key, index) => {
    const other = b[index]!;
    return key === other || key === '*' || (other === '*' && key !== '[]');
  });
}
