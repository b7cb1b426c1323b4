import type { Receiver } from '../../src/conformance/index.ts';
import { rowsOf, valueAt, type Provider } from '../../src/define/index.ts';
import { signatureOf, type Delivery, type Signature } from './signature.ts';

/** An event as a receiver reads it. */
export interface Message {
  readonly id: string;
  readonly type: string;
  readonly event: object;
  readonly object: { readonly [Field: string]: unknown };
}

/** What a receiver is made of. A broken one is a correct one with a part exchanged. */
export interface Parts {
  readonly allows: (method: string) => boolean;
  readonly believes: (delivery: Delivery) => boolean;
  readonly read: (json: string) => Message;
  /** Keeps what the event says, and says the status to answer. */
  readonly book: (message: Message, delivery: Delivery) => number;
}

/** All that the author of a broken receiver has at hand. */
export interface Workbench {
  readonly provider: Provider;
  readonly key: string;
  readonly signature: Signature;
  readonly parts: Parts;
}

/** The parts of a receiver without a mistake. `key` is the shared secret or the provider's public key. */
export function workbench(provider: Provider, key: string): Workbench {
  const signature = signatureOf(provider, key);
  const envelopes = [provider.envelope, ...rowsOf(provider).flatMap(([, row]) => row.envelopes)];
  const booked = new Map<string, unknown>();
  const seen = new Set<string>();
  const parts: Parts = {
    allows: (method) => method === 'POST',
    believes(delivery) {
      const found = delivery.headers.get(signature.header);
      return found !== null && isRecent(provider, delivery) && signature.matches(signature.text(delivery), found);
    },
    read(json) {
      const event = JSON.parse(json) as object;
      const { paths } = envelopes.find(({ paths }) => valueAt(event, paths.id) !== undefined) ?? provider.envelope;
      const object = valueAt(event, paths.object) as Message['object']; // the provider's own
      return { id: valueAt(event, paths.id) as string, type: valueAt(event, paths.type) as string, event, object };
    },
    book({ id, type, object }) {
      if (seen.has(id)) return 200;
      seen.add(id);
      if (Object.hasOwn(provider.events, type)) booked.set(`${type} ${String(object['id'])}`, object['status']);
      return 200;
    },
  };
  return { provider, key, signature, parts };
}

/** A receiver that is made of these parts, in a framework that answers 500 for what is thrown. */
export function receiverOf(parts: Parts, { json }: Signature): Receiver {
  return async (request) => {
    if (!parts.allows(request.method)) return new Response(null, { status: 405, headers: { Allow: 'POST' } });
    const delivery = { headers: request.headers, body: Buffer.from(await request.arrayBuffer()) };
    try {
      if (!parts.believes(delivery)) return new Response(null, { status: 401 });
      return new Response(null, { status: parts.book(parts.read(json(delivery.body)), delivery) });
    } catch {
      return new Response(null, { status: 500 });
    }
  };
}

/** A receiver without a mistake. */
export function correct(provider: Provider, key: string): Receiver {
  const { parts, signature } = workbench(provider, key);
  return receiverOf(parts, signature);
}

/** Whether a delivery was signed in the last five minutes, where a time is signed. */
function isRecent(provider: Provider, { headers }: Delivery): boolean {
  const described = provider.delivery.timestamp.value;
  if (described === undefined) return true;
  const at = Number(headers.get(described.header)) * (described.unit === 'seconds' ? 1000 : 1);
  return Math.abs(Date.now() - at) < 300_000;
}
