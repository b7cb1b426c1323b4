import type { Provider } from '../../define/index.ts';
import { decodeBody, encodeEvent, signedAttempt, type Attempt, type AttemptOptions } from '../../delivery/index.ts';
import { buildEvent, variantOf } from '../../fixture/index.ts';
import { generateKeys } from '../../signing/index.ts';

/** What a state of a given HTTP pact says of a delivery: the fixture in it, and what is done to its signature. */
export interface DeliveryState {
  readonly event: string;
  readonly variant: string;
  readonly signature: string;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** What is done to a delivery that is signed right, by the name that the given pacts have for it. */
const spoilers: { readonly [Signature: string]: (attempt: Attempt, provider: Provider) => Attempt } = {
  valid: (attempt) => attempt,
  missing: (attempt, provider) => withHeader(attempt, signatureHeader(provider), () => undefined),
  garbage: (attempt, provider) => withHeader(attempt, signatureHeader(provider), () => 'garbage'),
  halved: (attempt, provider) =>
    withHeader(attempt, signatureHeader(provider), (signature) => signature.slice(0, signature.length / 2)),
  'first-byte-changed': (attempt, provider) =>
    withHeader(
      attempt,
      signatureHeader(provider),
      (signature) => (signature[0] === '0' ? '1' : '0') + signature.slice(1),
    ),
  'other-key': (attempt) => attempt,
  'body-changed': (attempt) => attempt,
  'time-missing': (attempt, provider) => withHeader(attempt, timeHeader(provider), () => undefined),
  'time-changed': (attempt, provider) => withHeader(attempt, timeHeader(provider), (time) => String(Number(time) + 1)),
};

/**
 * A delivery of a given HTTP pact as it is to be sent now: signed with a secret of one's own and at the time of now, and
 * spoilt as its state says; `undefined` for a state that says nothing known.
 */
export async function signAnew(
  provider: Provider,
  state: DeliveryState,
  body: Bytes,
  options: AttemptOptions,
): Promise<Attempt | undefined> {
  const spoil = Object.hasOwn(spoilers, state.signature) ? spoilers[state.signature] : undefined;
  if (spoil === undefined) return undefined;
  const secret = state.signature === 'other-key' ? (await generateKeys(provider)).signing : options.secret;
  const signed = state.signature === 'body-changed' ? originalOf(provider, state) : body;
  const attempt = await signedAttempt(provider, eventIn(provider, signed), { ...options, secret });
  return { ...spoil(attempt, provider), body };
}

/** The body as it was before it was changed. */
function originalOf(provider: Provider, { event, variant }: DeliveryState): Bytes {
  return encodeEvent(provider.delivery, buildEvent(provider, event, variantOf(provider, event, variant))).body;
}

/** The event in a body, where writing it again gives the same JSON; or else the JSON itself. */
function eventIn(provider: Provider, body: Bytes): object | string {
  const json = decodeBody(provider.delivery, body)?.json ?? '';
  try {
    const event = JSON.parse(json) as object;
    return JSON.stringify(event) === json ? event : json;
  } catch {
    return json;
  }
}

function signatureHeader(provider: Provider): string {
  return provider.delivery.signature.value.header;
}

function timeHeader(provider: Provider): string {
  return provider.delivery.timestamp.value?.header ?? '';
}

function withHeader(attempt: Attempt, name: string, change: (value: string) => string | undefined): Attempt {
  const headers = Object.entries(attempt.headers).flatMap(([key, value]) => {
    const changed = key === name ? change(value) : value;
    return changed === undefined ? [] : [[key, changed] as const];
  });
  return { ...attempt, headers: Object.fromEntries(headers) };
}
