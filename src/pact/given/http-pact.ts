import { nameOf, type Moment, type Provider } from '../../define/index.ts';
import { signedAttempt, type Attempt } from '../../delivery/index.ts';
import { fixtureFiles, jsonText, variantOf, type FixtureFile } from '../../fixture/index.ts';
import { toBase64 } from '../../signing/secret.ts';
import { spoiltDeliveries, testKeysOf } from '../../vectors/index.ts';
import { confidenceIn } from './message-pact.ts';

/**
 * What stands in place of the right signature, by the fault of the signature vectors that it is.
 * A proxy that signs anew does the same to a delivery of its own time.
 */
const refused: { readonly [Fault: string]: string } = {
  'signature-missing': 'missing',
  'signature-garbage': 'garbage',
  'signature-halved': 'halved',
  'signature-first-byte': 'first-byte-changed',
  'other-key': 'other-key',
  'body-other-id': 'body-changed',
  'body-with-space': 'body-changed',
  'time-missing': 'time-missing',
  'time-changed': 'time-changed',
};

/** The variants that every receiver must take: the usual one, and each other shape and spelling that is printed. */
const accepted = new Set(['typical', 'form', 'spelling']);

/** Renders the pact in which the provider is the caller, and the receiver is verified, with the bytes that are signed. */
export async function renderHttpPact(provider: Provider): Promise<Map<string, string>> {
  const interactions = [...(await acknowledgedBy(provider)), ...(await refusedBy(provider))];
  const pact = {
    consumer: { name: provider.name },
    provider: { name: 'receiver' },
    interactions,
    metadata: {
      pactSpecification: { version: '4.0' },
      hookproof: {
        provider: nameOf(provider),
        keys: 'test-keys.json, beside this folder: PUBLISHED TEST MATERIAL',
        signed: 'at fixed times. Where a receiver judges the age, sign anew; the state parameter "signature" says how',
      },
    },
  };
  return new Map([[`contracts/${provider.name}/${provider.version}/pacts/deliveries.v4.json`, jsonText(pact)]]);
}

async function acknowledgedBy(provider: Provider): Promise<object[]> {
  const [status] = provider.delivery.acknowledgement.value;
  const files = fixtureFiles(provider).filter(({ event, variant }) =>
    accepted.has(variantOf(provider, event, variant).kind),
  );
  return Promise.all(
    files.map(async (file) => {
      const { event, variant, value } = file;
      const name = variant === 'typical' ? event : `${event}.${variant}`;
      const attempt = await signedAttempt(provider, value, {
        url: '/',
        secret: testKeysOf(provider).main.signing,
        at: Date.parse((provider.story as { readonly [Type: string]: Moment })[event]!.at),
      });
      const params = { event, variant, signature: 'valid' };
      return interaction(`acknowledges ${name}`, params, attempt, { status }, confidenceIn(file));
    }),
  );
}

async function refusedBy(provider: Provider): Promise<object[]> {
  const [{ subject, faults }] = (await spoiltDeliveries(provider)) as [Spoilt, ...Spoilt[]];
  const response = {
    status: 401,
    matchingRules: { status: { combine: 'AND', matchers: [{ match: 'statusCode', status: 'clientError' }] } },
  };
  return faults.flatMap(({ id, says, attempt }) => {
    const signature = refused[id];
    if (signature === undefined) return [];
    const params = { event: subject.type, variant: 'minimal', signature };
    const { confidence, source } = provider.delivery.signature;
    return [interaction(`refuses ${subject.type}: ${says}`, params, attempt, response, [`${confidence}: ${source}`])];
  });
}

type Spoilt = Awaited<ReturnType<typeof spoiltDeliveries>>[number];

function interaction(
  description: string,
  params: { readonly [Name: string]: string },
  { method, headers, body }: Attempt,
  response: object,
  text: FixtureFile['source'][],
): object {
  const contentType = headers['Content-Type'];
  return {
    type: 'Synchronous/HTTP',
    description,
    pending: false,
    providerStates: [{ name: 'a delivery', params }],
    request: {
      method,
      path: '/',
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      body: { content: toBase64(body), contentType, encoded: 'base64' },
    },
    response,
    comments: { text },
  };
}
