import type { Provider } from '../define/index.ts';
import { signedAttempt, type Attempt, type AttemptOptions } from '../delivery/index.ts';
import { eventId, fixtureFiles, variantOf, withValueAt, type FixtureFile } from '../fixture/index.ts';
import { HookproofError } from '../errors.ts';
import { generateKeys, type Keys } from '../signing/index.ts';
import { overHttp, send, type Answer, type Receiver } from './answer.ts';
import { canonical, isSame, type Unordered } from './effects.ts';
import { withFreshObject } from './fresh.ts';
import { isMet, type Need } from './needs.ts';
import { Patience, ReceiverGone } from './patience.ts';
import { callOf, readEffects, type Probe } from './probe.ts';
import { withoutSecrets } from './redact.ts';

/** What a run is made of. */
export interface SessionOptions extends Omit<AttemptOptions, 'at'> {
  readonly provider: Provider;
  readonly receiver: Receiver;
  /** Every id of the run is made from it. */
  readonly seed: string;
  /** Milliseconds to wait for one answer. */
  readonly timeout: number;
  /** The clock that deliveries are signed by. */
  readonly now: () => number;
  /** How many deliveries are under way at once, where several are. */
  readonly concurrency: number;
  /** How many generated histories or events a check draws. */
  readonly runs: number;
  /** Whether an event type is examined. */
  readonly isExamined: (type: string) => boolean;
  readonly probe?: Probe;
  readonly unordered?: Unordered;
  readonly secondSecret?: string;
  /** The receiver without a secret, or its URL. */
  readonly unconfigured?: Receiver | string;
  /** Earlier versions whose events the receiver still gets. */
  readonly previous?: readonly Provider[];
}

/** Milliseconds after which a provider that hangs up does so. */
const hangUpAfter = 5;
/** An attempt and what came back for it. */
export interface Exchange {
  readonly attempt: Attempt;
  readonly answer: Answer;
}

/** One receiver that is examined for one provider version: what all checks of a run share. */
export class Session {
  readonly options: SessionOptions;
  /** Every fixture of the event types that are examined. */
  readonly fixtures: readonly FixtureFile[];
  readonly #patience: Patience;
  #hasAnswered = false;
  #hasProbed = false;
  #probeGone: string | undefined;
  /** Milliseconds by which the receiver's clock was moved. */
  #ahead = 0;
  #seen: { readonly text: string; readonly effects: unknown } | undefined;
  #reacting: Promise<readonly FixtureFile[]> | undefined;
  readonly #attempts = new WeakMap<object, Promise<Attempt>>();
  readonly #other: Promise<Keys>;
  readonly #plain = new Map<string, Promise<Exchange>>();
  readonly #plainEvents = new Map<string, object>();

  constructor(options: SessionOptions) {
    this.options = options;
    this.#patience = new Patience(options.receiver, options.timeout);
    this.#other = generateKeys(options.provider); // RSA keys take their time.
    this.#other.catch(() => undefined);
    this.fixtures = fixtureFiles(options.provider).filter(({ event }) => options.isExamined(event));
  }

  /** Whether the caller gave what a check needs. */
  meets(need: Need): boolean {
    return isMet(need, this.options);
  }

  /** Milliseconds since the Unix epoch, by the clock that deliveries are signed by. */
  now(): number {
    return this.options.now() + this.#ahead;
  }

  /** Moves the clock that deliveries are signed by so many seconds on, as the receiver's was. */
  advance(seconds: number): void {
    this.#ahead += seconds * 1000;
  }

  /** What no report may show. */
  get secrets(): readonly string[] {
    const { secret, secondSecret = '' } = this.options;
    return [secret, secondSecret];
  }

  /** A key to sign with that the receiver does not know. */
  async otherSecret(): Promise<string> {
    return (await this.#other).signing;
  }

  /** Signs an event, or a text in place of one, as the provider does. */
  sign(event: object | string, over: Partial<AttemptOptions> = {}): Promise<Attempt> {
    const isAsEver = this.signsAhead && Object.keys(over).every((option) => option === 'at');
    if (typeof event === 'string' || !isAsEver) return this.#signed(event, over);
    // The same event is signed the same way each time, and a private key takes its time.
    const known = this.#attempts.get(event) ?? this.#signed(event, {});
    this.#attempts.set(event, known);
    return known;
  }

  /** Whether events can be signed well before they are sent: where a time is signed, it is that of the delivery. */
  get signsAhead(): boolean {
    return this.options.provider.delivery.timestamp.value === undefined;
  }

  /** Whether a check can be made ready before its turn: not where the one before it may move the clock. */
  get preparesAhead(): boolean {
    return this.signsAhead && !this.meets('advance');
  }

  /**
   * Begins to sign what is sent later, so that the receiver need not wait for it; where a time is signed, it is signed once
   * it is asked for.
   */
  soon(sign: () => Promise<Attempt>): () => Promise<Attempt> {
    if (!this.signsAhead) return sign;
    const signed = sign();
    signed.catch(() => undefined); // whoever asks for it is told
    return () => signed;
  }

  /** Begins to sign events that are sent later, so that the receiver need not wait for it. */
  signAhead(events: readonly object[]): void {
    for (const event of events) this.soon(() => this.sign(event));
  }

  #signed(event: object | string, over: Partial<AttemptOptions>): Promise<Attempt> {
    const { provider, url, secret, parameters, signedText } = this.options;
    return signedAttempt(provider, event, {
      url,
      secret,
      at: this.now(),
      ...(parameters === undefined ? {} : { parameters }),
      ...(signedText === undefined ? {} : { signedText }),
      ...over,
    });
  }

