import type { Provider } from '../define/index.ts';
import type { Attempt } from '../delivery/index.ts';
import type { FixtureFile } from '../fixture/index.ts';
import { findingsOf, type Finding, type Sighting } from './finding.ts';
import { nameOfFixture, sightingOf, type Fault } from './sighting.ts';

/** What a check has learnt of the receiver. */
export interface Judged {
  readonly findings: readonly Finding[];
  /** Fixtures of which the plain delivery is not acknowledged, so that nothing can be learnt from a variation of it. */
  readonly unjudged: readonly string[];
  /** How many of the deliveries decided something. */
  readonly judged: number;
  /** Why the check gave up before it judged anything. */
  readonly skipped?: string;
}

/** What one check learns of the receiver, as it goes. */
export class Judgement {
  readonly #provider: Provider;
  readonly #sightings: Sighting[] = [];
  readonly #unjudged = new Set<string>();
  #judged = 0;
  #skipped: string | undefined;

  constructor(provider: Provider) {
    this.#provider = provider;
  }

  /** Leaves a fixture until something is learnt of it after all. */
  leave(fixture: FixtureFile): void {
    this.#unjudged.add(nameOfFixture(fixture));
  }

  /** Something was learnt of a fixture, be it good or bad. */
  judged(fixture: FixtureFile): void {
    this.#judged++;
    this.#unjudged.delete(nameOfFixture(fixture));
  }

  /** Finds fault, which is something learnt. */
  find(fixture: FixtureFile, delivery: string, attempt: Attempt, fault: Fault): void {
    this.judged(fixture);
    this.#sightings.push(sightingOf(this.#provider, fixture, delivery, attempt, fault));
  }

  /** Gives up, unless something was judged. */
  skip(reason: string): void {
    this.#skipped = reason;
  }

  outcome(): Judged {
    return {
      findings: findingsOf(this.#sightings),
      unjudged: [...this.#unjudged],
      judged: this.#judged,
      ...(this.#skipped === undefined ? {} : { skipped: this.#skipped }),
    };
  }
}
