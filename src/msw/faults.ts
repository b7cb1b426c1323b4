import type { Api } from '../define/index.ts';
import { HookproofError } from '../errors.ts';
import type { Clock } from './clock.ts';
import { randomNumbers } from './random.ts';
import { Refusal, refusalAnswer } from './refusal.ts';

/** What is wrong with an answer. */
export type BoxFault =
  /** Another status, such as 429 or 503, with nothing done. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** One of the provider's own errors, by its code. */
  | { readonly kind: 'error'; readonly code: string }
  /** No answer, for so many milliseconds; then the connection breaks. */
  | { readonly kind: 'timeout'; readonly after?: number }
  /** The connection breaks at once. */
  | { readonly kind: 'network' }
  /** The right answer, so many milliseconds late. */
  | { readonly kind: 'slow'; readonly by: number }
  /** The first half of the right answer; then the connection breaks. */
  | { readonly kind: 'truncated' };

/** When a fault occurs. */
export interface FaultRule {
  readonly fault: BoxFault;
  readonly method?: string;
  /** What the path begins with. */
  readonly path?: string;
  /** How often it occurs at most; every time when left out. */
  readonly times?: number;
  /** The probability that it occurs; 1 when left out. */
  readonly probability?: number;
}

/** The request header that asks for a fault: `429`, `timeout`, `slow=250`, `truncated`, `network` or `error=<code>`. A status that was asked for answers with it. */
export const faultHeader = 'Hookproof-Fault';

/** The faults of a box, in the order in which they were asked for. */
export class Faults {
  readonly #rules: (FaultRule & { left: number })[] = [];
  readonly #given: readonly FaultRule[];
  readonly #next: () => number;

  constructor(given: readonly FaultRule[], seed: string) {
    this.#given = given;
    this.#next = randomNumbers(`${seed} faults`);
    this.reset();
  }

  add(rule: FaultRule): void {
    this.#rules.push({ ...rule, left: rule.times ?? Number.POSITIVE_INFINITY });
  }

  /** The fault that a request asks for, or the first that a rule has for it. */
  take(request: Request): BoxFault | undefined {
    const asked = request.headers.get(faultHeader);
    if (asked !== null) return readFault(asked);
    const { pathname } = new URL(request.url);
    const found = this.#rules.find(
      ({ left, method, path, probability }) =>
        left > 0 &&
        (method ?? request.method) === request.method &&
        pathname.startsWith(path ?? '') &&
        (probability === undefined || this.#next() < probability),
    );
    if (found === undefined) return undefined;
    found.left--;
    if (found.left === 0) this.#rules.splice(this.#rules.indexOf(found), 1);
    return found.fault;
  }

  reset(): void {
    this.#rules.length = 0;
    for (const rule of this.#given) this.add(rule);
  }
}

/** A request's answer with a fault in it. */
export async function faultyAnswer(
  { api, clock }: { readonly api: Api; readonly clock: Clock },
  fault: BoxFault,
  request: Request,
  answer: () => Promise<Response>,
): Promise<Response> {
  switch (fault.kind) {
    case 'status':
      return statusAnswer(fault.status, fault.retryAfter);
    case 'error':
      return refusalAnswer(api, new Refusal(errorNamed(api, fault.code)));
    case 'network':
      return Response.error();
    case 'timeout':
      await clock.sleep(fault.after ?? 60_000, request.signal);
      return Response.error();
    case 'slow':
      await clock.sleep(fault.by, request.signal);
      return answer();
    case 'truncated':
      return truncated(await answer());
  }
}

function statusAnswer(status: number, retryAfter: number | undefined): Response {
  const body = { message: `hookproof was asked to answer ${status}` };
  const after = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  return Response.json(body, { status, headers: { [faultHeader]: String(status), ...after } });
}

async function truncated(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const half = bytes.slice(0, Math.floor(bytes.length / 2));
  let isSent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) return controller.error(new TypeError('hookproof was asked to truncate this answer'));
      isSent = true;
      controller.enqueue(half);
    },
  });
  return new Response(body, { status: response.status === 204 ? 200 : response.status, headers: response.headers });
}

function errorNamed(api: Api, code: string): string {
  const found = Object.entries(api.errors).find(([, error]) => error.code === code);
  if (found !== undefined) return found[0];
  const known = Object.values(api.errors).map((error) => `"${error.code}"`);
  throw new HookproofError(
    'UNKNOWN_NAME',
    `Cannot answer error "${code}": it is unknown; known are ${known.join(', ')}`,
  );
}

/** The fault that a header's value names. */
function readFault(text: string): BoxFault {
  const [kind, value] = text.split('=') as [string, string?];
  if (/^[1-5]\d\d$/.test(kind)) return { kind: 'status', status: Number(kind) };
  if (kind === 'timeout') return value === undefined ? { kind } : { kind, after: Number(value) };
  if (kind === 'slow') return { kind, by: Number(value ?? 1000) };
  if (kind === 'network' || kind === 'truncated') return { kind };
  if (kind === 'error') return { kind, code: value ?? '' };
  throw new HookproofError('BAD_ARGUMENT', `Cannot read header "${faultHeader}": "${text}" is no fault`);
}
