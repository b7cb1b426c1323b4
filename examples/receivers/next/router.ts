import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { NextRequest } from 'next/server.js';
import { send } from '../../shop/answer.ts';
import type { Receiver } from '../../shop/serve.ts';
import type { RouteReceiver } from './receiver.ts';

/** What Next.js's router does for this one route: finds it by its path, and hands it a NextRequest. */
export async function routed({ route }: Pick<RouteReceiver, 'route'>, request: Request): Promise<Response> {
  const [, provider] = /^\/webhooks\/([^/]+)\/?$/.exec(new URL(request.url).pathname) ?? [];
  if (provider === undefined) return new Response(null, { status: 404 });
  return route(new NextRequest(request), { params: Promise.resolve({ provider }) });
}

/** The route behind a small server of `node:http`, in place of Next.js's own. */
export function behindRouter(receiver: RouteReceiver): Receiver {
  return {
    ...receiver,
    async listener(incoming, outgoing) {
      try {
        const response = await routed(receiver, requestIn(incoming));
        const { status, headers } = response;
        send(outgoing, { status, headers: Object.fromEntries(headers), body: await response.text() });
      } catch (error) {
        send(outgoing, receiver.fail(error));
      }
    },
  };
}

function requestIn(incoming: IncomingMessage): Request {
  const { method = 'GET', url = '/', rawHeaders } = incoming;
  const headers = rawHeaders.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name, rawHeaders[at + 1]!]] : [],
  );
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: Readable.toWeb(incoming), duplex: 'half' };
  return new Request(new URL(url, 'http://localhost'), { method, headers, ...body } as RequestInit); // Node's stream is a body
}
