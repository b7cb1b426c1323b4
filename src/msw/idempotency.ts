import type { Idempotency } from '../define/index.ts';
import type { Clock } from './clock.ts';

interface Given {
  readonly at: number;
  readonly status: number;
  readonly body: string;
}

/** How many answers are remembered. */
const limit = 1000;

/** The answers that were given to requests with a key. */
export class Answers {
  readonly #clock: Clock;
  readonly #rule: Idempotency | undefined;
  readonly #given = new Map<string, Given>();

  constructor(rule: Idempotency | undefined, clock: Clock) {
    this.#rule = rule;
    this.#clock = clock;
  }

  /** What a request is known by; `undefined` where it has no key, or is of a method whose keys do not count. */
  keyOf(request: Request): string | undefined {
    const key = this.#rule?.methods.includes(request.method) === true ? request.headers.get(this.#rule.header) : null;
    if (key === null) return undefined;
    const asker = request.headers.get('authorization') ?? '';
    return [asker, request.method, new URL(request.url).pathname, key].join('\n');
  }

  /** The answer that was given before, marked as such. */
  replayed(key: string): Response | undefined {
    const given = this.#given.get(key);
    if (given === undefined) return undefined;
    if (this.#clock.now() - given.at >= this.#rule!.seconds * 1000) {
      this.#given.delete(key);
      return undefined;
    }
    const headers = { 'Content-Type': 'application/json', [this.#rule!.replayed]: 'true' };
    return new Response(given.status === 204 ? null : given.body, { status: given.status, headers });
  }

  /** Remembers an answer, but for a failure of the server. */
  async remember(key: string, response: Response): Promise<void> {
    if (response.status >= 500) return;
    if (this.#given.size >= limit) this.#given.delete(this.#given.keys().next().value!);
    this.#given.set(key, { at: this.#clock.now(), status: response.status, body: await response.clone().text() });
  }

  clear(): void {
    this.#given.clear();
  }
}
