import type { Answer } from './answer.ts';
import { acknowledged, refusalOf, refused } from './answer.ts';
import type { Change, Kind } from './change.ts';
import { kinds } from './change.ts';
import type { ShopConfig } from './config.ts';
import type { Delivery } from './delivery.ts';
import { bodyLimit, header } from './delivery.ts';
import { Refusal } from './refusal.ts';
import type { Shipment } from './shipments.ts';
import { shipments } from './shipments.ts';
import { smartpayReader } from './smartpay.ts';
import type { Row } from './store.ts';
import { openStore } from './store.ts';
import { useepayReader } from './useepay.ts';

/** All that the deliveries so far have brought about, as plain JSON. */
export type Effects = Readonly<Record<Kind, Row[]>> & { readonly shipments: Shipment[] };

/** A shop behind any HTTP framework, which reads the request and sends the answer, and does no more. */
export interface Shop {
  /** The answer to a delivery. Never throws. */
  readonly receive: (delivery: Delivery) => Answer;
  /** The answer to a request that the framework failed to read, such as one with too large a body. */
  readonly fail: (error: unknown) => Answer;
  readonly effects: () => Effects;
  /** Forgets every delivery. */
  readonly reset: () => void;
  /** Closes the database and opens it again. Only where it is a file, which survives that. */
  readonly restart?: () => void;
  readonly close: () => void;
}

type Reader = (delivery: Delivery) => Change | undefined;

/** A shop that takes the webhooks of Smartpay and of UseePay, each on a path of its own. */
export function openShop(config: ShopConfig): Shop {
  const readers: ReadonlyMap<string, Reader> = new Map([
    ['/webhooks/smartpay', config.smartpay === undefined ? notConfigured : smartpayReader(config.smartpay)],
    ['/webhooks/useepay', config.useepay === undefined ? notConfigured : useepayReader(config.useepay)],
  ]);
  const { database = ':memory:', log = console.error } = config;
  let store = openStore(database);

  function read(delivery: Delivery): Change | undefined {
    const reader = readers.get(pathOf(delivery));
    if (reader === undefined) throw new Refusal(404);
    if (delivery.method !== 'POST') throw new Refusal(405);
    if (delivery.body.length > bodyLimit) throw new Refusal(413);
    // No provider compresses, and what is signed is what is sent.
    if ((header(delivery.headers, 'content-encoding') ?? 'identity') !== 'identity')
      throw new Refusal(415, 'the body is encoded');
    return reader(delivery);
  }

  function fail(error: unknown): Answer {
    const refusal = refusalOf(error);
    if (refusal.status === 500)
      log(`Cannot process delivery: ${error instanceof Error ? error.message : 'unknown error'}`);
    return refused(refusal);
  }

  return {
    receive(delivery) {
      try {
        const change = read(delivery);
        if (change !== undefined) store.apply(change);
        return acknowledged;
      } catch (error) {
        return fail(error);
      }
    },
    fail,
    effects() {
      const rows = Object.fromEntries(kinds.map((kind) => [kind, store.rows(kind)])) as Record<Kind, Row[]>;
      return { ...rows, shipments: shipments(store, config.findSale) };
    },
    reset: () => store.clear(),
    ...(database !== ':memory:' && {
      restart() {
        store.close();
        store = openStore(database);
      },
    }),
    close: () => store.close(),
  };
}

function notConfigured(): never {
  throw new Refusal(503);
}

/** The path without its query and without a trailing slash: a provider does not follow redirects. */
function pathOf({ path }: Delivery): string {
  return path.split('?', 1)[0]!.replace(/\/$/, '');
}
