import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withProbe } from './probe.ts';
import type { Shop } from './shop.ts';

/** The shop in one framework, as a listener for `node:http`. */
export interface Receiver extends Pick<Shop, 'effects' | 'reset' | 'restart'> {
  readonly listener: (...exchange: Parameters<RequestListener>) => unknown;
  readonly close: () => void | Promise<void>;
}

/** Listens on this machine's port `PORT` until it is told to stop; with the probe where `PROBE` is 1, for tests only. */
export function serve(name: string, receiver: Receiver): void {
  const { PORT = '3000', PROBE } = process.env;
  const listener = PROBE === '1' ? withProbe(receiver) : receiver.listener;
  const server = createServer({ requestTimeout: 30_000 }, (request, response) => void listener(request, response));

  server.listen(Number(PORT), '127.0.0.1', () => {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server's address is never a string
    console.log(`${name} listening: ${origin}/webhooks/smartpay ${origin}/webhooks/useepay`);
  });

  function stop(): void {
    server.close(() => void receiver.close());
    server.closeAllConnections();
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}
