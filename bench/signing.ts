import { createHmac, createPrivateKey, sign } from 'node:crypto';
import type { Provider } from '../src/define/index.ts';
import { signedRequest } from '../src/delivery/index.ts';
import { fixture } from '../src/fixture/index.ts';
import { latest as smartpay } from '../src/providers/smartpay/index.ts';
import { latest as useepay } from '../src/providers/useepay/index.ts';
import { generateKeys } from '../src/signing/index.ts';
import { decodeSecret } from '../src/signing/secret.ts';
import { takeTurns } from './measure.ts';

const url = 'http://localhost/';

/** Signed requests per second, beside the least that the same work takes: serialise, sign, make a `Request`. */
export async function benchSigning(): Promise<string[]> {
  return [
    ...(await compare(smartpay, fixture(smartpay, 'order.authorized'), 1000, (secret) => {
      const key = decodeSecret(secret, {
        kind: 'base62',
        alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
      });
      return (body) => createHmac('sha256', key).update(`${Date.now()}.`).update(body).digest('hex');
    })),
    ...(await compare(useepay, fixture(useepay, 'payment_intent.succeeded'), 100, (pkcs8) => {
      const key = createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' });
      return (body) => sign('RSA-SHA256', Buffer.from(body), key).toString('base64');
    })),
  ];
}

async function compare(
  provider: Provider,
  event: object,
  count: number,
  raw: (secret: string) => (body: string) => string,
): Promise<string[]> {
  const { signing } = await generateKeys(provider);
  const rawSign = raw(signing);
  const repeat = (task: () => unknown) => async () => {
    for (let index = 0; index < count; index++) await task();
  };
  const times = await takeTurns(
    {
      'raw node:crypto and Request': repeat(() => {
        const body = JSON.stringify(event);
        return new Request(url, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json', signature: rawSign(body) },
        });
      }),
      'signedRequest()': repeat(() => signedRequest(provider, event, { url, secret: signing })),
    },
    15,
  );
  const floor = times['raw node:crypto and Request'];
  return Object.entries(times).map(([name, time]) =>
    [
      `${provider.name}, ${name}`.padEnd(40),
      `${Math.round((count / time) * 1000)}/s`.padStart(10),
      `${(time / floor).toFixed(2)} × the time of raw crypto`,
    ].join('  '),
  );
}
