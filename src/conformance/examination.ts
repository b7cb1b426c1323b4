import { rowsOf, type Provider } from '../define/index.ts';
import type { Attempt, AttemptOptions } from '../delivery/index.ts';
import type { FixtureFile } from '../fixture/index.ts';
import { isRefusal, isSuccess, type Answer, type Receiver } from './answer.ts';
import { differences, isSame } from './effects.ts';
import { Judgement, type Judged } from './judgement.ts';
import { Line } from './line.ts';
import type { TimelineEntry } from './finding.ts';
import { withFreshObject } from './fresh.ts';
import type { Need } from './needs.ts';
import { afterWaiting, type Probe } from './probe.ts';
import type { Exchange, Session } from './session.ts';
import type { Fault } from './sighting.ts';

/** What one check delivers through and reports to. */
export class Examination {
  readonly provider: Provider;
  readonly session: Session;
  /** The id of the check; the ids of its events are made from it. */
  readonly #check: string;
  readonly #judgement: Judgement;
  /** Deliveries whose answers are expected to be good: while one is under way, the next is made and signed. */
  readonly #expected: Line;
  readonly #probe: Probe;
  #deliveries = 0;
  #ids = 0;
  /** When the check was made: the time that its new objects bear, so that they differ in nothing but their ids. */
  readonly #start: number;

