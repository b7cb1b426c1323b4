import { http, passthrough, type HttpHandler } from 'msw';
import type { Provider } from '../define/index.ts';
import { createBox, type Box } from './box.ts';
import type { BoxOptions } from './options.ts';

/** Handlers for MSW, and the box behind them. */
export interface ProviderHandlers<P extends Provider> {
  readonly handlers: HttpHandler[];
  readonly box: Box<P>;
}

/**
 * MSW request handlers for a provider's whole REST API, and the box behind them, to drive it with. Nothing that is sent to
 * the provider's hosts goes to the network.
 *
 * Throws `BAD_ARGUMENT` for a provider whose REST API is not described.
 *
 * @example
 * import { getResponse } from 'msw';
 * import { providerHandlers } from 'hookproof/msw';
 * import { latest as smartpay } from 'hookproof/smartpay';
 * const { handlers, box } = providerHandlers(smartpay);
 * const headers = { Authorization: 'Basic sk_test_x' };
 * const response = await getResponse(handlers, new Request('https://api.smartpay.co/v1/orders', { headers }));
 * assert.deepEqual((await response.json()).data, []);
 * assert.deepEqual(box.deliveries, []);
 */
export function providerHandlers<P extends Provider>(provider: P, options: BoxOptions = {}): ProviderHandlers<P> {
  const box = createBox(provider, options);
  return { handlers: boxHandlers(box), box };
}

/** MSW request handlers for a box that is there already. */
export function boxHandlers(box: Pick<Box, 'fetch' | 'origins' | 'isDelivering'>): HttpHandler[] {
  // Deliveries to a server on this machine go out, whatever MSW is told to do with unhandled requests.
  const deliveries = http.post(/^http:\/\/(localhost|127(\.\d+){3}|\[::1\])[:/]/, ({ request }) =>
    box.isDelivering(request.url) ? passthrough() : undefined,
  );
  return [deliveries, ...box.origins.map((origin) => http.all(`${origin}/*`, ({ request }) => box.fetch(request)))];
}
