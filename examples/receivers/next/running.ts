import { configFrom } from '../../shop/config.ts';
import { createReceiver } from './receiver.ts';

/** The one shop of this process, made from its environment. */
export const receiver = createReceiver(configFrom(process.env));
