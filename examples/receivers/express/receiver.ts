import type { NextFunction, Request, Response } from 'express';
import express from 'express';
import { send } from '../../shop/answer.ts';
import { readBody } from '../../shop/body.ts';
import type { ShopConfig } from '../../shop/config.ts';
import { Refusal } from '../../shop/refusal.ts';
import type { Receiver } from '../../shop/serve.ts';
import { openShop } from '../../shop/shop.ts';

/** The shop on Express 5. */
export function createReceiver(config: ShopConfig): Receiver {
  const shop = openShop(config);
  const app = express();
  app.disable('x-powered-by');

  // Mount this before express.json(), sessions and CSRF protection: whatever reads the body first has it, and parsed JSON
  // is no longer what was signed. express.raw({ type: () => true, inflate: false }) gives the bytes too, but reads a body
  // that is too large to its end, however long that takes, before it answers 413.
  app.use('/webhooks', async (request: Request, response: Response) => {
    const { method, originalUrl: path, headers } = request;
    send(response, shop.receive({ method, path, headers, body: await readBody(request) }));
  });

  // Express's own answers repeat the path, and show the stack unless NODE_ENV is "production".
  app.use((_request: Request, response: Response) => send(response, shop.fail(new Refusal(404))));
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    send(response, shop.fail(error));
  });

  return { ...shop, listener: app };
}
