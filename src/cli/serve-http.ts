import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { HookproofError } from '../errors.ts';
import type { BoxCore } from '../msw/box.ts';

/** A box that listens. */
export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The largest body that is read, in bytes. */
const bodyLimit = 2 * 1024 * 1024;

/** Lets a box listen on 127.0.0.1; on any free port for 0. Throws `UNREACHABLE` where it cannot. */
export async function serveBox(box: Pick<BoxCore, 'fetch'>, port: number): Promise<Served> {
  const server = createServer({ requestTimeout: 30_000 }, (incoming, outgoing) => {
    answer(box, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new HookproofError('UNREACHABLE', `Cannot listen on 127.0.0.1:${port}: ${cause.message}`, { cause })),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server's address is never a string
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(box: Pick<BoxCore, 'fetch'>, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const host = incoming.headers.host ?? '';
  // A page of another site that has its name point here would name itself.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host))
    return refuse(outgoing, 403, `host "${host}" is not this machine`);
  const body = await bodyOf(incoming);
  if (body === undefined) return refuse(outgoing, 413, `the body is larger than ${bodyLimit} bytes`);
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD' && body.length > 0;
  const headers = Object.entries(incoming.headers).flatMap(([name, value]) =>
    [value].flat().flatMap((each): [string, string][] => (each === undefined ? [] : [[name, each]])),
  );
  const request = new Request(new URL(incoming.url ?? '/', `http://${host}`), {
    method: incoming.method ?? 'GET',
    headers,
    ...(hasBody ? { body } : {}),
  });
  const response = await box.fetch(request).catch((error: unknown) => {
    if (error instanceof HookproofError) return Response.json({ error: error.message }, { status: 400 });
    throw error;
  });
  // A fault that breaks the connection.
  if (response.type === 'error') return void outgoing.destroy();
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) return void outgoing.end();
  await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing);
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length; // no encoding is set, so every chunk is a Buffer
    if (size > bodyLimit) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function refuse(outgoing: ServerResponse, status: number, state: string): void {
  const error = JSON.stringify({ error: `Cannot answer: ${state}` });
  outgoing.writeHead(status, { 'Content-Type': 'application/json' }).end(error);
}
