import type { HmacScheme } from '../../define/index.ts';
import { fromBase64, toBase64, toHex } from '../../signing/secret.ts';
import { malformed, wrong, type Fault, type Faults } from '../fault.ts';
import { signedTextOf, type Subject } from '../subject.ts';

/** The signature was made with another key, or by another algorithm. */
export const keyFaults: Faults = async (subject) => {
  const { scheme, sign, event, keys } = subject;
  const other = await sign(event, { secret: keys.other.signing });
  const own = scheme.kind === 'hmac' ? await hmacFaults(subject, scheme) : await rsaFaults(subject);
  return [wrong('other-key', 'it is signed with another key', other), ...own];
};

const digitsFirst = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

async function hmacFaults(subject: Subject, scheme: HmacScheme): Promise<Fault[]> {
  const { signText, withSignature, keys } = subject;
  const text = signedTextOf(subject);
  const by = async (other: Partial<HmacScheme>, key?: string) =>
    withSignature(await signText(text, { ...scheme, ...other }, key));
  const hash = new Uint8Array(await crypto.subtle.digest(scheme.hash, new TextEncoder().encode(text)));
  const { secret } = scheme;
  const misread: Fault[] =
    secret.kind === 'raw'
      ? [wrong('key-with-newline', 'the secret has a newline at its end', await by({}, `${keys.main.signing}\n`))]
      : [wrong('key-not-decoded', "the secret's characters are the key", await by({ secret: { kind: 'raw' } }))];
  if (secret.kind === 'base62')
    misread.push(
      wrong(
        'key-other-digits',
        'the secret is read with 0 as the first digit',
        await by({ secret: { ...secret, alphabet: digitsFirst } }),
      ),
    );
  return [
    wrong('no-key', 'the signature is a hash of the signed text without any key', withSignature(toHex(hash))),
    ...misread,
    malformed('other-hash', 'the signature is by HMAC with SHA-512', await by({ hash: 'SHA-512' })),
  ];
}

async function rsaFaults(subject: Subject): Promise<Fault[]> {
  const { scheme, withSignature, keys, signText } = subject;
  const text = signedTextOf(subject);
  const by = async (name: string, hash: string, parameters: object = {}) => {
    const bytes = fromBase64(keys.main.signing)!;
    const key = await crypto.subtle.importKey('pkcs8', bytes, { name, hash }, false, ['sign']);
    const signature = await crypto.subtle.sign({ name, ...parameters }, key, new TextEncoder().encode(text));
    return withSignature(toBase64(new Uint8Array(signature)));
  };
  const { header, signedText } = scheme;
  const hmac = {
    kind: 'hmac',
    hash: 'SHA-256',
    secret: { kind: 'raw' },
    output: 'base64',
    header,
    signedText,
  } as const;
  const confused = withSignature(await signText(text, hmac, keys.main.verifying));
  return [
    wrong('other-hash', 'the signature is by RSASSA-PKCS1-v1_5 with SHA-512', await by('RSASSA-PKCS1-v1_5', 'SHA-512')),
    wrong('old-hash', 'the signature is by RSASSA-PKCS1-v1_5 with SHA-1', await by('RSASSA-PKCS1-v1_5', 'SHA-1')),
    // Without salt, so that it is the same each time.
    wrong(
      'other-padding',
      'the signature is by RSA-PSS with SHA-256',
      await by('RSA-PSS', 'SHA-256', { saltLength: 0 }),
    ),
    wrong('public-key-as-secret', 'the signature is by HMAC, with the public key as its secret', confused),
  ];
}
