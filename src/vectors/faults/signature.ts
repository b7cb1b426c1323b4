import { fromBase64, fromHex, toBase64, toHex } from '../../signing/secret.ts';
import { malformed, wrong, type Faults } from '../fault.ts';
import { withHeader } from '../subject.ts';

/** The signature is not there, or is not the text that was signed with. */
export const signatureFaults: Faults = async ({ scheme, attempt, withSignature }) => {
  const { header, output } = scheme;
  const signature = attempt.headers[header]!;
  const bytes = (output === 'hex' ? fromHex(signature) : fromBase64(signature))!;
  const write = (bytes: Uint8Array) => (output === 'hex' ? toHex(bytes) : toBase64(bytes));
  const flipped = (index: number) => write(bytes.map((byte, at) => (at === index ? byte ^ 1 : byte)));
  // A keyed hash has one length; that of an RSA signature is the key's, which the text alone does not tell.
  const halved = scheme.kind === 'hmac' ? malformed : wrong;
  const reasons = ['signature-missing'] as const;
  return [
    {
      id: 'signature-missing',
      says: 'there is no signature',
      reasons,
      attempt: withHeader(attempt, header, undefined),
    },
    { id: 'signature-empty', says: 'the signature is empty', reasons, attempt: withHeader(attempt, header, '') },
    malformed('signature-garbage', 'the signature is the word "garbage"', withSignature('garbage')),
    halved(
      'signature-halved',
      'the first half of the signature',
      withSignature(write(bytes.slice(0, bytes.length / 2))),
    ),
    malformed('signature-prefixed', 'the signature after "sha256="', withSignature(`sha256=${signature}`)),
    malformed(
      'signature-twice',
      'the signature twice, as two headers join',
      withSignature(`${signature}, ${signature}`),
    ),
    malformed('signature-too-long', 'two characters too many', withSignature(signature + signature.slice(0, 2))),
    wrong('signature-zeros', 'zeros of the right length', withSignature(write(bytes.map(() => 0)))),
    wrong('signature-first-byte', 'one bit of the first byte is changed', withSignature(flipped(0))),
    wrong('signature-last-byte', 'one bit of the last byte is changed', withSignature(flipped(bytes.length - 1))),
    ...(output === 'hex'
      ? [
          malformed('signature-uppercase', 'the digits in upper case', withSignature(signature.toUpperCase())),
          malformed('signature-base64', 'the right signature in base64', withSignature(toBase64(bytes))),
        ]
      : [
          wrong('signature-hex', 'the right signature in hexadecimal digits', withSignature(toHex(bytes))),
          malformed('signature-base64url', 'the right signature in base64url', withSignature(urlSafe(signature))),
          malformed(
            'signature-unpadded',
            'the right signature without its padding',
            withSignature(signature.replace(/=+$/, '')),
          ),
        ]),
  ];
};

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}
