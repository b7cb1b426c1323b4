import type { NextRequest } from 'next/server.js';
import { toResponse } from '../../shop/answer.ts';
import { readBytes } from '../../shop/body.ts';
import type { ShopConfig } from '../../shop/config.ts';
import type { Shop } from '../../shop/shop.ts';
import { openShop } from '../../shop/shop.ts';

/** The shop as a route handler of Next.js's App Router. */
export interface RouteReceiver extends Shop {
  readonly route: (request: NextRequest, context: RouteContext) => Promise<Response>;
}

/** What Next.js passes beside the request. */
export interface RouteContext {
  readonly params: Promise<{ readonly provider: string }>;
}

/** The shop on Next.js 16. */
export function createReceiver(config: ShopConfig): RouteReceiver {
  const shop = openShop(config);

  return {
    ...shop,
    async route(request, { params }) {
      const { provider } = await params;
      const { method, headers } = request;
      const answer = await readBytes(request).then(
        (body) => shop.receive({ method, path: `/webhooks/${provider}`, headers: Object.fromEntries(headers), body }),
        shop.fail,
      );
      return toResponse(answer);
    },
  };
}
