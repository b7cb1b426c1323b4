import { send } from '../../shop/answer.ts';
import { readBody } from '../../shop/body.ts';
import type { Receiver } from '../../shop/serve.ts';
import type { LambdaReceiver, ProxyEvent } from './receiver.ts';

/** The version of API Gateway's payload: 1.0 from a REST API, 2.0 from an HTTP API. */
export type PayloadVersion = '1.0' | '2.0';

/** A request as it reaches the gateway. */
export interface GatewayRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** Stands in for API Gateway on this machine: a listener that hands each request to the handler as an event. */
export function behindGateway(receiver: LambdaReceiver, version: PayloadVersion): Receiver {
  return {
    ...receiver,
    async listener(request, response) {
      const { method = '', url = '/', rawHeaders } = request;
      const headers = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1]!] as const] : []));
      try {
        const event = proxyEvent(version, { method, url, headers, body: await readBody(request) });
        const { statusCode, headers: answered, body } = await receiver.handler(event);
        send(response, { status: statusCode, headers: answered as Record<string, string>, body }); // as the handler made them
      } catch (error) {
        send(response, receiver.fail(error));
      }
    },
  };
}

/** The parts of an event that a receiver looks at. A REST API keeps the spelling of header names, an HTTP API does not. */
export function proxyEvent(version: PayloadVersion, { method, url, headers, body }: GatewayRequest): ProxyEvent {
  const path = url.split('?', 1)[0]!;
  const content = { body: body.toString('base64'), isBase64Encoded: true };
  const event =
    version === '1.0'
      ? { version, httpMethod: method, path, headers: joined(headers, (name) => name), ...content }
      : {
          version,
          rawPath: `/live${path}`,
          requestContext: { stage: 'live', http: { method, path } },
          headers: joined(headers, (name) => name.toLowerCase()),
          ...content,
        };
  return event as ProxyEvent; // an event has many more fields, which no receiver of webhooks needs
}

function joined(headers: GatewayRequest['headers'], spelt: (name: string) => string): Record<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of headers) {
    const before = found.get(spelt(name));
    found.set(spelt(name), before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(found);
}
