/** A server on this machine that nobody has a reason to call. */
export interface Canary {
  readonly origin: string;
  /** The paths that were asked for. */
  readonly called: ReadonlySet<string>;
  readonly close: () => void;
}

/** Starts a canary on loopback; `undefined` where there are no sockets. */
export async function startCanary(): Promise<Canary | undefined> {
  const runtime = globalThis.process as Partial<typeof process> | undefined;
  const http = runtime?.getBuiltinModule?.('node:http');
  if (http === undefined) return undefined;
  const called = new Set<string>();
  const server = http.createServer((request, response) => {
    called.add(request.url ?? '');
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    origin: `http://127.0.0.1:${port}`,
    called,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
