import { rowsOf, type Provider } from '../define/index.ts';
import { signedAttempt, type Attempt, type AttemptOptions } from '../delivery/index.ts';
import { eventId, fixtureFiles, variantOf, withValueAt, type FixtureFile } from '../fixture/index.ts';
import { send, type Answer, type Receiver } from './answer.ts';
import { findingsOf, type Finding, type Sighting } from './finding.ts';

/** What a run is made of. */
export interface ExaminationOptions extends Omit<AttemptOptions, 'at'> {
  readonly provider: Provider;
  readonly receiver: Receiver;
  /** Every event id of the run is made from it. */
  readonly seed: string;
  /** Milliseconds to wait for one answer. */
  readonly timeout: number;
  /** The clock that deliveries are signed by. */
  readonly now: () => number;
}

/** One receiver under examination for one provider version: what checks deliver through and report to. */
export class Examination {
  readonly provider: Provider;
  /** Every fixture of the provider version. */
  readonly fixtures: readonly FixtureFile[];
  #sightings: Sighting[] = [];
  #unjudged = new Set<string>();
  #deliveries = 0;
  #judged = 0;
  #ids = 0;
  #hasAnswered = false;
  readonly #options: ExaminationOptions;
  readonly #plain = new Map<string, Promise<Answer>>();

  constructor(options: ExaminationOptions) {
    this.provider = options.provider;
    this.fixtures = fixtureFiles(options.provider);
    this.#options = options;
  }

  /** One typical fixture for each event type. */
  get typical(): readonly FixtureFile[] {
    return this.fixtures.filter(({ variant }) => variant === 'typical');
  }

  /** One typical fixture for each object. */
  get oneForEachObject(): readonly FixtureFile[] {
    const rows = new Map(rowsOf(this.provider));
    const objects = this.typical.map(({ event }) => rows.get(event)!.object);
    return this.typical.filter((_, index) => objects.indexOf(objects[index]!) === index);
  }

  /** Milliseconds since the Unix epoch, by the clock that deliveries are signed by. */
  now(): number {
    return this.#options.now();
  }

  /** The fixture's event under an id that was never sent. */
  fresh(fixture: FixtureFile): object {
    const { envelope } = variantOf(this.provider, fixture.event, fixture.variant).form;
    return withValueAt(fixture.value, envelope.paths.id, eventId(envelope.id, `${this.#options.seed} ${this.#ids++}`));
  }

  /** Signs an event, or a text in place of one, as the provider does. */
  sign(event: object | string, over: Partial<AttemptOptions> = {}): Promise<Attempt> {
    const { url, secret, parameters, signedText, now } = this.#options;
    return signedAttempt(this.provider, event, {
      url,
      secret,
      at: now(),
      ...(parameters === undefined ? {} : { parameters }),
      ...(signedText === undefined ? {} : { signedText }),
      ...over,
    });
  }

  /** Sends one attempt. A receiver that is gone is an answer too, once it has answered at all. */
  async send(attempt: Attempt): Promise<Answer> {
    const { receiver, secret, timeout } = this.#options;
    try {
      const { status, text } = await send(receiver, attempt, timeout);
      this.#hasAnswered = true;
      this.#deliveries++;
      return { status, text: text.replaceAll(secret, '[secret]') };
    } catch (error) {
      if (!this.#hasAnswered) throw error;
      this.#deliveries++;
      return { status: undefined, text: `no answer: ${(error as Error).message}` };
    }
  }

  /**
   * What the receiver answers to the fixture itself, correctly signed; sent once in a run.
   * `undefined` where that is no 2xx: then nothing can be learnt from a delivery that differs from it.
   */
  async plainAnswer(fixture: FixtureFile): Promise<Answer | undefined> {
    let plain = this.#plain.get(fixture.file);
    if (plain === undefined) {
      plain = this.sign(this.fresh(fixture)).then((attempt) => this.send(attempt));
      this.#plain.set(fixture.file, plain);
    }
    const answer = await plain;
    if (answer.status !== undefined && answer.status >= 200 && answer.status < 300) return answer;
    this.#unjudged.add(nameOfFixture(fixture));
    return undefined;
  }

  /** Whether the provider takes the answer for an acknowledgement. */
  isAcknowledgement(answer: Answer): boolean {
    return answer.status !== undefined && this.provider.delivery.acknowledgement.value.includes(answer.status);
  }

  /**
   * Finds fault unless the attempt is acknowledged. A status that the receiver also gives to the plain delivery is let
   * through: a wrong acknowledgement is found once, by the check for it.
   */
  async expectAcknowledged(fixture: FixtureFile, delivery: string, attempt: Attempt, plain?: Answer): Promise<void> {
    const answer = await this.judge(fixture, attempt);
    if (this.isAcknowledgement(answer)) return;
    if (answer.status !== undefined && answer.status === plain?.status) return;
    const expected = `status ${this.provider.delivery.acknowledgement.value.join(' or ')}`;
    this.find(fixture, { delivery, expected, actual: answer.text, attempt });
  }

  /**
   * Finds fault unless the attempt is refused with a 4xx. Nothing is learnt from a receiver that refuses the plain
   * delivery as well.
   */
  async expectRefused(fixture: FixtureFile, delivery: string, attempt: Attempt): Promise<void> {
    if ((await this.plainAnswer(fixture)) === undefined) return;
    const answer = await this.judge(fixture, attempt);
    if (answer.status !== undefined && answer.status >= 400 && answer.status < 500) return;
    this.find(fixture, { delivery, expected: 'a 4xx status', actual: answer.text, attempt });
  }

  /** Sends an attempt whose answer decides. */
  private judge(fixture: FixtureFile, attempt: Attempt): Promise<Answer> {
    this.#judged++;
    this.#unjudged.delete(nameOfFixture(fixture));
    return this.send(attempt);
  }

  private find(fixture: FixtureFile, sighting: Omit<Sighting, 'fixture' | 'confidence'>): void {
    this.#sightings.push({ fixture: nameOfFixture(fixture), confidence: fixture.confidence, ...sighting });
  }

  /** What came of the deliveries since the last call. */
  takeOutcome(): Outcome {
    const outcome = {
      findings: findingsOf(this.#sightings),
      unjudged: [...this.#unjudged],
      deliveries: this.#deliveries,
      judged: this.#judged,
    };
    this.#sightings = [];
    this.#unjudged = new Set();
    this.#deliveries = 0;
    this.#judged = 0;
    return outcome;
  }
}

/** What came of a check's deliveries. */
export interface Outcome {
  readonly findings: readonly Finding[];
  /** Fixtures of which the plain delivery is not acknowledged, so that nothing can be learnt from a variation of it. */
  readonly unjudged: readonly string[];
  readonly deliveries: number;
  /** How many of the deliveries decided something. */
  readonly judged: number;
}

function nameOfFixture({ file }: FixtureFile): string {
  return file.replace(/\.json$/, '');
}
