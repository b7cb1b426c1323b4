import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import * as fc from 'fast-check';
import { nameOf, type Provider } from '../src/define/index.ts';
import { signedRequest } from '../src/delivery/index.ts';
import { eventArbitrary } from '../src/arbitrary/index.ts';
import { latest as smartpay } from '../src/providers/smartpay/index.ts';
import { latest as useepay } from '../src/providers/useepay/index.ts';
import { generateKeys } from '../src/signing/index.ts';
import { decodeSecret } from '../src/signing/secret.ts';
import { median } from './measure.ts';
import { target } from './target.ts';

/** How many deliveries a property makes. */
const deliveries = 1000;
const rounds = 7;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Where the time of a property goes whose every run is a delivery to a receiver in the same process. */
export async function benchReceiving(): Promise<string[]> {
  return [
    ...(await run(smartpay, eventArbitrary(smartpay, 'order.authorized'), (key) => {
      const secret = decodeSecret(key, { kind: 'base62', alphabet });
      return (body, { headers }) => {
        const signature = Buffer.from(headers.get('Smartpay-Signature') ?? '', 'hex');
        const timestamp = headers.get('Smartpay-Signature-Timestamp') ?? '';
        return timingSafeEqual(createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest(), signature);
      };
    })),
    ...(await run(useepay, eventArbitrary(useepay, 'payment_intent.succeeded'), (key) => {
      const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
      return (body, { headers }) =>
        verify('RSA-SHA256', Buffer.from(body), publicKey, Buffer.from(headers.get('sign') ?? '', 'base64'));
    })),
  ];
}

/** Verifies a body. */
type Believes = (body: string, request: Request) => boolean;

async function run(
  provider: Provider,
  arbitrary: fc.Arbitrary<object>,
  believer: (key: string) => Believes,
): Promise<string[]> {
  const { signing, verifying } = await generateKeys(provider);
  const believes = believer(verifying);
  const times: { generating: number; signing: number; reading: number; receiving: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const time = { generating: 0, signing: 0, reading: 0, receiving: 0 };
    const property = fc.asyncProperty(new Timed(arbitrary, (spent) => (time.generating += spent)), async (event) => {
      const start = performance.now();
      const request = await signedRequest(provider, event, { url: 'http://localhost/', secret: signing });
      const signed = performance.now();
      const body = await request.text();
      const read = performance.now();
      const isReceived = believes(body, request) && typeof JSON.parse(body) === 'object';
      time.receiving += performance.now() - read;
      time.signing += signed - start;
      time.reading += read - signed;
      return isReceived;
    });
    await fc.assert(property, { numRuns: deliveries, seed: round });
    times.push(time);
  }
  const [generating, sign, reading, receiving] = (['generating', 'signing', 'reading', 'receiving'] as const).map(
    (part) => median(times.map((time) => time[part])),
  ) as [number, number, number, number];
  const line = (name: string, time: number) =>
    [`  ${name}`.padEnd(48), `${time.toFixed(1)} ms`.padStart(10)].join('  ');
  return [
    `${nameOf(provider)}, ${deliveries} deliveries`,
    line('generating', generating),
    line('signing, as the provider would', sign),
    line('receiving: reading the body', reading),
    line('receiving: verifying and JSON.parse', receiving),
    `  ${target('verifying and JSON.parse, times generating', receiving / generating, 1)}`,
  ];
}

/** An arbitrary that tells how long each draw took. */
class Timed<Value> extends fc.Arbitrary<Value> {
  readonly #arbitrary: fc.Arbitrary<Value>;
  readonly #spend: (milliseconds: number) => void;

  constructor(arbitrary: fc.Arbitrary<Value>, spend: (milliseconds: number) => void) {
    super();
    this.#arbitrary = arbitrary;
    this.#spend = spend;
  }

  generate(source: fc.Random, bias: number | undefined): fc.Value<Value> {
    const start = performance.now();
    const value = this.#arbitrary.generate(source, bias);
    this.#spend(performance.now() - start);
    return value;
  }

  canShrinkWithoutContext(value: unknown): value is Value {
    return this.#arbitrary.canShrinkWithoutContext(value);
  }

  shrink(value: Value, context: unknown): fc.Stream<fc.Value<Value>> {
    return this.#arbitrary.shrink(value, context);
  }
}
