/**
 * The shop as it is often written: most deliveries get their 200, and each fault waits for the one that is different.
 * Beyond the table it lets the last delivery win and takes test events for live ones, which shows only in its effects.
 *
 * | provider | fault                      | what a check says                                                        |
 * | -------- | -------------------------- | ------------------------------------------------------------------------ |
 * | smartpay | reserialised-body          | JSON with spaces is answered 401, though it is signed as it was sent     |
 * | smartpay | undefined-equals-undefined | a delivery without "Smartpay-Signature" is answered 200                  |
 * | smartpay | no-tolerance               | a delivery signed a day ago is answered 200                              |
 * | smartpay | any-method                 | GET, and PUT with a signed body, are answered 200, not 405               |
 * | smartpay | duplicate-is-conflict      | the second delivery of an event is answered 409, and is retried for ever |
 * | smartpay | unknown-type-throws        | an event type that is new is answered 500                                |
 * | smartpay | refund-created-is-201      | "refund.created" is answered 201, and only 200 acknowledges              |
 * | useepay  | signature-optional         | a delivery without "sign", or with an empty one, is answered 200         |
 * | useepay  | lenient-base64             | a signature written twice over (1024 or 2048 bits) is answered 200       |
 * | useepay  | envelope-id-data-only      | a dispute in the printed "eventId" and "date" envelope is answered 500   |
 * | useepay  | duplicate-is-conflict      | the second delivery of an event is answered 409, and is retried for ever |
 * | useepay  | unknown-field-refused      | "payment_intent.*" with a new field is answered 400                      |
 * | useepay  | created-at-only            | "refund.*" with "create_at" in place of "created_at" is answered 500     |
 * | useepay  | invoice-paid-is-204        | "invoice.paid" is answered 204, and only 200 acknowledges                |
 * | both     | any-content-type           | a signed body sent as text/plain is answered 200, not 415                |
 * | both     | unlimited-body             | a signed body of 2 MiB is answered 200, not 413                          |
 * | both     | stack-in-answer            | signed malformed JSON is answered 500, with a stack, often some payload  |
 */
import { createHmac, verify } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Effects, ShopConfig, ShopServer } from '../shop/server.ts';

/** Every field that UseePay's pages show in a payment intent, in either shape. */
const paymentFields =
  'id object amount currency status customer customer_id merchant_no app_id merchant_order_id payment_method order ' +
  'order_id orderType sale confirm description auto_capture captured_amount mandate_id invoice_id next_action return_url ' +
  'cancel_url client_secret device_data last_payment_error paymentAttempt payment_method_details payment_method_types ' +
  'payment_method_options metadata created_at create_at modify_at';

const kinds: Readonly<Record<string, keyof Effects>> = {
  payment_intent: 'payments',
  refund: 'refunds',
  subscription: 'subscriptions',
  invoice: 'invoices',
  checkout_session: 'checkoutSessions',
  dispute: 'disputes',
};

