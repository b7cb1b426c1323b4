import type { FindSale } from './shipments.ts';
import type { SmartpayConfig } from './smartpay.ts';
import type { UseepayConfig } from './useepay.ts';

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

/** The configuration in the environment. While a key is being rotated, its variable holds both, with a comma between. */
export function configFrom(environment: NodeJS.ProcessEnv): ShopConfig {
  const { DATABASE, SMARTPAY_SECRET, SMARTPAY_SUBSCRIPTION_ID, USEEPAY_PUBLIC_KEY, USEEPAY_MERCHANT_NO } = environment;
  return {
    ...(DATABASE && { database: DATABASE }),
    ...(SMARTPAY_SECRET && {
      smartpay: {
        secret: SMARTPAY_SECRET.split(','),
        ...(SMARTPAY_SUBSCRIPTION_ID && { subscriptionId: SMARTPAY_SUBSCRIPTION_ID }),
      },
    }),
    ...(USEEPAY_PUBLIC_KEY && {
      useepay: {
        publicKey: USEEPAY_PUBLIC_KEY.split(','),
        ...(USEEPAY_MERCHANT_NO && { merchantNo: USEEPAY_MERCHANT_NO }),
      },
    }),
  };
}
