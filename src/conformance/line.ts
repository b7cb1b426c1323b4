/**
 * Jobs that are done one after the other, in the order in which they came. Whoever adds one need not wait for it, so that
 * the next can be prepared meanwhile. After a job that threw no other is done.
 */
export class Line {
  readonly #jobs: Promise<void>[] = [];
  #last: Promise<void>;
  #thrown: { readonly error: unknown } | undefined;

  readonly #room: number;

  /** No job is done before `turn` comes, and so many may wait. */
  constructor(turn = Promise.resolve(), room = 8) {
    this.#room = room;
    this.#last = turn.catch((error: unknown) => {
      this.#thrown = { error };
    });
  }

  /** Adds a job, and waits while too many are waiting. Throws what an earlier job threw. */
  async add(job: () => Promise<void>): Promise<void> {
    this.#last = this.#doAfter(this.#last, job);
    this.#jobs.push(this.#last);
    if (this.#jobs.length > this.#room) await this.#jobs[0];
    this.#rethrow();
  }

  /** Waits until every job is done. Throws what one of them threw. */
  async settled(): Promise<void> {
    await this.#last;
    this.#rethrow();
  }

  async #doAfter(before: Promise<void>, job: () => Promise<void>): Promise<void> {
    await before;
    try {
      if (this.#thrown === undefined) await job();
    } catch (error) {
      this.#thrown = { error };
    }
    void this.#jobs.shift();
  }

  #rethrow(): void {
    if (this.#thrown !== undefined) throw this.#thrown.error;
  }
}
