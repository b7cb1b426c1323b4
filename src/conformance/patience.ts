import type { Attempt } from '../delivery/index.ts';
import { HookproofError } from '../errors.ts';
import { send, type Answer, type Receiver } from './answer.ts';

/** Thrown where so many deliveries had no answer that the receiver is taken to be gone. It ends the run. */
export class ReceiverGone extends Error {
  override readonly name = 'ReceiverGone';
}

/** How many deliveries in a row may go unanswered, and for how many timeouts a run waits in vain altogether. */
const limits = { inARow: 5, timeouts: 12 };

/** Milliseconds between the tries to reach a receiver that refuses connections: one that crashed may be started again. */
const pauses = [50, 100, 200, 400, 800, 1600];

/** How long a run bears with a receiver that does not answer. */
export class Patience {
  readonly #receiver: Receiver;
  readonly #timeout: number;
  /** The last attempt that was answered: sent again, it brings about nothing new. */
  #answered: Attempt | undefined;
  #inARow = 0;
  #waited = 0;
  #countedTo = 0;
  #looking: Promise<void> | undefined;
  #gone: string | undefined;

  constructor(receiver: Receiver, timeout: number) {
    this.#receiver = receiver;
    this.#timeout = timeout;
  }

  /** Why the receiver is taken to be gone; `undefined` while it is not. */
  get gone(): string | undefined {
    return this.#gone;
  }

  /** Sends one attempt. Throws `ReceiverGone`, and `UNREACHABLE` before there was any answer. */
  async send(attempt: Attempt): Promise<Answer> {
    if (this.#gone !== undefined) throw new ReceiverGone(this.#gone);
    const start = performance.now();
    const answer = await this.#reach(attempt);
    if (answer.status !== undefined) {
      this.#inARow = 0;
      this.#answered = attempt;
      return answer;
    }
    this.#waitedSince(start);
    this.#inARow++;
    if (this.#inARow >= limits.inARow) {
      this.#looking ??= this.#look(answer).finally(() => (this.#looking = undefined));
      await this.#looking;
    }
    return answer;
  }

  /** Tries again for a while where the connection is refused: then nothing was delivered. */
  async #reach(attempt: Attempt): Promise<Answer> {
    const start = performance.now();
    for (const pause of [...pauses, Infinity]) {
      try {
        return await send(this.#receiver, attempt, this.#timeout);
      } catch (error) {
        if (!(error instanceof HookproofError) || this.#answered === undefined) throw error;
        const isLast = performance.now() - start + pause > this.#timeout;
        if (isLast || this.#gone !== undefined) this.#end(`the receiver is gone: ${error.message}`);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    throw new ReceiverGone(this.#gone);
  }

  /** Whether the receiver still answers what it answered before. */
  async #look({ text }: Answer): Promise<void> {
    const answer = this.#answered && (await this.#reach(this.#answered));
    if (answer?.status === undefined)
      this.#end(`the receiver is gone: ${this.#inARow} deliveries in a row had no answer, the last: ${text}`);
    this.#inARow = 0;
  }

  /** Counts the time that was waited in vain, at once or one after the other. */
  #waitedSince(start: number): void {
    const now = performance.now();
    this.#waited += now - Math.max(start, this.#countedTo);
    this.#countedTo = now;
    const most = limits.timeouts * this.#timeout;
    if (this.#waited > most)
      this.#end(
        `the run has waited ${most / 1000} seconds for answers that did not come; --timeout waits less for each`,
      );
  }

  #end(reason: string): never {
    this.#gone ??= reason;
    throw new ReceiverGone(this.#gone);
  }
}
