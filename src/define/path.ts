/** Where a field is: its keys, outermost first. */
export type Path = readonly [string, ...string[]];

/** What stands at `path`, or `undefined`. */
export function valueAt(event: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as { readonly [Key: string]: unknown })[key]
        : undefined,
    event,
  );
}