  /** Nothing goes out before `turn` comes. */
  constructor(session: Session, check: string, turn = Promise.resolve()) {
    // Where a time is signed, an attempt does not wait.
    this.#expected = session.signsAhead ? new Line(turn) : new Line(turn, 0);
    this.session = session;
    this.provider = session.options.provider;
    this.#judgement = new Judgement(this.provider);
    this.#check = check;
    this.#start = session.now();
    this.#probe = afterWaiting(session.options.probe ?? {}, async () => {
      await turn;
      // What was thrown there is thrown again by whoever waits next.
      await this.settled().catch(() => undefined);
    });
  }

  /** Every fixture of the event types that are examined. */
  get fixtures(): readonly FixtureFile[] {
    return this.session.fixtures;
  }

  /** One typical fixture for each event type. */
  get typical(): readonly FixtureFile[] {
    return this.fixtures.filter(({ variant }) => variant === 'typical');
  }

  /** One typical fixture for each object. */
  get oneForEachObject(): readonly FixtureFile[] {
    return this.#oneForEachObject(this.typical);
  }

  /** One of `reacting()` for each object. */
  async reactingForEachObject(): Promise<readonly FixtureFile[]> {
    return this.#oneForEachObject(await this.reacting());
  }

  /** The typical fixtures whose event changes the receiver's effects when it comes for an object that is new. */
  async reacting(): Promise<readonly FixtureFile[]> {
    await this.settled();
    return this.session.reacting(() => this.#deliveries++);
  }

  /** How to look into the receiver, once what was expected before has come. Only for checks that need it. */
  get probe(): Probe {
    return this.#probe;
  }

  /** Whether the caller gave what a check can use, though it does not need it. */
  has(need: Need): boolean {
    return this.session.meets(need);
  }

  /** Moves the receiver's clock, and the one that deliveries are signed by, so many seconds on. */
  async advance(seconds: number): Promise<void> {
    await this.#probe.advance!(seconds);
    this.session.advance(seconds);
  }

  /** A text that is this check's own in this run: whatever is drawn is drawn from it. */
  get seed(): string {
    return `${this.session.options.seed} ${this.#check}`;
  }

  /** Milliseconds since the Unix epoch, by the clock that deliveries are signed by. */
  now(): number {
    return this.session.now();
  }

  /** The fixture's event under an id that was never sent; the name, where there is one, is its own in this check. */
  fresh(fixture: FixtureFile, name = String(this.#ids++)): object {
    return this.session.withId(fixture, `${this.#check} ${name}`);
  }

  /**
   * The fixture's event under an id that was never sent, about an object that was never spoken of. The object was made
   * and changed so many milliseconds ago.
   */
  freshObject(fixture: FixtureFile, ago = 0): object {
    const event = this.fresh(fixture);
    return withFreshObject(this.provider, fixture, event, {
      seed: `${this.seed} ${this.#ids}`,
      time: this.#start - ago,
    });
  }

  /** For each fixture its event under an id that was never sent. They are sent in this order. */
  freshEvents(fixtures: readonly FixtureFile[]): readonly (readonly [FixtureFile, object])[] {
    return this.#told(fixtures, (fixture) => this.fresh(fixture));
  }

  /** For each fixture its event under an id and about an object that were never spoken of. They are sent in this order. */
  freshObjects(fixtures: readonly FixtureFile[], ago = 0): readonly (readonly [FixtureFile, object])[] {
    return this.#told(fixtures, (fixture) => this.freshObject(fixture, ago));
  }

  /** Begins to sign events that are sent later, so that the receiver need not wait for it. */
  signAhead(events: readonly object[]): void {
    this.session.signAhead(events);
  }

  /** Signs an event, or a text in place of one, as the provider does. */
  sign(event: object | string, over?: Partial<AttemptOptions>): Promise<Attempt> {
    return this.session.sign(event, over);
  }

  /** Sends one attempt. A receiver that is gone is an answer too, once it has answered at all. */
  async send(attempt: Attempt, receiver?: Receiver | string): Promise<Answer> {
    await this.settled();
    return this.#send(attempt, receiver);
  }

  #send(attempt: Attempt, receiver?: Receiver | string): Promise<Answer> {
    this.#deliveries++;
    return this.session.send(attempt, receiver);
  }

  /** Sends one attempt, and hangs up before it is answered. */
  async sendAndHangUp(attempt: Attempt): Promise<void> {
    await this.settled();
    this.#deliveries++;
    await this.session.sendAndHangUp(attempt);
  }

  /** Sends several attempts at once, no more of them than the run allows. Answers are in the order of the attempts. */
  async sendAll(attempts: readonly Attempt[]): Promise<Answer[]> {
    await this.settled();
    const answers: Answer[] = [];
    let next = 0;
    const work = async () => {
      for (let index = next++; index < attempts.length; index = next++)
        answers[index] = await this.#send(attempts[index]!);
    };
    await Promise.all(Array.from({ length: Math.min(this.session.options.concurrency, attempts.length) }, work));
    return answers;
  }

  /** What the receiver's deliveries have brought about, in one order. */
  async effects(): Promise<unknown> {
    await this.settled();
    return this.session.effects();
  }

  /** The fixture itself, correctly signed, and what the receiver answers to it; sent once in a run. */
  async plain(fixture: FixtureFile): Promise<Exchange> {
    if (!this.session.hasSent(fixture)) await this.settled();
    return this.session.plain(fixture, () => this.#deliveries++);
  }

  /**
   * What the receiver answers to the fixture itself, correctly signed; sent once in a run.
   * `undefined` where that is no 2xx: then nothing can be learnt from a delivery that differs from it.
   */
  async plainAnswer(fixture: FixtureFile): Promise<Answer | undefined> {
    const { answer } = await this.plain(fixture);
    if (isSuccess(answer)) return answer;
    this.#judgement.leave(fixture);
    return undefined;
  }

  /** The first event of each object's that the receiver acknowledges, and its answer; nothing where it acknowledges none. */
  async firstPlain(): Promise<{ readonly fixture: FixtureFile; readonly plain: Answer } | undefined> {
    for (const fixture of this.oneForEachObject) {
      const plain = await this.plainAnswer(fixture);
      if (plain !== undefined) return { fixture, plain };
    }
    return undefined;
  }

  /** Whether the provider takes the answer for an acknowledgement. */
  isAcknowledgement(answer: Answer): boolean {
    return answer.status !== undefined && this.provider.delivery.acknowledgement.value.includes(answer.status);
  }

  /** `status 200`: what acknowledges. */
  get acknowledgement(): string {
    return `status ${this.provider.delivery.acknowledgement.value.join(' or ')}`;
  }

  /**
   * Finds fault unless the attempt is acknowledged. A status that the receiver also gives to the plain delivery is let
   * through: a wrong acknowledgement is found once, by the check for it.
   */
  async expectAcknowledged(
    fixture: FixtureFile,
    delivery: string,
    attempt: Attempt | Promise<Attempt>,
    plain?: Answer,
  ): Promise<void> {
    await this.expectAnswer(fixture, delivery, attempt, this.acknowledgement, (answer) => {
      return this.isAcknowledgement(answer) || (answer.status !== undefined && answer.status === plain?.status);
    });
  }

  /**
   * Finds fault unless the attempt is refused with a 4xx. Nothing is learnt from a receiver that refuses the plain
   * delivery as well.
   */
  async expectRefused(fixture: FixtureFile, delivery: string, attempt: Attempt | Promise<Attempt>): Promise<void> {
    attended(attempt);
    if ((await this.plainAnswer(fixture)) === undefined) return;
    await this.expectAnswer(fixture, delivery, attempt, 'a 4xx status', isRefusal);
  }

  /**
   * Sends an attempt, be it still being signed, after those that were expected before, and finds fault unless its answer is
   * as expected. Does not wait for it: whatever else is sent or looked at does.
   */
  async expectAnswer(
    fixture: FixtureFile,
    delivery: string,
    attempt: Attempt | Promise<Attempt>,
    expected: string,
    isExpected: (answer: Answer) => boolean,
  ): Promise<void> {
    attended(attempt);
    await this.#expected.add(async () => {
      const signed = await attempt;
      const answer = await this.#send(signed);
      this.judged(fixture);
      if (!isExpected(answer)) this.find(fixture, delivery, signed, { expected, actual: answer.text, answer });
    });
  }

  /** Waits for every answer that is expected. Throws what came in the way of one. */
  settled(): Promise<void> {
    return this.#expected.settled();
  }

  /** Finds fault unless the receiver's effects are `expected`. The attempt is the last that was sent. */
  async expectEffects(
    fixture: FixtureFile,
    delivery: string,
    attempt: Attempt,
    expected: unknown,
    fault: { readonly expected: string; readonly actual: string; readonly timeline?: readonly TimelineEntry[] },
  ): Promise<void> {
    const found = await this.effects();
    this.judged(fixture);
    if (isSame(expected, found)) return;
    this.find(fixture, delivery, attempt, { ...fault, effects: differences(expected, found) });
  }

  /** Says that something was learnt of a fixture, be it good or bad. */
  judged(fixture: FixtureFile): void {
    this.#judgement.judged(fixture);
  }

  /** Finds fault. */
  find(fixture: FixtureFile, delivery: string, attempt: Attempt, fault: Fault): void {
    this.#judgement.find(fixture, delivery, attempt, fault);
  }

  /** Ends the check as skipped, unless it has judged something. */
  skip(reason: string): void {
    this.#judgement.skip(reason);
  }

  /** What came of the check. */
  outcome(): Outcome {
    return { ...this.#judgement.outcome(), deliveries: this.#deliveries };
  }

  #told(
    fixtures: readonly FixtureFile[],
    tell: (fixture: FixtureFile) => object,
  ): readonly (readonly [FixtureFile, object])[] {
    const told = fixtures.map((fixture) => [fixture, tell(fixture)] as const);
    this.signAhead(told.map(([, event]) => event));
    return told;
  }

  #oneForEachObject(fixtures: readonly FixtureFile[]): readonly FixtureFile[] {
    const rows = new Map(rowsOf(this.provider));
    const objects = fixtures.map(({ event }) => rows.get(event)!.object);
    return fixtures.filter((_, index) => objects.indexOf(objects[index]!) === index);
  }
}

/** Whoever sends an attempt is told why it could not be signed; nobody else need be. */
function attended(attempt: Attempt | Promise<Attempt>): void {
  if (attempt instanceof Promise) attempt.catch(() => undefined);
}

/** What came of a check's deliveries. */
export interface Outcome extends Judged {
  readonly deliveries: number;
}
