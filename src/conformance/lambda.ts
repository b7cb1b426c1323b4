import type { Receiver } from './answer.ts';

/** What an AWS Lambda function behind an API Gateway or a function URL gives back. */
export interface LambdaResult {
  readonly statusCode?: number;
  readonly headers?: { readonly [Name: string]: string | number | boolean };
  readonly multiValueHeaders?: { readonly [Name: string]: readonly (string | number | boolean)[] };
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** An AWS Lambda function that takes proxy events, of either payload format. */
export type LambdaHandler = (event: never, context: never, callback: never) => unknown;

/** How the gateway before the function is set up. */
export interface LambdaOptions {
  /** The payload format: `1.0` of REST APIs, or `2.0` of HTTP APIs and function URLs, when left out. */
  readonly format?: '1.0' | '2.0';
  /** Whether bodies come in base64, as where binary media types are switched on. */
  readonly base64?: boolean;
}

/** The receiver that an AWS Lambda function is: requests become proxy events. */
export function lambdaReceiver(
  handler: LambdaHandler,
  { format = '2.0', base64 = false }: LambdaOptions = {},
): Receiver {
  return async (request) => {
    const bytes = new Uint8Array(await request.arrayBuffer());
    const { pathname, search, searchParams, hostname } = new URL(request.url);
    const headers = Object.fromEntries(request.headers);
    const body = base64
      ? btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
      : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const carried = { headers, body: body === '' ? null : body, isBase64Encoded: base64 };
    const query = Object.fromEntries(searchParams);
    const event =
      format === '1.0'
        ? {
            ...carried,
            resource: pathname,
            path: pathname,
            httpMethod: request.method,
            multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
            queryStringParameters: search === '' ? null : query,
            requestContext: { httpMethod: request.method, path: pathname, identity: { sourceIp: '127.0.0.1' } },
          }
        : {
            ...carried,
            version: '2.0',
            routeKey: '$default',
            rawPath: pathname,
            rawQueryString: search.slice(1),
            queryStringParameters: query,
            requestContext: {
              domainName: hostname,
              http: { method: request.method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
            },
          };
    return responseOf(await call(handler, event));
  };
}

/** Calls a handler that returns a promise, or that calls back. */
function call(handler: LambdaHandler, event: object): Promise<LambdaResult> {
  return new Promise((resolve, reject) => {
    const callback = (error: unknown, result: LambdaResult) => (error == null ? resolve(result) : reject(error));
    const returned = (handler as (...given: unknown[]) => unknown)(event, { awsRequestId: 'hookproof' }, callback);
    if (typeof (returned as Promise<unknown> | undefined)?.then === 'function')
      (returned as Promise<LambdaResult>).then(resolve, reject);
  });
}

function responseOf(result: LambdaResult | undefined): Response {
  if (typeof result?.statusCode !== 'number') throw new TypeError('the function returned no statusCode');
  const headers = new Headers();
  for (const [name, value] of Object.entries(result.headers ?? {})) headers.set(name, String(value));
  for (const [name, values] of Object.entries(result.multiValueHeaders ?? {}))
    for (const value of values) headers.append(name, String(value));
  const { body = '' } = result;
  const content = result.isBase64Encoded === true ? Uint8Array.from(atob(body), (byte) => byte.charCodeAt(0)) : body;
  const isEmpty = [101, 204, 205, 304].includes(result.statusCode);
  return new Response(isEmpty ? null : content, { status: result.statusCode, headers });
}