  /** Why the run is over before its end: the receiver is gone, or the probe is. */
  get ended(): string | undefined {
    const reason = this.#patience.gone ?? this.#probeGone;
    return reason === undefined ? undefined : withoutSecrets(reason, this.secrets);
  }

  /** Ends the run where an error is a reason to: the receiver is gone, or a probe that has shown effects fails. */
  endBy(error: unknown): boolean {
    if (error instanceof ReceiverGone) return true;
    if (!this.#hasProbed || !(error instanceof HookproofError) || error.code !== 'BAD_PROBE') return false;
    this.#probeGone = error.message;
    return true;
  }

  /** Sends one attempt. No answer is an answer too; throws `ReceiverGone` where there were too many of these. */
  async send(attempt: Attempt, receiver: Receiver | string = this.options.receiver): Promise<Answer> {
    if (receiver === this.options.receiver) {
      const answer = await this.#patience.send(attempt);
      this.#hasAnswered ||= answer.status !== undefined;
      return this.#redacted(answer);
    }
    try {
      const { timeout } = this.options;
      if (typeof receiver !== 'string') return this.#redacted(await send(receiver, attempt, timeout));
      return this.#redacted(await send(overHttp, { ...attempt, url: receiver }, timeout));
    } catch (error) {
      if (!this.#hasAnswered) throw error;
      return { status: undefined, text: `no answer: ${(error as Error).message}` };
    }
  }

  /** Sends one attempt, hangs up a moment later, and gives the receiver the time to notice. */
  async sendAndHangUp(attempt: Attempt): Promise<void> {
    await send(this.options.receiver, attempt, hangUpAfter).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, hangUpAfter));
  }

  /** Whether the fixture itself was sent. */
  hasSent({ file }: FixtureFile): boolean {
    return this.#plain.has(file);
  }

  /** The fixture itself, correctly signed, and what the receiver answers to it; sent once in a run. */
  plain(fixture: FixtureFile, count: () => void): Promise<Exchange> {
    let plain = this.#plain.get(fixture.file);
    if (plain === undefined) {
      count();
      plain = this.sign(this.#plainEvent(fixture)).then(async (attempt) => {
        return { attempt, answer: await this.send(attempt) };
      });
      this.#plain.set(fixture.file, plain);
    }
    return plain;
  }

  /** Begins to sign those of the fixtures that were not sent yet. */
  signPlainAhead(): void {
    this.signAhead(
      this.fixtures.filter(({ file }) => !this.#plain.has(file)).map((fixture) => this.#plainEvent(fixture)),
    );
  }

  #plainEvent(fixture: FixtureFile): object {
    const event = this.#plainEvents.get(fixture.file) ?? this.withId(fixture, `plain ${fixture.file}`);
    this.#plainEvents.set(fixture.file, event);
    return event;
  }

  /** The fixture's event under an id that is made from `salt`. */
  withId(fixture: FixtureFile, salt: string): object {
    const { envelope } = variantOf(this.options.provider, fixture.event, fixture.variant).form;
    return withValueAt(fixture.value, envelope.paths.id, eventId(envelope.id, `${this.options.seed} ${salt}`));
  }

  /** Takes the receiver back to where it knows of no delivery, where the probe can see to it. */
  async reset(): Promise<void> {
    const { probe } = this.options;
    if (probe?.reset !== undefined) await callOf(probe, 'reset');
  }

  /** What the receiver's deliveries have brought about, in one order. */
  async effects(): Promise<unknown> {
    const { probe, unordered } = this.options;
    const text = await readEffects(probe!);
    this.#hasProbed = true;
    // Many a delivery changes nothing.
    if (text !== this.#seen?.text) this.#seen = { text, effects: canonical(JSON.parse(text), unordered) };
    return this.#seen.effects;
  }

  /** The typical fixtures whose event changes the effects when it comes for an object that is new. Found once in a run. */
  reacting(count: () => void): Promise<readonly FixtureFile[]> {
    this.#reacting ??= this.#findReacting(count);
    return this.#reacting;
  }

  async #findReacting(count: () => void): Promise<readonly FixtureFile[]> {
    const reacting: FixtureFile[] = [];
    const { provider, seed } = this.options;
    const time = this.now();
    const told = this.fixtures
      .filter(({ variant }) => variant === 'typical')
      .map((fixture) => {
        const salt = `reacting ${fixture.file}`;
        const named = this.withId(fixture, salt);
        return { fixture, event: withFreshObject(provider, fixture, named, { seed: `${seed} ${salt}`, time }) };
      });
    this.signAhead(told.map(({ event }) => event));
    let before = await this.effects();
    for (const { fixture, event } of told) {
      count();
      await this.send(await this.sign(event));
      const after = await this.effects();
      if (!isSame(before, after)) reacting.push(fixture);
      before = after;
    }
    return reacting;
  }

  /** The answer without the secrets that the caller gave, should the receiver show one. */
  #redacted(answer: Answer): Answer {
    const redact = (text: string) =>
      this.secrets.reduce((shown, each) => (each === '' ? shown : shown.replaceAll(each, '[secret]')), text);
    return {
      ...answer,
      text: redact(answer.text),
      ...(answer.body === undefined ? {} : { body: redact(answer.body) }),
      ...(answer.contentType === undefined ? {} : { contentType: redact(answer.contentType) }),
    };
  }
}
