import type { Provider } from '../define/index.ts';
import * as smartpay from './smartpay/index.ts';

/** Every version of every provider, oldest first within a provider. */
export const providers: readonly Provider[] = [smartpay.v2022_02_18];
