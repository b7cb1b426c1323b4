import { Hono } from 'hono';
import { toResponse } from '../../shop/answer.ts';
import { readBytes } from '../../shop/body.ts';
import type { ShopConfig } from '../../shop/config.ts';
import type { Shop } from '../../shop/shop.ts';
import { openShop } from '../../shop/shop.ts';

/** The shop as a function from `Request` to `Response`. */
export interface FetchReceiver extends Shop {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** The shop on Hono 4. */
export function createReceiver(config: ShopConfig): FetchReceiver {
  const shop = openShop(config);
  const app = new Hono({ strict: false }); // a trailing slash is no other path

  // Keep csrf(), and whatever reads the body, off these paths: a webhook has no Origin and no cookie. Hono's bodyLimit()
  // leaves the body of a request that it refuses unread, and under Node the sender then sees a reset in place of the 413.
  app.all('/webhooks/:provider', async ({ req }) => {
    const { method, path } = req;
    const body = await readBytes(req.raw); // never json() or text(), which decode
    return toResponse(shop.receive({ method, path, headers: req.header(), body }));
  });
  app.onError((error) => toResponse(shop.fail(error)));

  return { ...shop, fetch: app.fetch };
}
