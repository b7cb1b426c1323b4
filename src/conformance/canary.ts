import { nodeHttp } from './sockets.ts';

/** A server on this machine that nobody has a reason to call. */
export interface Canary {
  readonly origin: string;
  /** The first part of each path that was asked for. */
  readonly called: ReadonlySet<string>;
  readonly close: () => void;
}

/** Starts a canary on loopback; `undefined` where none can listen. */
export async function startCanary(): Promise<Canary | undefined> {
  const http = nodeHttp();
  if (http === undefined) return undefined;
  const called = new Set<string>();
  const server = http.createServer((request, response) => {
    called.add(request.url!.split(/[/?#]/)[1]!); // A request has a URL, and that begins with a slash.
    response.writeHead(204).end();
  });
  const isListening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(0, '127.0.0.1', () => resolve(true));
  });
  const address = server.address();
  if (!isListening || address === null || typeof address === 'string') return undefined;
  return {
    origin: `http://127.0.0.1:${address.port}`,
    called,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
