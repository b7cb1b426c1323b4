import type { IncomingMessage } from 'node:http';
import { bodyLimit } from './delivery.ts';
import { Refusal } from './refusal.ts';

/** The bytes of a request's body; refuses with 413 as soon as it is known to be too large. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) throw tooLarge(request);
  const chunks: Buffer[] = [];
  let size = 0;
  // Destroying the request would close the socket before the answer is out.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length; // no encoding is set, so every chunk is a Buffer
    if (size > bodyLimit) throw tooLarge(request);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** The rest of the body is read and dropped, so that the sender gets to see the answer. */
function tooLarge(request: IncomingMessage): Refusal {
  request.resume();
  return new Refusal(413);
}

/** The same of a `Request`: Hono and Next.js set it no limit, and `arrayBuffer()` would take whatever comes. */
export async function readBytes(request: Request): Promise<Buffer> {
  const reader = request.body?.getReader();
  if (reader === undefined) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  for (let size = Number(request.headers.get('content-length') ?? 0) > bodyLimit ? Infinity : 0; ;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.length;
    if (size > bodyLimit) {
      void drop(reader);
      throw new Refusal(413);
    }
    chunks.push(value);
  }
}

/** Cancelling would close the socket before the answer is out. */
async function drop(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The sender has hung up.
  }
}
