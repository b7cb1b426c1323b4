import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { nameOf, type Provider } from '../define/index.ts';
import { buildEvent, variantOf } from '../fixture/index.ts';
import { namedFixture, type MessageRequest, type ProviderState } from './named-fixture.ts';
import { onLoopback } from './loopback.ts';

/** A provider that stands in for the real one towards a Pact verifier, listening on loopback. */
export interface MessageProvider {
  /** Where it listens: the verifier's provider URL and message endpoint. */
  readonly url: string;
  /** Where the verifier may post state changes; none changes anything. */
  readonly statesUrl: string;
  /** What was asked for and given. */
  readonly answered: readonly Answered[];
  /**
   * Why a request had no answer, a line each. A verifier ignores the 404 and may even pass: fail where this is not empty.
   */
  readonly unresolved: readonly string[];
  readonly close: () => Promise<void>;
}

/** One message that a verifier asked for, and the fixture it was given. */
export interface Answered {
  readonly description: string;
  readonly event: string;
  readonly variant: string;
}

/** How a message provider answers. */
export interface MessageProviderOptions {
  /** The event to give for a fixture that was asked for. The fixture itself, when left out. */
  readonly eventFor?: (asked: Answered) => object;
}

/** The largest request that is read, in bytes. */
const bodyLimit = 1024 * 1024;

const statesPath = '/states';

/** Starts a provider on loopback that answers a Pact verifier's `{ description, providerStates }` with a fixture. */
export async function startMessageProvider(
  provider: Provider,
  options: MessageProviderOptions = {},
): Promise<MessageProvider> {
  const answered: Answered[] = [];
  const unresolved: string[] = [];
  const eventFor =
    options.eventFor ?? (({ event, variant }) => buildEvent(provider, event, variantOf(provider, event, variant)));

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const refuse = (status: number, problem: string) => {
      unresolved.push(problem);
      response.writeHead(status, { 'Content-Type': 'text/plain' }).end(problem);
    };
    const text = await readText(request);
    if (request.url === statesPath) {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
      return;
    }
    const asked = text === undefined ? undefined : messageRequest(text);
    if (asked === undefined) {
      refuse(400, `Cannot answer ${request.method} ${request.url}: it asks ${nameOf(provider)} for no message`);
      return;
    }
    const named = namedFixture(provider, asked);
    if (named.problem !== undefined) {
      refuse(404, named.problem);
      return;
    }
    const given = { description: asked.description, event: named.event, variant: named.variant };
    answered.push(given);
    response.writeHead(200, { 'Content-Type': 'application/json', 'Pact-Message-Metadata': metadata });
    response.end(JSON.stringify(eventFor(given)));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => {
      unresolved.push(`Cannot answer ${request.method} ${request.url}: ${error.message}`);
      response.writeHead(500).end();
    });
  });
  const { url, close } = await onLoopback(server);
  return { url, statesUrl: url + statesPath, answered, unresolved, close };
}

/** What the verifier is told of every message: the header `Pact-Message-Metadata`. */
const metadata = btoa(JSON.stringify({ contentType: 'application/json' }));

function messageRequest(text: string): MessageRequest | undefined {
  const parsed = parsedObject(text);
  if (typeof parsed?.['description'] !== 'string') return undefined;
  const states: unknown[] = Array.isArray(parsed['providerStates']) ? parsed['providerStates'] : [];
  return { description: parsed['description'], providerStates: states.map(providerState) };
}

function providerState(state: unknown): ProviderState {
  const { name, params } = (state ?? {}) as { readonly name?: unknown; readonly params?: ProviderState['params'] };
  return { name: typeof name === 'string' ? name : '', params: params ?? {} };
}

function parsedObject(text: string): { readonly [Name: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as { readonly [Name: string]: unknown }) : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a request, or `undefined` where it is larger than the limit. */
async function readText(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length > bodyLimit) return undefined;
  }
  return Buffer.concat(parts).toString('utf8');
}
