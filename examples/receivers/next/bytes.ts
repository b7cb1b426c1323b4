import { bodyLimit } from '../../shop/delivery.ts';
import { Refusal } from '../../shop/refusal.ts';

/** The bytes of a request's body. Next.js sets a route handler no limit: this refuses with 413 once the body is too large. */
export async function readBytes(request: Request): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) throw new Refusal(413);
  const reader = request.body?.getReader();
  if (reader === undefined) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.length;
    if (size > bodyLimit) {
      void reader.cancel();
      throw new Refusal(413);
    }
    chunks.push(value);
  }
}
