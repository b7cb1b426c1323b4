import { trackedPath, type OnRead, type ReadPath } from './track.ts';

/** A tracked value inside another, such as an event in a job: where it is there, and what it is of its event. */
export interface Part {
  readonly at: readonly string[];
  readonly path: ReadPath;
  readonly onRead: OnRead;
}

/** The tracked values in a value: itself, or what its plain objects and lists hold. */
export function partsIn(value: unknown, at: readonly string[] = [], around: readonly unknown[] = []): Part[] {
  const found = trackedPath(value);
  if (found !== undefined) return [{ at, path: found.path, onRead: found.onRead }];
  if (typeof value !== 'object' || value === null || around.includes(value)) return [];
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return [];
  return Object.entries(value).flatMap(([key, inner]) => partsIn(inner, [...at, key], [...around, value]));
}

/** The value with what is at each part's place replaced, in place; the value itself where that is a part. */
export function replaceParts<P extends Part>(
  value: unknown,
  parts: readonly P[],
  replaced: (value: unknown, part: P) => unknown,
): unknown {
  return parts.reduce((whole, part) => replaceAt(whole, part.at, (inner) => replaced(inner, part)), value);
}

function replaceAt(value: unknown, [key, ...rest]: readonly string[], replaced: (value: unknown) => unknown): unknown {
  if (key === undefined) return replaced(value);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value;
  const holder = value as { [Key: string]: unknown };
  holder[key] = replaceAt(holder[key], rest, replaced);
  return value;
}
