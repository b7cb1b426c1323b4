import type { Provider } from '../define/index.ts';
import * as smartpay from './smartpay/index.ts';
import * as useepay from './useepay/index.ts';

/** Every version of every provider, oldest first within a provider. */
export const providers: readonly Provider[] = [
  smartpay.v2022_02_18,
  useepay.v2024_10,
  useepay.v2025_11_06,
  useepay.v2026_04,
];
