import { Hono } from 'hono';
import { bodyLimit as limited } from 'hono/body-limit';
import { toResponse } from '../../shop/answer.ts';
import type { ShopConfig } from '../../shop/config.ts';
import { bodyLimit } from '../../shop/delivery.ts';
import { Refusal } from '../../shop/refusal.ts';
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

  // Keep csrf(), and whatever reads the body, off these paths: a webhook has no Origin and no cookie.
  app.all(
    '/webhooks/:provider',
    limited({ maxSize: bodyLimit, onError: () => toResponse(shop.fail(new Refusal(413))) }),
    async ({ req }) => {
      const body = Buffer.from(await req.arrayBuffer()); // never json() or text(), which decode
      return toResponse(shop.receive({ method: req.method, path: req.path, headers: req.header(), body }));
    },
  );
  app.onError((error) => toResponse(shop.fail(error)));

  return { ...shop, fetch: app.fetch };
}
