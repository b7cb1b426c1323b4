import { createServer, type IncomingMessage } from 'node:http';
import type { Provider } from '../../define/index.ts';
import type { AttemptOptions } from '../../delivery/index.ts';
import { signAnew, type DeliveryState } from './sign-anew.ts';
import { onLoopback } from '../loopback.ts';

/** A proxy on loopback between the official verifier and a receiver, which signs every delivery anew. */
export interface SigningProxy {
  readonly url: string;
  /** Where the verifier posts the state of the delivery that comes next. */
  readonly statesUrl: string;
  /** Why a delivery was not passed on, or had no answer, a line each. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

/** How deliveries are passed on: as they are signed, and how long to wait for an answer, in milliseconds. */
export interface ProxyOptions extends Omit<AttemptOptions, 'at'> {
  readonly timeout: number;
  readonly now: () => number;
}

/** The largest request that is read, in bytes. */
const bodyLimit = 10 * 1024 * 1024;

const statesPath = '/states';

/** Starts a proxy to the receiver at `options.url`. It passes bodies on byte for byte. */
export async function startProxy(provider: Provider, options: ProxyOptions): Promise<SigningProxy> {
  const problems: string[] = [];
  let state: DeliveryState | undefined;

  const pass = async (body: Uint8Array<ArrayBuffer>): Promise<number> => {
    const refuse = (problem: string) => {
      problems.push(problem);
      return 502;
    };
    const { url, secret, parameters = {}, signedText, timeout, now } = options;
    const signing = { url, secret, parameters, at: now(), ...(signedText === undefined ? {} : { signedText }) };
    const attempt = state === undefined ? undefined : await signAnew(provider, state, body, signing);
    if (attempt === undefined) return refuse(`Cannot deliver: the state "${JSON.stringify(state)}" is not understood`);
    try {
      const { method, headers } = attempt;
      const signal = AbortSignal.timeout(timeout);
      const response = await fetch(url, { method, headers, body: attempt.body, redirect: 'manual', signal });
      await response.body?.cancel();
      return response.status;
    } catch (error) {
      const { message, cause } = error as Error;
      return refuse(`Cannot reach receiver at "${url}": ${(cause as Error | undefined)?.message ?? message}`);
    }
  };

  const server = createServer((request, response) => {
    const answer = async () => {
      const body = await readBody(request);
      if (body === undefined) response.writeHead(413).end();
      else if (request.url?.startsWith(statesPath) === true) {
        state = stateIn(body) ?? state;
        response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
      } else response.writeHead(await pass(body)).end();
    };
    answer().catch((error: Error) => {
      problems.push(`Cannot deliver: ${error.message}`);
      response.writeHead(502).end();
    });
  });
  const { url, close } = await onLoopback(server);
  return { url, statesUrl: url + statesPath, problems, close };
}

/** The state that is set up; `undefined` for one that is torn down. */
function stateIn(body: Uint8Array): DeliveryState | undefined {
  const { action, params } = JSON.parse(new TextDecoder().decode(body)) as {
    readonly action?: string;
    readonly params?: Partial<DeliveryState>;
  };
  const { event, variant, signature } = params ?? {};
  if (action === 'teardown' || event === undefined || variant === undefined || signature === undefined)
    return undefined;
  return { event, variant, signature };
}

async function readBody(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length > bodyLimit) return undefined;
  }
  return new Uint8Array(Buffer.concat(parts));
}
