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
