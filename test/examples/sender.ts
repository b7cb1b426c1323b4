import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { ShopConfig, ShopServer } from '../../examples/shop/server.ts';

/** The secret of Smartpay's official test vector, and the key that it stands for. */
export const secret = 'gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q';
const smartpayKey = Buffer.from('260d2907ea2fcd7a83ca52e8c1c98a012423eaddde8a8cf03fb3163d6d92', 'hex');

export const useepayKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const publicKey = useepayKeys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

export interface Message {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A Smartpay delivery of a body, signed now unless told otherwise. */
export function smartpay(event: unknown, timestamp: number | string = Date.now(), key = smartpayKey): Message {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  return {
    path: '/webhooks/smartpay',
    headers: {
      'Content-Type': 'application/json',
      'Smartpay-Signature': createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex'),
      'Smartpay-Signature-Timestamp': String(timestamp),
    },
    body,
  };
}

export function smartpayEvent(id: string, type: string, data: object, test = false): object {
  return {
    id,
    object: 'event',
    createdAt: 1,
    test,
    eventData: { type, version: '2022-02-18', data: { test, ...data } },
  };
}

/** A UseePay delivery of a body in one of the JSON versions. */
export function useepay(event: unknown): Message {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  return { path: '/webhooks/useepay', headers: { 'Content-Type': 'application/json', sign: rsa(body) }, body };
}

/** A UseePay delivery in the form-encoded version, its signature made over `signs`. */
export function useepayForm(event: unknown, signs: 'data' | 'encoded' | 'body' = 'data'): Message {
  const data = JSON.stringify(event);
  const encoded = encodeURIComponent(data);
  const body = `data=${encoded}`;
  return {
    path: '/webhooks/useepay',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', sign: rsa({ data, encoded, body }[signs]) },
    body,
  };
}

export function rsa(text: string, key = useepayKeys.privateKey): string {
  return sign('RSA-SHA256', Buffer.from(text), key).toString('base64');
}

/** The message with headers laid over its own; undefined takes a header away. */
export function withHeaders(message: Message, changes: Readonly<Record<string, string | undefined>>): Message {
  const headers = Object.entries({ ...message.headers, ...changes }).filter(([, value]) => value !== undefined);
  return { ...message, headers: Object.fromEntries(headers) as Record<string, string> };
}

export interface Running extends ShopServer {
  readonly origin: string;
  /** Posts messages one after the other and returns the statuses. */
  send(...messages: Message[]): Promise<number[]>;
}

/** A shop that listens until the test is over. */
export async function open(
  createShop: (config: ShopConfig) => ShopServer,
  { smartpay, useepay, ...config }: { [Key in keyof ShopConfig]?: Partial<ShopConfig[Key]> } = {},
): Promise<Running> {
  const shop = createShop({
    ...(config as ShopConfig), // the loosened optional properties are the same ones
    smartpay: { secret, ...smartpay },
    useepay: { publicKey, ...useepay },
  });
  await new Promise<void>((resolve) => shop.server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => shop.close());
  const origin = `http://127.0.0.1:${(shop.server.address() as AddressInfo).port}`; // TCP, so never a string
  async function post({ path, headers, body }: Message): Promise<number> {
    const response = await fetch(origin + path, { method: 'POST', headers, body });
    await response.text();
    return response.status;
  }
  return {
    ...shop,
    origin,
    async send(...messages) {
      const statuses: number[] = [];
      for (const message of messages) statuses.push(await post(message));
      return statuses;
    },
  };
}
