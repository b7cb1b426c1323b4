import type { Fact } from '../../define/index.ts';
import type { Fault, Faults } from '../fault.ts';
import { withHeader, type Subject } from '../subject.ts';

/** The method or the content type is not the provider's. */
export const headFaults: Faults = async ({ provider, attempt }) => [
  {
    id: 'method-put',
    says: 'it is put, not posted',
    reasons: ['wrong-method'],
    ...unlessSure(provider.delivery.method),
    attempt: { ...attempt, method: 'PUT' },
  },
  {
    id: 'content-type-text',
    says: 'the content type is text/plain',
    reasons: ['wrong-content-type'],
    ...unlessSure(provider.delivery.headers['Content-Type']!),
    attempt: withHeader(attempt, 'Content-Type', 'text/plain'),
  },
];

function unlessSure({ confidence }: Fact<string>): Pick<Fault, 'verdict' | 'note'> {
  if (confidence === 'documented' || confidence === 'observed') return {};
  return { verdict: 'undecided', note: `the right one is ${confidence}` };
}

/** The signed time is not there, or is none, or is too far from now. */
export const timeFaults: Faults = async (subject) => {
  const { provider, attempt, event, at, sign } = subject;
  const described = provider.delivery.timestamp.value;
  if (described === undefined) return [];
  const { header, unit } = described;
  const tolerance = provider.delivery.tolerance.value;
  const time = attempt.headers[header]!;
  const otherUnit = unit === 'seconds' ? `${time}000` : time.slice(0, -3);
  const unsigned = (id: string, says: string, value: string | undefined, reasons: Fault['reasons']): Fault => ({
    id: `time-${id}`,
    says,
    reasons,
    attempt: withHeader(attempt, header, value),
  });
  const aged = async (id: string, says: string, seconds: number): Promise<Fault> => ({
    id: `time-${id}`,
    says,
    reasons: ['timestamp-out-of-tolerance'],
    now: at,
    attempt: await sign(event, { at: at + seconds * 1000 }),
  });
  return [
    unsigned('missing', 'there is no time', undefined, ['timestamp-missing', 'signature-wrong']),
    unsigned('empty', 'the time is empty', '', ['timestamp-missing', 'signature-wrong']),
    unsigned('changed', 'the time is later by one', String(Number(time) + 1), ['signature-wrong']),
    unsigned('other-unit', `the time was signed in ${unit}, and is posted in another unit`, otherUnit, [
      ...(tolerance === undefined ? [] : (['timestamp-out-of-tolerance'] as const)),
      'signature-wrong',
    ]),
    await strange(subject, 'word', 'the time is a word, and signed so', 'now'),
    await strange(subject, 'negative', 'the time is negative, and signed so', `-${time}`),
    await strange(subject, 'fraction', 'the time has a fraction, and is signed so', `${time}.5`),
    ...(tolerance === undefined
      ? []
      : [
          await aged('too-old', 'it was signed too long ago', -tolerance - 1),
          await aged('too-new', 'it was signed too far ahead', tolerance + 1),
        ]),
  ];
};

/** A time that is no number, signed as it stands. */
async function strange(subject: Subject, id: string, says: string, text: string): Promise<Fault> {
  const { provider, scheme, withSignature, signText, json } = subject;
  const { timestamp, tolerance } = provider.delivery;
  const signature = await signText(scheme.signedText.replace('{timestamp}', text).replace('{body}', () => json));
  const unsaid: Pick<Fault, 'verdict' | 'note'> =
    tolerance.value === undefined
      ? { verdict: 'undecided', note: 'the signature is right, and no source says that a receiver must read the time' }
      : {};
  return {
    id: `time-${id}`,
    says,
    reasons: ['timestamp-malformed'],
    ...unsaid,
    attempt: withHeader(withSignature(signature), timestamp.value!.header, text),
  };
}
