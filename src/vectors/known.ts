import { nameOf, type KnownVector, type Provider } from '../define/index.ts';
import { encodeEvent } from '../delivery/index.ts';
import { toBase64 } from '../signing/secret.ts';
import type { SignatureVector, VectorRequest } from './vector.ts';

/** A signature over a text that is no delivery. */
export interface TextVector {
  readonly id: string;
  readonly confidence: KnownVector['confidence'];
  readonly source: string;
  readonly note?: string;
  readonly key: string;
  /** The signed text in base64. */
  readonly text: string;
  readonly signature: string;
}

/** The deliveries of which a signature is known from elsewhere. Of two that contradict each other the second is undecided. */
export function knownVectors(provider: Provider): SignatureVector[] {
  return (provider.vectors ?? []).flatMap((known) => {
    const { name, signed, signature, rival } = known;
    if ('text' in signed) return [];
    const base = { key: name, reasons: [] };
    const own: SignatureVector = {
      id: `${nameOf(provider)}/valid/${name}`,
      verdict: 'valid',
      says: `the known vector ${name}`,
      ...evidenceOf(known),
      ...base,
      request: requestOf(provider, signed, signature),
    };
    if (rival === undefined) return [own];
    const contradicted = `another source contradicts it: see ${nameOf(provider)}/undecided/${name}`;
    return [
      { ...own, note: [known.note, contradicted].filter(Boolean).join('; ') },
      {
        ...own,
        id: `${nameOf(provider)}/undecided/${name}`,
        verdict: 'undecided',
        reasons: ['signature-wrong'],
        says: `what another source makes of the known vector ${name}`,
        ...evidenceOf(rival),
        request: requestOf(provider, signed, rival.signature),
      },
    ];
  });
}

/** The known signatures over texts that are no deliveries. */
export function knownTexts(provider: Provider): TextVector[] {
  return (provider.vectors ?? []).flatMap((known) => {
    const { name, signed, signature } = known;
    if (!('text' in signed)) return [];
    const text = toBase64(new TextEncoder().encode(signed.text));
    return [{ id: `${nameOf(provider)}/text/${name}`, ...evidenceOf(known), key: name, text, signature }];
  });
}

/** The keys of the known vectors, by their names. */
export function knownKeys(provider: Provider): { readonly [Name: string]: string } {
  return Object.fromEntries((provider.vectors ?? []).map(({ name, key }) => [name, key]));
}

function evidenceOf({ confidence, source, note }: Pick<KnownVector, 'confidence' | 'source' | 'note'>) {
  return { confidence, source, ...(note === undefined ? {} : { note }) };
}

/** The delivery with the headers that are known: those that the verdict hangs on. */
function requestOf(
  { delivery }: Provider,
  signed: { readonly timestamp?: string; readonly body: string },
  signature: string,
): VectorRequest {
  const contentType = delivery.headers['Content-Type']?.value;
  const time = delivery.timestamp.value?.header;
  return {
    method: delivery.method.value,
    headers: {
      ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
      [delivery.signature.value.header]: signature,
      ...(time === undefined || signed.timestamp === undefined ? {} : { [time]: signed.timestamp }),
    },
    body: toBase64(encodeEvent(delivery, signed.body).body),
  };
}
