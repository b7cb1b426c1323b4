import { verifyReceiverPact } from '../../pact/index.ts';
import { findProvider, positiveNumber, receiverUrl, required, secretOf, word } from '../arguments.ts';
import { deliveryOptions } from '../deliveries.ts';
import type { Flags, Io } from '../io.ts';
import { tell } from './verify.ts';

/** Replays the given pact of deliveries against a running receiver. */
export async function verifyReceiver(words: readonly string[], flags: Flags, io: Io, usage: string): Promise<number> {
  const url = receiverUrl(word(words, 0, 'the URL', usage), flags);
  const provider = findProvider(required(flags, 'provider', usage));
  const secret = await secretOf(flags, 'secret', 'HOOKPROOF_SECRET', io, usage);
  const timeout = positiveNumber(flags, 'timeout', 10) * 1000;
  return tell(await verifyReceiverPact(provider, { url, secret, timeout, ...deliveryOptions(flags) }), flags, io);
}
