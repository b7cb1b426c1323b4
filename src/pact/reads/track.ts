/** Where a value is in an event: its keys, outermost first. Every item of a list is at `[]`. */
export type ReadPath = readonly string[];

/** Told of every field that is looked at, whether it is there or not. */
export type OnRead = (path: ReadPath) => void;

/** A value that tells of its reads, and what it stands for. */
interface Tracked {
  readonly target: object;
  readonly path: ReadPath;
  readonly onRead: OnRead;
}

const tracked = new WeakMap<object, Tracked>();

/** What runtimes and test runners ask of any value; no receiver means a field by it. */
const askedOfAll = new Set(['toJSON', 'then', 'asymmetricMatch', '$$typeof', 'nodeType', 'tagName', 'inspect']);

/**
 * A copy of a JSON value that tells of every read. The copy is whole: it may be changed, frozen, spread and iterated
 * like the value itself, and what the receiver writes into it is not told of when it is read again.
 */
export function track<Value>(value: Value, onRead: OnRead, path: ReadPath = []): Value {
  if (typeof value !== 'object' || value === null) return value;
  const inner = (key: string) => [...path, Array.isArray(value) ? '[]' : key];
  const entries = Object.entries(value).map(
    ([key, field]) => [key, track(field as unknown, onRead, inner(key))] as const,
  );
  const target: object = Array.isArray(value) ? entries.map(([, item]) => item) : Object.create(Object.prototype);
  // Defined, not assigned, so that a field named "__proto__" stays a field.
  for (const [key, field] of entries)
    Object.defineProperty(target, key, { value: field, writable: true, enumerable: true, configurable: true });
  const proxy = new Proxy(target, handlerOf(inner, onRead));
  tracked.set(proxy, { target, path, onRead });
  // A proxy of a value has the value's type.
  return proxy as Value;
}

function handlerOf(pathOf: (key: string) => ReadPath, onRead: OnRead): ProxyHandler<object> {
  const written = new Set<string>();
  /** The keys that an enumeration has yet to ask for: that it asks for them says nothing of what is read. */
  let coming: readonly string[] = [];

  const isField = (target: object, key: string | symbol): key is string =>
    typeof key === 'string' &&
    !written.has(key) &&
    (Object.hasOwn(target, key)
      ? !(Array.isArray(target) && key === 'length')
      : !(key in target) && !askedOfAll.has(key) && !(Array.isArray(target) && !/^\d+$/.test(key)));

  return {
    get(target, key, receiver) {
      if (isField(target, key)) onRead(pathOf(key));
      return Reflect.get(target, key, receiver) as unknown;
    },
    has(target, key) {
      if (isField(target, key)) onRead(pathOf(key));
      return Reflect.has(target, key);
    },
    ownKeys(target) {
      coming = Object.keys(target);
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(target, key) {
      const at = typeof key === 'string' ? coming.indexOf(key) : -1;
      if (at >= 0) coming = coming.slice(at + 1);
      else if (isField(target, key)) onRead(pathOf(key));
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    set(target, key, value) {
      if (typeof key === 'string') written.add(key);
      return Reflect.set(target, key, value);
    },
    defineProperty(target, key, descriptor) {
      if (typeof key === 'string' && 'value' in descriptor) written.add(key);
      return Reflect.defineProperty(target, key, descriptor);
    },
    deleteProperty(target, key) {
      if (typeof key === 'string') written.add(key);
      return Reflect.deleteProperty(target, key);
    },
  };
}

/** Where a tracked value is in its event, or `undefined` for any other value. */
export function trackedPath(value: unknown): { readonly path: ReadPath; readonly onRead: OnRead } | undefined {
  return typeof value === 'object' && value !== null ? tracked.get(value) : undefined;
}

/** The value with a plain copy of every tracked value in it. Nothing is told of. */
export function untracked(value: unknown, seen = new Set<unknown>()): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const found = tracked.get(value);
  if (found !== undefined) {
    const copy = Object.entries(found.target).map(([key, field]) => [key, untracked(field, seen)] as const);
    return Array.isArray(found.target) ? copy.map(([, item]) => item) : fromEntries(copy);
  }
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain || seen.has(value)) return value;
  seen.add(value);
  const entries = Object.entries(value).map(([key, field]) => [key, untracked(field, seen)] as const);
  seen.delete(value);
  if (entries.every(([key, field]) => field === (value as { readonly [Key: string]: unknown })[key])) return value;
  return Array.isArray(value) ? entries.map(([, item]) => item) : fromEntries(entries);
}

function fromEntries(entries: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(entries);
}
