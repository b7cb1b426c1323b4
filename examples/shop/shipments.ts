import type { Row, Store } from './store.ts';

/** What the shop itself wrote down when the shopper checked out. */
export interface Sale {
  readonly amount: number;
  readonly currency: string;
}

/** The shop's record of a sale, by the reference that it gave to the provider. */
export type FindSale = (reference: string) => Sale | undefined;

/** An order to ship, or to hold because the provider's amount is not what the shop sold. */
export interface Shipment {
  readonly provider: Row['provider'];
  readonly id: string;
  readonly reference: string | undefined;
  readonly decision: 'ship' | 'hold';
}

const authorised: ReadonlySet<string | undefined> = new Set(['succeeded', 'requires_capture']);

/**
 * What the warehouse should do now. It is computed from the state and not collected from events, so no delivery, however late or
 * repeated, can ship an order twice or ship a canceled one. Test orders never ship. Without `findSale` nothing is compared.
 */
export function shipments(store: Store, findSale: FindSale | undefined): Shipment[] {
  const smartpay = store.rows('orders').filter(({ status }) => authorised.has(status));
  const useepay = store.rows('payments').filter((row) => row.provider === 'useepay' && row.status === 'succeeded');
  return [...smartpay, ...useepay]
    .filter(({ mode }) => mode === 'live')
    .map((row) => ({
      provider: row.provider,
      id: row.id,
      reference: row.reference,
      decision: findSale === undefined || isAsSold(row, findSale) ? 'ship' : 'hold',
    }));
}

function isAsSold({ reference, amount, currency }: Row, findSale: FindSale): boolean {
  const sale = reference === undefined ? undefined : findSale(reference);
  return (
    sale !== undefined && Number(amount) === sale.amount && currency?.toUpperCase() === sale.currency.toUpperCase()
  );
}
