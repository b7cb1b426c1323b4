import { nameOf, rowsOf, type Moment, type Provider, type SignatureScheme } from '../define/index.ts';
import { encodeEvent, signedAttempt, type Attempt, type AttemptOptions } from '../delivery/index.ts';
import { buildEvent, variantOf } from '../fixture/index.ts';
import { schemeFunctions } from '../signing/index.ts';
import { testKeysOf, type TestKeys } from './test-keys.ts';

/** One delivery that vectors are made from, with what it takes to sign it right and wrong. */
export interface Subject {
  readonly provider: Provider;
  readonly scheme: SignatureScheme;
  readonly keys: TestKeys;
  readonly type: string;
  readonly event: object;
  /** The event as it was posted: its JSON and the time that was signed. */
  readonly json: string;
  readonly at: number;
  readonly attempt: Attempt;
  /** Signs another body, or with another key. */
  readonly sign: (json: object | string, over?: Partial<AttemptOptions>) => Promise<Attempt>;
  /** A signature by a scheme of one's own over a text of one's own. */
  readonly signText: (text: string, scheme?: SignatureScheme, key?: string) => Promise<string>;
  /** The attempt with another signature. */
  readonly withSignature: (signature: string) => Attempt;
}

/** A row's fixture in one variant, delivered as the provider would. */
export async function subjectOf(provider: Provider, type: string, variant: string): Promise<Subject> {
  const scheme = provider.delivery.signature.value;
  const keys = testKeysOf(provider);
  const event = buildEvent(provider, type, variantOf(provider, type, variant));
  const { at: moment } = (provider.story as { readonly [Type: string]: Moment })[type]!;
  const at = Date.parse(moment);
  const sign = (json: object | string, over: Partial<AttemptOptions> = {}) =>
    signedAttempt(provider, json, { url: '/', secret: keys.main.signing, at, ...over });
  const attempt = await sign(event);
  return {
    provider,
    scheme,
    keys,
    type,
    event,
    json: JSON.stringify(event),
    at,
    attempt,
    sign,
    signText: (text, other = scheme, key = keys.main.signing) =>
      schemeFunctions(other).sign(other, key, new TextEncoder().encode(text)),
    withSignature: (signature) => ({ ...attempt, headers: { ...attempt.headers, [scheme.header]: signature } }),
  };
}

/** The event types whose deliveries are spoilt: the first one, and the first with text that is not ASCII. */
export function spoiltTypes(provider: Provider): [plain: string, spoken: string] {
  const types = rowsOf(provider).map(([type]) => type);
  const spoken = types.find((type) => {
    const event = buildEvent(provider, type, variantOf(provider, type, 'typical'));
    return /[\u0080-\uFFFF]/.test(JSON.stringify(event));
  });
  if (spoken === undefined)
    throw new TypeError(`Cannot spoil deliveries of ${nameOf(provider)}: all fixtures are ASCII`);
  const plain = types.find((type) => type !== spoken)!;
  return [plain, spoken];
}

/** The attempt's body with another event in it, the headers as they were. */
export function withBody({ provider, attempt }: Subject, event: object | string): Attempt {
  return { ...attempt, body: encodeEvent(provider.delivery, event).body };
}

/** The attempt with a header set, or taken away. */
export function withHeader(attempt: Attempt, name: string, value: string | undefined): Attempt {
  const headers = Object.fromEntries(Object.entries(attempt.headers).filter(([key]) => key !== name));
  return { ...attempt, headers: value === undefined ? headers : { ...headers, [name]: value } };
}

/** The text that the subject's signature is over. */
export function signedTextOf({ scheme, json, provider, attempt }: Subject): string {
  const timestamp = attempt.headers[provider.delivery.timestamp.value?.header ?? ''] ?? '';
  const values: { readonly [Name: string]: string } = { body: json, json, timestamp };
  return scheme.signedText.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name]!);
}
