import type { Receiver } from './serve.ts';

/** A receiver's listener with a window for tests: `GET /effects` gives the effects as JSON, `DELETE /effects` forgets them. */
export function withProbe({ listener, effects, reset }: Receiver): Receiver['listener'] {
  return (request, response) => {
    if (request.url !== '/effects') return listener(request, response);
    request.resume();
    switch (request.method) {
      case 'GET':
        return response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(effects()));
      case 'DELETE':
        reset();
        return response.writeHead(204).end();
      default:
        return response.writeHead(405, { Allow: 'GET, DELETE' }).end();
    }
  };
}
