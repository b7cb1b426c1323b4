import type { Provider } from '../define/index.ts';
import { decodeBody, type Attempt } from '../delivery/index.ts';
import { fillBytes } from '../delivery/template.ts';

/** The bytes that a provider signs for an attempt. `template` is what is signed, where the provider's is only assumed. */
export function signedBytes(
  { delivery }: Provider,
  { headers, body }: Attempt,
  template: string = delivery.signature.value.signedText,
): Uint8Array<ArrayBuffer> {
  const { json, encoded } = decodeBody(delivery, body) ?? { json: '', encoded: '' };
  const timestamp = headers[delivery.timestamp.value?.header ?? ''] ?? '';
  return fillBytes(template, { body, encoded, json, timestamp });
}
