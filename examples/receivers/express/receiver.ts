import type { NextFunction, Request, Response } from 'express';
import express from 'express';
import { send } from '../../shop/answer.ts';
import type { ShopConfig } from '../../shop/config.ts';
import { bodyLimit } from '../../shop/delivery.ts';
import type { Receiver } from '../../shop/serve.ts';
import { openShop } from '../../shop/shop.ts';

/** The shop on Express 5. */
export function createReceiver(config: ShopConfig): Receiver {
  const shop = openShop(config);
  const app = express();
  app.disable('x-powered-by');

  // Mount this before express.json(), sessions and CSRF protection: whatever reads the body first has it, and parsed
  // JSON is no longer what was signed. A `type` that always matches leaves content types to the shop.
  app.use(
    '/webhooks',
    express.raw({ type: () => true, limit: bodyLimit, inflate: false }),
    ({ method, originalUrl: path, headers, body }: Request, response: Response) => {
      send(response, shop.receive({ method, path, headers, body: Buffer.isBuffer(body) ? body : Buffer.alloc(0) }));
    },
  );

  // Express's own handler would show the stack, unless NODE_ENV is "production". It is told by its four parameters.
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    request.resume(); // express.raw() stops reading at its limit, and the sender would wait for ever
    send(response, shop.fail(error));
  });

  return { ...shop, listener: app };
}
