import { isLoopback, toRequest, type Attempt } from '../delivery/index.ts';
import type { Receiver } from './endpoints.ts';

/** How deliveries are sent. */
export interface Sending {
  /** Milliseconds that a receiver has to answer. */
  readonly timeout: number;
  readonly allowRemote: boolean;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** What came of one attempt. */
export type Received =
  { readonly status: number; readonly body: string } | { readonly error: string; readonly blocked: boolean };

/** How much of an answer is kept, in characters. */
const kept = 1000;

/** Sends one attempt to its receiver and reads the answer. */
export async function receive(receiver: Receiver, attempt: Attempt, sending: Sending): Promise<Received> {
  if (typeof receiver === 'string' && !sending.allowRemote && !isLoopback(receiver))
    return { error: `"${new URL(receiver).hostname}" is not this machine`, blocked: true };
  // Not AbortSignal.timeout: that keeps every delivery in memory until its time is up.
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort(), sending.timeout);
  try {
    const request = toRequest(attempt, { signal, redirect: 'manual' });
    const answering = typeof receiver === 'string' ? sending.fetch(request) : Promise.resolve(receiver(request));
    const response = await Promise.race([answering, untilAborted(signal)]);
    return {
      status: response.status,
      body: (await Promise.race([response.text(), untilAborted(signal)])).slice(0, kept),
    };
  } catch (error) {
    return { error: signal.aborted ? `no answer within ${sending.timeout} ms` : reasonOf(error), blocked: false };
  } finally {
    clearTimeout(timer);
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as { readonly message?: string; readonly cause?: { readonly code?: string } };
  return cause?.code ?? message ?? String(error);
}

/** Posts a request, and has its URL in `posting` until it is answered. */
export async function noted(
  posting: Map<string, number>,
  request: Request,
  post: (request: Request) => Promise<Response>,
): Promise<Response> {
  posting.set(request.url, (posting.get(request.url) ?? 0) + 1);
  try {
    return await post(request);
  } finally {
    const left = posting.get(request.url)! - 1;
    if (left === 0) posting.delete(request.url);
    else posting.set(request.url, left);
  }
}