/** The same shop as `../shop`, with the faults of the table above. */
export function createShop(config: ShopConfig): ShopServer {
  const [secret] = [config.smartpay?.secret].flat();
  const [publicKey] = [config.useepay?.publicKey].flat();
  const formSigns = config.useepay?.formSigns ?? 'data';
  const seen = new Set<string>();
  const saved = new Map<string, any>(); // any, here and below: the payload is believed as it comes

  function save(provider: string, kind: keyof Effects, { id, status, amount, currency, bookedAt }: any): void {
    saved.set(`${kind} ${id}`, { kind, provider, mode: 'live', id, status, amount, currency, bookedAt });
  }

  function smartpay(request: IncomingMessage, body: string): number {
    // fault: any-method
    if (request.method === 'GET') return 200;

    // fault: any-content-type
    const event = JSON.parse(body);
    const signature = request.headers['smartpay-signature'];
    const timestamp = request.headers['smartpay-signature-timestamp'];
    // fault: no-tolerance
    // fault: reserialised-body
    const calculated = signature && hmac(secret!, `${String(timestamp)}.${JSON.stringify(event)}`);
    // fault: undefined-equals-undefined
    if (signature !== calculated) return 401;

    // fault: duplicate-is-conflict
    if (seen.has(`smartpay ${event.id}`)) return 409;
    seen.add(`smartpay ${event.id}`);

    const { type, data } = event.eventData;
    switch (type) {
      case 'order.authorized':
      case 'order.rejected':
      case 'order.canceled':
        save('smartpay', 'orders', data);
        return 200;
      case 'payment.created':
        save('smartpay', 'payments', data);
        return 200;
      case 'refund.created':
        save('smartpay', 'refunds', data);
        // fault: refund-created-is-201
        return 201;
      case 'token.created':
      case 'token.approved':
      case 'token.rejected':
      case 'token.enabled':
      case 'token.disabled':
      case 'token.deleted':
      case 'token.used':
        save('smartpay', 'tokens', data);
        return 200;
      case 'coupon.created':
      case 'coupon.updated':
      case 'promotion_code.created':
      case 'promotion_code.updated':
      case 'payout.generated':
      case 'payout.paid':
      case 'merchant_user.created':
      case 'merchant_user.password_reset':
        return 200;
      default:
        // fault: unknown-type-throws
        throw new Error(`Unexpected event type ${type}`);
    }
  }

  function useepay(request: IncomingMessage, body: string): number {
    if (request.method !== 'POST') return 405;
    // fault: any-content-type
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    const json = isForm ? (new URLSearchParams(body).get('data') ?? '') : body;
    const forms = { data: json, encoded: body.replace('data=', ''), body };

    const sign = request.headers['sign'] as string | undefined;
    // fault: signature-optional
    if (sign && !rsa(publicKey!, isForm ? forms[formSigns] : body, sign)) return 401;

    const { id, name, data } = JSON.parse(json);
    // fault: duplicate-is-conflict
    if (seen.has(`useepay ${id}`)) return 409;

    // fault: envelope-id-data-only
    const object: any = {
      id: data.id,
      status: data.status,
      amount: data.amount ?? data.total_amount,
      currency: data.currency,
    };
    const kind = kinds[name.split('.')[0]];
    // fault: unknown-field-refused
    if (kind === 'payments' && Object.keys(data).some((field) => !paymentFields.split(' ').includes(field))) return 400;
    // fault: created-at-only
    if (kind === 'refunds') object.bookedAt = new Date(data.created_at).toISOString();
    if (kind !== undefined) save('useepay', kind, object);
    seen.add(`useepay ${id}`);
    // fault: invoice-paid-is-204
    return name === 'invoice.paid' ? 204 : 200;
  }

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // fault: unlimited-body
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    let status = 404;
    try {
      if (request.url === '/webhooks/smartpay') status = smartpay(request, body);
      if (request.url === '/webhooks/useepay') status = useepay(request, body);
      response.writeHead(status, status === 405 ? { Allow: 'POST' } : {}).end();
    } catch (error) {
      // fault: stack-in-answer
      response.writeHead(500).end((error as Error).stack);
    }
  }

  const listener = (request: IncomingMessage, response: ServerResponse) =>
    receive(request, response).catch(() => void request.destroy());
  const server = createServer((request, response) => void listener(request, response));
  const rows = (kind: string) => [...saved.values()].filter((row) => row.kind === kind);
  return {
    server,
    listener,
    reset() {
      seen.clear();
      saved.clear();
    },
    effects: () => ({
      orders: rows('orders'),
      payments: rows('payments'),
      refunds: rows('refunds'),
      tokens: rows('tokens'),
      coupons: [],
      promotionCodes: [],
      subscriptions: rows('subscriptions'),
      invoices: rows('invoices'),
      checkoutSessions: rows('checkoutSessions'),
      disputes: rows('disputes'),
      shipments: [],
    }),
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

function hmac(secret: string, text: string): string {
  return createHmac('sha256', base62(secret)).update(text).digest('hex');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function base62(secret: string): Buffer {
  let number = 0n;
  for (const digit of secret) number = number * 62n + BigInt(alphabet.indexOf(digit));
  const hex = number.toString(16);
  return Buffer.from('00'.repeat(/^A*/.exec(secret)![0].length) + (hex.length % 2 ? '0' : '') + hex, 'hex');
}

function rsa(publicKey: string, text: string, sign: string): boolean {
  const key = publicKey.includes('BEGIN')
    ? publicKey
    : `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----`;
  // fault: lenient-base64
  return verify('RSA-SHA256', Buffer.from(text), key, Buffer.from(sign, 'base64'));
}
