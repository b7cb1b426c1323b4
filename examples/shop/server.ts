import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Answer } from './answer.ts';
import { readBody } from './body.ts';
import type { ShopConfig } from './config.ts';
import type { Shop } from './shop.ts';
import { openShop } from './shop.ts';

export type { ShopConfig } from './config.ts';
export type { Effects } from './shop.ts';

export interface ShopServer extends Pick<Shop, 'effects' | 'reset' | 'restart'> {
  /** Not yet listening. */
  readonly server: Server;
  readonly listener: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Stops the server, open connections included, then closes the database. */
  close(): Promise<void>;
}

/** The shop on `node:http` alone. */
export function createShop(config: ShopConfig): ShopServer {
  const shop = openShop(config);

  async function answerTo(request: IncomingMessage): Promise<Answer | undefined> {
    try {
      const { method = '', url: path = '/', headers } = request;
      return shop.receive({ method, path, headers, body: await readBody(request) });
    } catch (error) {
      return request.errored ? undefined : shop.fail(error); // undefined: the sender hung up
    }
  }

  async function listener(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await answerTo(request);
    if (answer !== undefined) response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  const server = createServer({ requestTimeout: 30_000 }, (request, response) => void listener(request, response));
  const { effects, reset, restart } = shop;
  return {
    server,
    listener,
    effects,
    reset,
    ...(restart && { restart }),
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      shop.close();
    },
  };
}
