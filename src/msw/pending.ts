/** Work that goes on by itself. */
export class Pending {
  readonly #work = new Set<Promise<void>>();
  #failure: unknown;
  #hasFailed = false;

  /** Starts work, and keeps it until it is done. */
  start(work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => {
        this.#failure ??= error;
        this.#hasFailed = true;
      })
      .finally(() => this.#work.delete(running));
    this.#work.add(running);
  }

  /** Waits until there is no more work, and throws what the first work that failed threw. */
  async settled(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work);
    if (!this.#hasFailed) return;
    const failure = this.#failure;
    this.#hasFailed = false;
    this.#failure = undefined;
    throw failure;
  }
}
