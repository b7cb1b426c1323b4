import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Delivery } from './delivery.ts';
import { header } from './delivery.ts';
import { Refusal } from './refusal.ts';

export interface SmartpaySigning {
  /** The endpoint's signing secret; two while it is being rotated. */
  readonly secret: string | readonly string[];
  /** How far the signed timestamp may lie from now, in milliseconds, either way. Smartpay states none; the default is five minutes. */
  readonly toleranceMs?: number;
  /** The current time in milliseconds, for tests. */
  readonly now?: () => number;
}

/** A function that refuses, with 401, every delivery that Smartpay did not sign. */
export function smartpayVerifier(signing: SmartpaySigning): (delivery: Delivery) => void {
  const { toleranceMs = 5 * 60 * 1000, now = Date.now } = signing;
  const keys = [signing.secret].flat().map(base62);
  if (keys.length === 0) throw new TypeError('Cannot verify smartpay deliveries: there is no secret');

  return ({ headers, body }) => {
    const signature = header(headers, 'smartpay-signature');
    const timestamp = header(headers, 'smartpay-signature-timestamp');
    if (signature === undefined || !/^[0-9a-f]{64}$/.test(signature)) {
      throw new Refusal(401, 'the signature is missing or malformed');
    }
    if (timestamp === undefined || !/^\d{1,15}$/.test(timestamp)) {
      throw new Refusal(401, 'the signature timestamp is missing or malformed');
    }
    const claimed = Buffer.from(signature, 'hex');
    const matches = keys.some((key) => timingSafeEqual(hmac(key, timestamp, body), claimed));
    if (!matches) throw new Refusal(401, 'the signature does not match');
    if (Math.abs(now() - Number(timestamp)) > toleranceMs) {
      throw new Refusal(401, 'the signature timestamp is too far from now');
    }
  };
}

function hmac(key: Buffer, timestamp: string, body: Buffer): Buffer {
  return createHmac('sha256', key).update(`${timestamp}.`).update(body).digest();
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The bytes of a base62 secret: one zero byte for each leading "A", then the number that the whole spells. */
function base62(secret: string): Buffer {
  if (!/^[A-Za-z0-9]+$/.test(secret)) throw new TypeError('Cannot read smartpay secret: it is empty or not base62');
  let number = 0n;
  for (const digit of secret) number = number * 62n + BigInt(alphabet.indexOf(digit));
  const hex = number === 0n ? '' : number.toString(16);
  const zeros = /^A*/.exec(secret)![0].length;
  return Buffer.from('00'.repeat(zeros) + hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}
