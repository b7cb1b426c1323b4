import { toBase64, toHex } from '../../signing/secret.ts';
import { wrong, type Fault, type Faults } from '../fault.ts';
import { signedTextOf, type Subject } from '../subject.ts';

/** The signature is over something else than the provider signs. */
export const signedTextFaults: Faults = async (subject) => {
  const { scheme, provider, event, withSignature, signText } = subject;
  const text = signedTextOf(subject);
  const bytes = new TextEncoder().encode(text);
  const over = async (text: string) => withSignature(await signText(text));
  const digest = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  const pretty = await subject.sign(JSON.stringify(event, null, 2));
  return [
    ...(scheme.signedText.includes('{timestamp}') ? await timedFaults(subject) : []),
    ...(provider.delivery.encoding.value.kind === 'form' ? await formFaults(subject) : []),
    wrong('signed-nothing', 'an empty text is signed', await over('')),
    wrong('signed-digest', 'the SHA-256 of the text is signed, in hexadecimal digits', await over(digest)),
    wrong('signed-base64', 'the text is signed in base64', await over(toBase64(bytes))),
    wrong('signed-with-newline', 'the text is signed with a newline at its end', await over(`${text}\n`)),
    wrong(
      'signed-pretty',
      'the JSON is signed with line breaks, and posted without',
      withSignature(pretty.headers[scheme.header]!),
    ),
  ];
};

async function timedFaults({ scheme, event, sign, withSignature }: Subject): Promise<Fault[]> {
  const by = async (signedText: string) => withSignature((await sign(event, { signedText })).headers[scheme.header]!);
  return [
    wrong('signed-without-time', 'the body alone is signed', await by('{body}')),
    wrong(
      'signed-without-separator',
      'time and body are signed without what stands between',
      await by('{timestamp}{body}'),
    ),
    wrong('signed-in-other-order', 'the body is signed before the time', await by('{body}.{timestamp}')),
    wrong('signed-time-alone', 'the time alone is signed', await by('{timestamp}')),
  ];
}

async function formFaults({ scheme, event, sign, withSignature }: Subject): Promise<Fault[]> {
  const by = async (id: string, says: string, signedText: string): Promise<Fault> => ({
    ...wrong(id, says, withSignature((await sign(event, { signedText })).headers[scheme.header]!)),
    verdict: 'undecided',
    note: 'it is an ASSUMPTION that the decoded JSON is signed: should the provider sign this instead, this is the valid one',
  });
  return [
    await by('signed-raw-body', 'the raw body is signed', '{body}'),
    await by('signed-encoded-value', 'the percent-encoded value is signed', '{encoded}'),
  ];
}
