import { HookproofError } from '../../errors.ts';
import type { Probe } from '../probe.ts';

/** The longest effects that are read, in bytes. */
const limit = 16 * 1024 * 1024;

/** What a receiver answers to DELETE where it cannot be reset. */
const cannot = [404, 405, 501];

/**
 * A probe that a receiver offers over HTTP: GET gives its effects as JSON, DELETE resets it. It is reset once at first, to
 * learn whether it can be: 404, 405 or 501 say that it cannot. Redirects are not followed.
 *
 * Throws `BAD_PROBE` where the URL does not answer in so many milliseconds, or answers anything else.
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

/** Sends one request, and reads its answer whole. */
async function ask(
  url: string,
  method: string,
  timeout: number,
  wanted: readonly number[],
): Promise<{ readonly status: number; readonly text: string }> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, { method, redirect: 'manual', signal });
    const { status } = response;
    if (wanted.includes(status)) return { status, text: await read(response) };
    await response.body?.cancel();
    throw refusal(method, url, `status ${status}`);
  } catch (cause) {
    if (cause instanceof HookproofError) throw cause;
    const { message, cause: inner } = cause as Error;
    const said = ((inner as Error | undefined)?.message ?? '') || message;
    throw refusal(method, url, signal.aborted ? `no answer within ${timeout / 1000} seconds` : said, cause);
  }
}

async function read(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      throw new Error(`more than ${limit} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

function refusal(method: string, url: string, state: string, cause?: unknown): HookproofError {
  return new HookproofError('BAD_PROBE', `Cannot read probe: ${method} "${url}": ${state}`, { cause });
}
