/** A scalar inside an event, and where it is. Objects in lists are not entered. */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: string | number | boolean | null;
}

/** Every scalar of an event that is not inside a list. */
export function leavesOf(value: object, above: readonly string[] = []): Leaf[] {
  return Object.entries(value).flatMap(([key, field]): Leaf[] => {
    const path = [...above, key];
    if (typeof field !== 'object' || field === null) return [{ path, value: field }];
    return Array.isArray(field) ? [] : leavesOf(field, path);
  });
}
