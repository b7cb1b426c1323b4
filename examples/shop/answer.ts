import { Refusal } from './refusal.ts';

/** What to send back: the body is text, and empty for an acknowledgement. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Exactly 200: neither provider promises to take another status for an acknowledgement. */
export const acknowledged: Answer = { status: 200, headers: {}, body: '' };

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
  const { status, statusCode } = (error ?? {}) as { readonly status?: unknown; readonly statusCode?: unknown };
  const [found] = [status, statusCode].filter((each) => typeof each === 'number' && each >= 400 && each < 500);
  return new Refusal(typeof found === 'number' ? found : 500);
}
