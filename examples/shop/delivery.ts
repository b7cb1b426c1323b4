import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

/** What the provider posted: the headers, and the body as the very bytes that were signed. */
export interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The largest body that is read, in bytes. */
const bodyLimit = 1024 * 1024;

/** The delivery in a request; refuses with 413 as soon as the body is known to be too large. */
export async function readDelivery(request: IncomingMessage): Promise<Delivery> {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) throw tooLarge(request);
  const chunks: Buffer[] = [];
  let size = 0;
  // Destroying the request would close the socket before the answer is out.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length; // no encoding is set, so every chunk is a Buffer
    if (size > bodyLimit) throw tooLarge(request);
    chunks.push(chunk as Buffer);
  }
  return { headers: request.headers, body: Buffer.concat(chunks) };
}

/** The media type of a delivery in lower case, without parameters such as `charset`. */
export function mediaType(headers: IncomingHttpHeaders): string {
  return (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
}

/** A header's value, or undefined when it is missing or empty. */
export function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The rest of the body is read and dropped, so that the sender gets to see the answer. */
function tooLarge(request: IncomingMessage): Refusal {
  request.resume();
  return new Refusal(413, `the body is larger than ${bodyLimit} bytes`);
}
