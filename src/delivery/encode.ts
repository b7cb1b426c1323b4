import type { Delivery } from '../define/index.ts';

/** An event as it is written on the wire: its JSON, that JSON in a form field, and the body's bytes. */
export interface EncodedEvent {
  readonly json: string;
  /** The form field's value as it stands in the body; the JSON where the body is no form. */
  readonly encoded: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Writes an event as the provider posts it. A string is taken as the JSON text itself, whatever it holds. */
export function encodeEvent(delivery: Delivery, event: object | string): EncodedEvent {
  const encoding = delivery.encoding.value;
  const json = typeof event === 'string' ? event : JSON.stringify(event);
  if (encoding.kind === 'json') return { json, encoded: json, body: new TextEncoder().encode(json) };
  // What JSON.stringify writes is well-formed already.
  const encoded = encodeURIComponent(typeof event === 'string' ? wellFormed(json) : json);
  return { json, encoded, body: new TextEncoder().encode(`${encoding.field}=${encoded}`) };
}

/** Reads what a body holds, or `undefined` where it is not of the provider's encoding. The JSON is not parsed. */
export function decodeBody(delivery: Delivery, body: Uint8Array<ArrayBuffer>): EncodedEvent | undefined {
  const text = decoder.decode(body);
  const encoding = delivery.encoding.value;
  if (encoding.kind === 'json') return { json: text, encoded: text, body };
  const pair = text.split('&').find((pair) => pair.startsWith(`${encoding.field}=`));
  if (pair === undefined) return undefined;
  const encoded = pair.slice(encoding.field.length + 1);
  try {
    return { json: decodeURIComponent(encoded.replaceAll('+', ' ')), encoded, body };
  } catch {
    return undefined;
  }
}

/** Keeps a byte order mark: it is signed like everything else. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text with every lone surrogate replaced, as any UTF-8 encoder does. */
function wellFormed(text: string): string {
  return decoder.decode(new TextEncoder().encode(text));
}
