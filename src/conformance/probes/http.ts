import { HookproofError } from '../../errors.ts';
import { messageOf } from '../message.ts';
import type { Probe } from '../probe.ts';
import { giveUpAfter } from '../timeout.ts';
import { request } from '../wire.ts';

/** The longest effects that are read, in bytes. */
const limit = 16 * 1024 * 1024;

/** What a receiver answers to DELETE where it cannot be reset. */
const cannot = [404, 405, 501];

/**
 * A probe that a receiver offers over HTTP: GET gives its effects as JSON, DELETE resets it. It is reset once at first, to
 * learn whether it can be: 404, 405 or 501 say that it cannot. Redirects are not followed.
 *
 * Throws `BAD_PROBE` where the URL does not answer in so many milliseconds, or answers anything else, and `BAD_ARGUMENT` for
 * what is no URL or holds a password.
 */
export async function httpProbe(url: string, timeout: number): Promise<Probe> {
  const { status } = await ask(url, 'DELETE', timeout, [200, 202, 204, ...cannot]);
  const effects = async () => {
    const { text } = await ask(url, 'GET', timeout, [200]);
    try {
      return JSON.parse(text) as unknown;
    } catch (cause) {
      throw refusal('GET', url, 'what it answers is not JSON', cause);
    }
  };
  if (cannot.includes(status)) return { effects };
  return { effects, reset: () => ask(url, 'DELETE', timeout, [200, 202, 204]) };
}

const decoder = new TextDecoder();

/** Sends one request, and reads its answer whole. */
async function ask(
  url: string,
  method: string,
  timeout: number,
  wanted: readonly number[],
): Promise<{ readonly status: number; readonly text: string }> {
  const abort = new AbortController();
  const callOff = giveUpAfter(timeout, () => abort.abort());
  const { signal } = abort;
  try {
    const { status, body } = await request({ url, method, headers: {} }, { limit: limit + 1, signal });
    if (!wanted.includes(status)) throw refusal(method, url, `status ${status}`);
    if (body.length > limit) throw refusal(method, url, `more than ${limit} bytes`);
    return { status, text: decoder.decode(body) };
  } catch (cause) {
    if (cause instanceof HookproofError) throw cause;
    throw refusal(method, url, signal.aborted ? `no answer within ${timeout / 1000} seconds` : messageOf(cause), cause);
  } finally {
    callOff();
  }
}

function refusal(method: string, url: string, state: string, cause?: unknown): HookproofError {
  return new HookproofError('BAD_PROBE', `Cannot read probe: ${method} "${url}": ${state}`, { cause });
}
