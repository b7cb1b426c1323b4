import type { Receiver } from '../../src/conformance/index.ts';
import type { Provider } from '../../src/define/index.ts';
import { correctSubject, isRecent, subjectOf, workbench, type Parts, type Subject, type Workbench } from './correct.ts';
import type { Delivery, Signature } from './signature.ts';

/** A receiver with one mistake, and the check that finds it. */
export interface Member {
  readonly name: string;
  /** What the receiver does, as a clause about it. */
  readonly mistake: string;
  readonly caughtBy: string;
  /** Checks that may find it too, and why; no other does. */
  readonly alsoFails?: { readonly checks: readonly string[]; readonly why: string };
  /** Milliseconds that a run waits for an answer, where the mistake is to be slow. */
  readonly timeout?: number;
  /** Whether the mistake can be made with a provider; with any, when left out. */
  readonly on?: (provider: Provider) => boolean;
  /** Whether it takes its time, so that it meets only the check that finds it. */
  readonly isSlow?: boolean;
  /** `keys` are what it verifies with; none for a receiver that was started without one. */
  readonly make: (provider: Provider, ...keys: readonly string[]) => Subject;
}

/** A correct receiver with some of its parts exchanged. */
export function exchanging(change: (bench: Workbench) => Partial<Parts>): Member['make'] {
  return (provider, ...keys) => {
    const bench = workbench(provider, ...keys);
    return subjectOf({ ...bench.parts, ...change(bench) }, bench);
  };
}

/** A correct receiver that compares signatures in its own way. It is asked about each of its keys. */
export function comparing(
  matches: (signature: Signature, delivery: Delivery, found: string, key: string) => boolean,
): Member['make'] {
  return exchanging(({ provider, keys, signatures, signature: { header }, world }) => ({
    believes(delivery) {
      const found = delivery.headers.get(header);
      if (found === null || !isRecent(provider, delivery, world)) return false;
      return signatures.some((signature, index) => matches(signature, delivery, found, keys[index]!));
    },
  }));
}

/** A correct receiver behind something that takes requests first. */
export function behind(answer: (request: Request, receiver: Receiver) => ReturnType<Receiver>): Member['make'] {
  return (provider, ...keys) => {
    const subject = correctSubject(provider, ...keys);
    return { ...subject, receiver: (request) => answer(request, subject.receiver) };
  };
}

/** Whether the provider signs a time. */
export const timed = (provider: Provider) => provider.delivery.timestamp.value !== undefined;
/** Whether the provider signs with a shared secret. */
export const hmac = (provider: Provider) => provider.delivery.signature.value.kind === 'hmac';
/** Whether the provider signs with a private key. */
export const rsa = (provider: Provider) => provider.delivery.signature.value.kind === 'rsa-sha256';
