import type { Provider } from '../../src/define/index.ts';
import { subjectOf, workbench, type Parts, type Subject, type Workbench } from './correct.ts';

/** A receiver with one mistake, and the check that finds it. */
export interface Member {
  readonly name: string;
  /** What the receiver does, as a clause about it. */
  readonly mistake: string;
  readonly caughtBy: string;
  /** Checks that may find it too, and why; no other does. */
  readonly alsoFails?: { readonly checks: readonly string[]; readonly why: string };
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

/** Whether the provider signs with a shared secret. */
export const hmac = (provider: Provider) => provider.delivery.signature.value.kind === 'hmac';
/** Whether the provider signs with a private key. */
export const rsa = (provider: Provider) => provider.delivery.signature.value.kind === 'rsa-sha256';
