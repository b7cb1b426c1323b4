/**
 * An object without keys that V8 keeps as a hash table. Where nearly every draw has a set of keys of its own, a hidden
 * class for each would cost more than all the rest.
 */
export function emptyTable(): { [Key: string]: unknown } {
  return Object.setPrototypeOf(Object.create(null), Object.prototype) as { [Key: string]: unknown };
}
