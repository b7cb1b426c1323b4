import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Change, Kind } from './change.ts';
import { kinds } from './change.ts';
import type { Delivery } from './delivery.ts';
import { readDelivery } from './delivery.ts';
import { Refusal } from './refusal.ts';
import type { FindSale, Shipment } from './shipments.ts';
import { shipments } from './shipments.ts';
import type { SmartpayConfig } from './smartpay.ts';
import { smartpayReader } from './smartpay.ts';
import type { Row } from './store.ts';
import { openStore } from './store.ts';
import type { UseepayConfig } from './useepay.ts';
import { useepayReader } from './useepay.ts';

export interface ShopConfig {
  /** The path of the SQLite database; in memory when it is not given. */
  readonly database?: string;
  /** A provider that is not configured is answered 503. */
  readonly smartpay?: SmartpayConfig;
  readonly useepay?: UseepayConfig;
  /** Where given, an order is shipped only when its amount and currency are what the shop sold. */
  readonly findSale?: FindSale;
  /** Receives one line for each delivery that failed with 500. */
  readonly log?: (line: string) => void;
}

/** All that the deliveries so far have brought about, as plain JSON. */
export type Effects = Readonly<Record<Kind, Row[]>> & { readonly shipments: Shipment[] };

export interface Shop {
  /** Not yet listening. */
  readonly server: Server;
  effects(): Effects;
  /** Stops the server, open connections included, then closes the database. */
  close(): Promise<void>;
}

type Reader = (delivery: Delivery) => Change | undefined;

/** A shop that receives the webhooks of Smartpay and of UseePay, each on a route of its own. */
export function createShop(config: ShopConfig): Shop {
  const routes: ReadonlyMap<string, Reader> = new Map([
    ['/webhooks/smartpay', config.smartpay === undefined ? notConfigured : smartpayReader(config.smartpay)],
    ['/webhooks/useepay', config.useepay === undefined ? notConfigured : useepayReader(config.useepay)],
  ]);
  const { log = console.error } = config;
  const store = openStore(config.database ?? ':memory:');

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const read = routes.get(pathOf(request));
    if (read === undefined) throw new Refusal(404, 'there is nothing here');
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      throw new Refusal(405, 'only POST is allowed');
    }
    const change = read(await readDelivery(request));
    if (change !== undefined) store.apply(change);
    response.writeHead(200).end();
  }

  const server = createServer({ requestTimeout: 30_000 }, (request, response) => {
    receive(request, response).catch((error: unknown) => {
      if (request.errored) return; // the sender hung up, so there is nobody to answer
      if (error instanceof Refusal) return answer(response, error.status, error.message);
      log(
        `Cannot process delivery to "${pathOf(request)}": ${error instanceof Error ? error.message : 'unknown error'}`,
      );
      answer(response, 500, 'something went wrong, please retry');
    });
  });

  return {
    server,
    effects() {
      const rows = Object.fromEntries(kinds.map((kind) => [kind, store.rows(kind)])) as Record<Kind, Row[]>;
      return { ...rows, shipments: shipments(store, config.findSale) };
    },
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      store.close();
    },
  };
}

function notConfigured(): never {
  throw new Refusal(503, 'this provider is not configured');
}

/** The path without its query and without a trailing slash: a provider does not follow redirects. */
function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0]!.replace(/\/$/, '');
}

function answer(response: ServerResponse, status: number, error: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error }));
}
