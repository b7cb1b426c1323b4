import type { Provider, SignatureScheme } from '../define/index.ts';
import { hmac } from './hmac.ts';
import { rsaSha256 } from './rsa-sha256.ts';
import type { Keys, SchemeFunctions } from './scheme.ts';

export type { Keys } from './scheme.ts';

const schemes = {
  hmac,
  'rsa-sha256': rsaSha256,
} satisfies { readonly [Kind in SignatureScheme['kind']]: SchemeFunctions<Extract<SignatureScheme, { kind: Kind }>> };

/** The functions of a scheme's kind. */
export function schemeFunctions(scheme: SignatureScheme): SchemeFunctions<SignatureScheme> {
  return schemes[scheme.kind] as unknown as SchemeFunctions<SignatureScheme>;
}

/** New keys for one test run: a random shared secret, or a key pair where the provider signs with a private key. */
export function generateKeys(provider: Provider): Promise<Keys> {
  const scheme = provider.delivery.signature.value;
  return schemeFunctions(scheme).generateKeys(scheme);
}
