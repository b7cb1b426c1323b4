import type { ServerResponse } from 'node:http';
import { Refusal } from './refusal.ts';

/** What to send back: the body is text, and empty for an acknowledgement. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Exactly 200: neither provider promises to take another status for an acknowledgement. */
export const acknowledged: Answer = { status: 200, headers: {}, body: '' };

/** Sends an answer through `node:http`. */
export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body);
}

/** An answer in the terms of `fetch`. */
export function toResponse({ status, headers, body }: Answer): Response {
  return new Response(body || null, { status, headers });
}

/** The answer that a refusal stands for. */
export function refused({ status, message }: Refusal): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json', ...(status === 405 && { Allow: 'POST' }) },
    body: JSON.stringify({ error: message }),
  };
}

/**
 * The refusal that an error amounts to: itself, the 4xx that a framework's body parser put on it as `status` or `statusCode`, or 500.
 * The error's own message may show what is nobody's business, so a sender never sees it.
 */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { code, status, statusCode } = (error ?? {}) as Readonly<Record<string, unknown>>;
  if (code === 'ECONNRESET') return new Refusal(400); // the sender hung up, and nobody will see this
  const found = [status, statusCode].find((each) => typeof each === 'number' && each >= 400 && each < 500);
  return new Refusal(typeof found === 'number' ? found : 500);
}
