import { toRequest, type Attempt } from '../delivery/index.ts';
import { HookproofError } from '../errors.ts';

/** A merchant's webhook handler: takes the provider's request, gives its answer. */
export type Receiver = (request: Request) => Response | Promise<Response>;

/** What came back for one attempt: a status, or why there is none. */
export interface Answer {
  readonly status: number | undefined;
  /** `status 200`, `no answer within 10 seconds`, `no answer: connection reset`. */
  readonly text: string;
}

/** The most of an answer's body that is read, in bytes. */
const bodyLimit = 64 * 1024;

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);

/** Sends one attempt to a receiver. Throws `UNREACHABLE` where nothing listens; every other failure is an answer. */
export async function send(receiver: Receiver, attempt: Attempt, timeout: number): Promise<Answer> {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), timeout);
  });
  try {
    const request = toRequest(attempt, { redirect: 'manual', signal: abort.signal });
    const answered = Promise.resolve(request).then(receiver).then(drain);
    answered.catch(() => undefined);
    const answer = await Promise.race([answered, late]);
    if (answer !== 'late') return answer;
    return { status: undefined, text: `no answer within ${timeout / 1000} seconds` };
  } catch (error) {
    return failure(attempt, error);
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}

async function drain(response: Response): Promise<Answer> {
  const reader = response.body?.getReader();
  for (let read = 0; reader !== undefined && read < bodyLimit;) {
    const { done, value } = await reader.read();
    if (done) break;
    read += value.length;
  }
  await reader?.cancel();
  return { status: response.status, text: `status ${response.status}` };
}

function failure(attempt: Attempt, error: unknown): Answer {
  if (error instanceof HookproofError) throw error;
  const { message, cause } = error as {
    readonly message?: string;
    readonly cause?: { readonly code?: string; readonly message?: string };
  };
  const reason = cause?.code !== undefined && unreachable.has(cause.code) ? cause.code : badPort(cause?.message);
  if (reason !== undefined) {
    throw new HookproofError('UNREACHABLE', `Cannot reach receiver at "${attempt.url}": ${reason}; is it running?`, {
      cause: error,
    });
  }
  return { status: undefined, text: `no answer: ${cause?.message ?? message ?? String(error)}` };
}

/** fetch connects to no port that browsers reserve for other protocols. */
function badPort(message: string | undefined): string | undefined {
  return message === 'bad port' ? 'fetch refuses this port' : undefined;
}
