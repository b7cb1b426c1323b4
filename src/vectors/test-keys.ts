import type { Provider, SecretEncoding, SignatureScheme } from '../define/index.ts';
import { eventId, jsonText } from '../fixture/index.ts';
import type { Keys } from '../signing/index.ts';
import { rsaTestKeys } from './rsa-test-keys.ts';

/** The published keys that the contracts of a provider are signed with, and others that they are not. */
export interface TestKeys {
  readonly main: Keys;
  readonly other: Keys;
}

/** The digits of a shared secret in each encoding. */
const digits: { readonly [Kind in SecretEncoding['kind']]: { readonly alphabet: string; readonly length: number } } = {
  base62: { alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', length: 40 },
  base64: { alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', length: 44 },
  hex: { alphabet: '0123456789abcdef', length: 64 },
  raw: { alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', length: 40 },
};

const keysOf: { readonly [Kind in SignatureScheme['kind']]: (provider: Provider) => TestKeys } = {
  hmac: ({ name, delivery }) => {
    const scheme = delivery.signature.value;
    const format = digits[scheme.kind === 'hmac' ? scheme.secret.kind : 'raw'];
    const shared = (use: string) => eventId({ prefix: '', ...format }, `published test secret of ${name}: ${use}`);
    const both = (secret: string) => ({ signing: secret, verifying: secret });
    return { main: both(shared('main')), other: both(shared('other')) };
  },
  'rsa-sha256': () => rsaTestKeys,
};

/** The published test keys of a provider: the same in every version of it and of hookproof. */
export function testKeysOf(provider: Provider): TestKeys {
  return keysOf[provider.delivery.signature.value.kind](provider);
}

/** Renders a provider version's test keys. */
export function renderTestKeys(provider: Provider): Map<string, string> {
  const warning = 'PUBLISHED TEST MATERIAL: everybody has these keys. Never trust them outside of tests.';
  const format =
    provider.delivery.signature.value.kind === 'hmac'
      ? 'The shared secret, as the provider would show it: "signing" and "verifying" are the same.'
      : '"signing" is a private key (PKCS #8), "verifying" its public key (SPKI): DER in base64, which is PEM without its first and last line.';
  const path = `contracts/${provider.name}/${provider.version}/test-keys.json`;
  return new Map([[path, jsonText({ warning, format, ...testKeysOf(provider) })]]);
}
