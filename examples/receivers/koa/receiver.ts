import Koa from 'koa';
import { readBody } from '../../shop/body.ts';
import type { ShopConfig } from '../../shop/config.ts';
import type { Receiver } from '../../shop/serve.ts';
import { openShop } from '../../shop/shop.ts';

/** The shop on Koa 3. */
export function createReceiver(config: ShopConfig): Receiver {
  const shop = openShop(config);
  const app = new Koa();

  // Koa parses nothing by itself. Keep this before koa-bodyparser, sessions and CSRF protection.
  app.use(async (context, next) => {
    const { method, path, headers, req } = context;
    if (!path.startsWith('/webhooks/')) return next();
    const answer = await readBody(req).then((body) => shop.receive({ method, path, headers, body }), shop.fail);
    context.status = answer.status; // set first: without it Koa chooses, and takes an absent body for 204
    context.body = answer.body;
    context.set(answer.headers);
  });

  // Koa's own listener prints the stack of every sender that hangs up.
  app.on('error', shop.fail);

  return { ...shop, listener: app.callback() };
}
