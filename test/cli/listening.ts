import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSocketServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Probe, Receiver } from '../../src/conformance/index.ts';

/** The URL at which a listener listens until the test is over. */
export async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  onTestFinished(() => server.closeAllConnections());
  return opened(server);
}

/** The URL at which raw connections are taken until the test is over. */
export async function connecting(take: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
    take(socket);
  });
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
  return opened(server);
}

async function opened(server: Server | ReturnType<typeof createSocketServer>): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`; // TCP, so never a string
}

/** A receiver as a listener; with a probe, its effects are at `/effects`. */
export function listenerOf(receiver: Receiver, probe?: Probe): RequestListener {
  return (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      if (probe !== undefined && request.url === '/effects') {
        if (request.method === 'GET') return response.end(JSON.stringify(await probe.effects()));
        await probe.reset?.();
        return response.writeHead(204).end();
      }
      const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
      const answer = await receiver(
        new Request(`http://localhost${request.url}`, {
          method: request.method!,
          headers: request.headers as Record<string, string>,
          body: hasBody ? Buffer.concat(chunks) : null,
        }),
      );
      return response.writeHead(answer.status).end(await answer.text());
    });
  };
}
