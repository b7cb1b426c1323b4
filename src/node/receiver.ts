import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { overHttp, type Receiver } from '../conformance/index.ts';

/** What Express and Node's own server call a handler; Koa has it as `app.callback()`, Fastify as `app.routing`. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A receiver behind a server of its own, until it is closed. */
export interface NodeReceiver extends Receiver {
  readonly close: () => Promise<void>;
}

/**
 * The receiver that a Node listener is. It listens on loopback, at a port that is free, from the first request on; a
 * process that is done does not wait for it. The path of each request stays as it is.
 *
 * @example
 * import { generateKeys, runConformance } from 'hookproof';
 * import { nodeReceiver } from 'hookproof/node';
 * import { latest as smartpay } from 'hookproof/smartpay';
 * const receiver = nodeReceiver((request, response) => response.writeHead(401).end());
 * const { signing } = await generateKeys(smartpay);
 * const report = await runConformance(smartpay, receiver, { secret: signing, only: ['acknowledges-every-event'] });
 * await receiver.close();
 * assert.equal(report.passed, false);
 */
export function nodeReceiver(listener: NodeListener): NodeReceiver {
  let opened: Promise<Server> | undefined;
  const receive = async (request: Request): Promise<Response> => {
    const server = await (opened ??= open(listener));
    const { pathname, search } = new URL(request.url);
    const { port } = server.address() as AddressInfo; // A TCP server's address is never a text.
    return overHttp(new Request(`http://127.0.0.1:${port}${pathname}${search}`, request));
  };
  const close = async (): Promise<void> => {
    const server = await opened;
    opened = undefined;
    if (server === undefined) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return Object.assign(receive, { close });
}

function open(listener: NodeListener): Promise<Server> {
  const server = createServer((request, response) => void listener(request, response));
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
