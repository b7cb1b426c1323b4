/** The beginning of a body, no more than so many bytes; what is left of it is never read. */
export async function readSome(
  body: ReadableStream<Uint8Array> | null | undefined,
  limit: number,
): Promise<Uint8Array> {
  if (body === null || body === undefined) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < limit) {
    const { done, value } = await reader.read();
    if (done) return concat(chunks, size);
    chunks.push(value);
    size += value.length;
  }
  await reader.cancel();
  return concat(chunks, limit);
}

/** The first `length` bytes of some chunks. */
export function concat(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  chunks.reduce((offset, chunk) => {
    whole.set(chunk.subarray(0, length - offset), offset);
    return Math.min(length, offset + chunk.length);
  }, 0);
  return whole;
}
