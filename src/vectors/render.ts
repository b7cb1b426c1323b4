import { nameOf, type Provider } from '../define/index.ts';
import { jsonText } from '../fixture/index.ts';
import { knownKeys, knownTexts } from './known.ts';
import { testKeysOf } from './test-keys.ts';
import { vectorsOf } from './vectors.ts';

/** Renders a provider version's signature vectors: deliveries that any verifier can be tried on, in any language. */
export async function renderVectors(provider: Provider): Promise<Map<string, string>> {
  const { delivery } = provider;
  const file = {
    provider: nameOf(provider),
    about: [
      'Each vector is a delivery; "body" is its bytes in base64. Verify it with the key of "keys" that "key" names.',
      '"valid" must be accepted, "invalid" refused. "undecided" says that no source settles it: "note" says why.',
      '"reasons" is every reason for which hookproof refuses it. Do not judge the age of a delivery without "now".',
      '"texts" are signatures over a text that is no delivery. The keys are PUBLISHED: trust them nowhere else.',
    ],
    scheme: delivery.signature,
    method: delivery.method.value,
    contentType: delivery.headers['Content-Type']?.value,
    encoding: delivery.encoding.value,
    timestamp: delivery.timestamp.value ?? null,
    tolerance: delivery.tolerance.value ?? null,
    keys: { main: testKeysOf(provider).main.verifying, ...knownKeys(provider) },
    texts: knownTexts(provider),
    vectors: await vectorsOf(provider),
  };
  return new Map([[`contracts/${provider.name}/${provider.version}/signatures.json`, jsonText(file)]]);
}
