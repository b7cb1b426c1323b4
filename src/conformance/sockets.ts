/** Node's `http`; `undefined` where this runs without sockets. Imported, it would keep this from running there. */
export function nodeHttp() {
  const runtime = globalThis.process as Partial<typeof process> | undefined;
  return runtime?.getBuiltinModule?.('node:http');
}

/** What `nodeHttp` gives where there are sockets. */
export type NodeHttp = NonNullable<ReturnType<typeof nodeHttp>>;
