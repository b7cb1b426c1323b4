import { nameOf, type Provider } from '../define/index.ts';
import type { Attempt } from '../delivery/index.ts';
import { toBase64 } from '../signing/secret.ts';
import { bodyFaults } from './faults/body.ts';
import { headFaults, timeFaults } from './faults/head.ts';
import { keyFaults } from './faults/key.ts';
import { signatureFaults } from './faults/signature.ts';
import { signedTextFaults } from './faults/signed-text.ts';
import { knownVectors } from './known.ts';
import type { Fault } from './fault.ts';
import { spoiltTypes, subjectOf, type Subject } from './subject.ts';
import { properDeliveries } from './valid.ts';
import type { SignatureVector, VectorRequest } from './vector.ts';

/** Every kind of fault, the signature's own first. */
const kinds = [signatureFaults, keyFaults, signedTextFaults, bodyFaults, timeFaults, headFaults];

/** Every signature vector of a provider version: what is known from elsewhere, what is its own, and what is not. */
export async function vectorsOf(provider: Provider): Promise<SignatureVector[]> {
  const { signature, tolerance } = provider.delivery;
  const isSure = signature.confidence === 'documented' || signature.confidence === 'observed';
  const about = isSure || signature.note === undefined ? [] : [signature.note];
  const base = (verdict: SignatureVector['verdict'], id: string, notes: readonly string[] = []) => ({
    id: `${nameOf(provider)}/${verdict}/${id}`,
    verdict,
    confidence: signature.confidence,
    ...noteOf([...notes, ...about]),
    key: 'main',
  });
  const nowOf = (now: number | undefined) => (tolerance.value === undefined || now === undefined ? {} : { now });

  const proper = (await properDeliveries(provider)).map(({ id, says, attempt, at }) => ({
    ...base('valid', id),
    reasons: [],
    says,
    ...nowOf(at),
    request: requestOf(attempt),
  }));
  const spoilt = await spoiltDeliveries(provider);
  const improper = spoilt.flatMap(({ subject, faults }) =>
    faults.map(({ id, says, reasons, verdict, note, now, attempt }) => ({
      ...base(verdict ?? 'invalid', `${id}/${subject.type}`, note === undefined ? [] : [note]),
      reasons,
      says,
      ...nowOf(now ?? subject.at),
      request: requestOf(attempt),
    })),
  );
  return [...knownVectors(provider), ...proper, ...improper];
}

/** Deliveries that are not the provider's: one of plain text and one that is not ASCII, with every fault they can have. */
export async function spoiltDeliveries(
  provider: Provider,
): Promise<{ readonly subject: Subject; readonly faults: readonly Fault[] }[]> {
  const [plain, spoken] = spoiltTypes(provider);
  const subjects = [await subjectOf(provider, plain, 'minimal'), await subjectOf(provider, spoken, 'typical')];
  return Promise.all(
    subjects.map(async (subject) => ({
      subject,
      faults: (await Promise.all(kinds.map((faults) => faults(subject)))).flat(),
    })),
  );
}

function noteOf(notes: readonly string[]): { readonly note?: string } {
  return notes.length === 0 ? {} : { note: notes.join('; ') };
}

function requestOf({ method, headers, body }: Attempt): VectorRequest {
  return { method, headers, body: toBase64(body) };
}
