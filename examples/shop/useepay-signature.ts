import type { KeyObject } from 'node:crypto';
import { constants, createPublicKey, verify } from 'node:crypto';
import type { Delivery } from './delivery.ts';
import { header, mediaType } from './delivery.ts';
import { Refusal } from './refusal.ts';

export interface UseepaySigning {
  /** UseePay's public key as the merchant centre gives it (base64, no armour) or as PEM; two while it is being rotated. */
  readonly publicKey: string | readonly string[];
  /**
   * What is signed in the form-encoded versions: the decoded JSON, the percent-encoded value, or the whole body. UseePay's
   * documentation does not say. The default, "data", is an assumption: try it against your sandbox before you rely on it.
   */
  readonly formSigns?: 'data' | 'encoded' | 'body';
}

/** A function that refuses, with 401, every delivery that UseePay did not sign, and returns the JSON text of the others. */
export function useepayVerifier(signing: UseepaySigning): (delivery: Delivery) => Buffer | string {
  const { formSigns = 'data' } = signing;
  const keys = [signing.publicKey].flat().map(readKey);
  if (keys.length === 0) throw new TypeError('Cannot verify useepay deliveries: there is no public key');

  function check(signed: Buffer | string | undefined, sign: string | undefined): void {
    if (sign === undefined) throw new Refusal(401, 'the signature is missing');
    const signature = Buffer.from(sign, 'base64');
    // Node's base64 skips what it cannot read; only the one exact spelling of a signature is good.
    const matches = signature.toString('base64') === sign && signed !== undefined;
    if (!matches || !keys.some((key) => rsaSha256(key, Buffer.from(signed), signature))) {
      throw new Refusal(401, 'the signature does not match');
    }
  }

  return ({ headers, body }) => {
    const sign = header(headers, 'sign');
    switch (mediaType(headers)) {
      case 'application/json':
        check(body, sign);
        return body;
      case 'application/x-www-form-urlencoded': {
        const encoded = dataField(body.toString('latin1'));
        const data = encoded === undefined ? undefined : formDecoded(encoded);
        check({ data, encoded, body }[formSigns], sign);
        if (data === undefined) throw new Refusal(400, 'the form has no readable field "data"');
        return data;
      }
      default:
        throw new Refusal(415, 'the body must be application/json or application/x-www-form-urlencoded');
    }
  };
}

function rsaSha256(key: KeyObject, signed: Buffer, signature: Buffer): boolean {
  return verify('RSA-SHA256', signed, { key, padding: constants.RSA_PKCS1_PADDING }, signature);
}

function readKey(text: string): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = text.includes('-----BEGIN')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
  } catch (cause) {
    throw new TypeError('Cannot read useepay public key: it is neither base64 DER (SPKI) nor PEM', { cause });
  }
  if (key.asymmetricKeyType === 'rsa') return key;
  throw new TypeError(`Cannot read useepay public key: it is of type "${key.asymmetricKeyType}", not "rsa"`);
}

/** The percent-encoded value of the form's only field "data"; undefined when there is none, or more than one. */
function dataField(form: string): string | undefined {
  const fields = form.split('&').filter((field) => field.startsWith('data='));
  return fields.length === 1 ? fields[0]!.slice('data='.length) : undefined;
}

function formDecoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
