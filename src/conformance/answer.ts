import { toRequest, type Attempt } from '../delivery/index.ts';
import { HookproofError } from '../errors.ts';
import { readSome } from './body.ts';
import { messageOf } from './message.ts';
import { giveUpAfter } from './timeout.ts';
import { request } from './wire.ts';

/** A merchant's webhook handler: takes the provider's request, gives its answer. */
export type Receiver = (request: Request) => Response | Promise<Response>;

/** What came back for one attempt: a status, or why there is none. */
export interface Answer {
  readonly status: number | undefined;
  /** `status 200`, `no answer within 10 seconds`, `no answer: connection reset`. */
  readonly text: string;
  /** Whether it was waited for in vain. */
  readonly isLate?: boolean;
  /** The media type of the body, where there is one. */
  readonly contentType?: string;
  /** The beginning of the body; empty where there is none. */
  readonly body?: string;
}

/** The most of an answer's body that is read, in bytes, and that is kept, in characters. */
const limits = { body: 64 * 1024, kept: 4096 };

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);

/**
 * The receiver that listens at each request's URL. Throws `UNREACHABLE` where nothing does. Given to `send` or
 * `runConformance`, it only says so: where there are sockets, attempts are then sent as they are spelled, without `fetch`.
 */
export const overHttp: Receiver = async (request) => {
  try {
    return await fetch(request);
  } catch (error) {
    throw unreachableFor(request.url, error);
  }
};

/** The error as it is, unless it says that nothing was reached. */
function unreachableFor(url: string, error: unknown): unknown {
  const { cause = error } = error as Error; // fetch wraps what sockets throw
  const { code, message } = cause as { readonly code?: string; readonly message?: string };
  // fetch connects to no port that browsers reserve for other protocols.
  if (message === 'bad port') return unreachableAt(url, 'fetch refuses this port', error);
  return code !== undefined && unreachable.has(code) ? unreachableAt(url, code, error) : error;
}

function unreachableAt(url: string, state: string, cause: unknown): HookproofError {
  return new HookproofError('UNREACHABLE', `Cannot reach receiver at "${url}": ${state}; is it running?`, { cause });
}

/**
 * Sends one attempt to a receiver, and waits so many milliseconds. Throws where `overHttp` reaches nothing, and
 * `BAD_ARGUMENT` where the attempt makes no request.
 */
export async function send(receiver: Receiver, attempt: Attempt, timeout: number): Promise<Answer> {
  const abort = new AbortController();
  const answered = exchange(receiver, attempt, abort.signal);
  answered.catch(() => undefined);
  let callOff = () => {};
  const late = new Promise<Answer>((resolve) => {
    callOff = giveUpAfter(timeout, () => {
      resolve({ status: undefined, text: `no answer within ${timeout / 1000} seconds`, isLate: true });
      abort.abort();
    });
  });
  try {
    return await Promise.race([answered, late]);
  } catch (error) {
    if (error instanceof HookproofError && error.code === 'UNREACHABLE') throw error;
    return { status: undefined, text: `no answer: ${messageOf(error)}` };
  } finally {
    callOff();
  }
}

/** Throws at once where the attempt makes no request. */
function exchange(receiver: Receiver, attempt: Attempt, signal: AbortSignal): Promise<Answer> {
  if (receiver === overHttp)
    return request(attempt, { limit: limits.body, signal }).then(
      ({ status, contentType, body }) => answerOf(status, contentType, body),
      (error: unknown) => {
        throw unreachableFor(attempt.url, error);
      },
    );
  const made = toRequest(attempt, { redirect: 'manual', signal });
  return Promise.resolve(made).then(receiver).then(drain);
}

async function drain(response: Response | undefined): Promise<Answer> {
  // Not every framework's Response is the global one.
  if (typeof response?.status !== 'number') throw new TypeError('the receiver returned no Response');
  const contentType = response.headers?.get('content-type') ?? undefined;
  return answerOf(response.status, contentType, await readSome(response.body, limits.body));
}

const decoder = new TextDecoder();

function answerOf(status: number, contentType: string | undefined, body: Uint8Array): Answer {
  const answer = { status, text: `status ${status}`, body: decoder.decode(body).slice(0, limits.kept) };
  return contentType === undefined ? answer : { ...answer, contentType };
}

/** Whether an answer says that all went well, with whatever status says so. */
export function isSuccess({ status }: Answer): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

/** Whether an answer breaks down where it should say something. */
export function isBreakdown({ status }: Answer): boolean {
  return status === undefined || status >= 500;
}

/** Whether an answer is a refusal that the provider need not repeat. */
export function isRefusal({ status }: Answer): boolean {
  return status !== undefined && status >= 400 && status < 500;
}
