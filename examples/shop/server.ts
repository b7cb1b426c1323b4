import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { send } from './answer.ts';
import { readBody } from './body.ts';
import type { ShopConfig } from './config.ts';
import type { Receiver } from './serve.ts';
import { openShop } from './shop.ts';

export type { ShopConfig } from './config.ts';
export type { Effects } from './shop.ts';

export interface ShopServer extends Receiver {
  /** Not yet listening. */
  readonly server: Server;
  /** Stops the server, open connections included, then closes the database. */
  readonly close: () => Promise<void>;
}

/** The shop on `node:http` alone. */
export function createShop(config: ShopConfig): ShopServer {
  const shop = openShop(config);

  const receive = ({ method = '', url: path = '/', headers }: IncomingMessage, body: Buffer) =>
    shop.receive({ method, path, headers, body });

  async function listener(request: IncomingMessage, response: ServerResponse): Promise<void> {
    send(response, await readBody(request).then((body) => receive(request, body), shop.fail));
  }

  const server = createServer({ requestTimeout: 30_000 }, (request, response) => void listener(request, response));
  return {
    ...shop,
    server,
    listener,
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      shop.close();
    },
  };
}
