import type { APIGatewayProxyEvent, APIGatewayProxyEventV2, APIGatewayProxyResult } from 'aws-lambda';
import type { ShopConfig } from '../../shop/config.ts';
import type { Delivery, Headers } from '../../shop/delivery.ts';
import type { Shop } from '../../shop/shop.ts';
import { openShop } from '../../shop/shop.ts';

/** What API Gateway hands to a function: version 1.0 from a REST API, 2.0 from an HTTP API or a function URL. */
export type ProxyEvent = APIGatewayProxyEvent | APIGatewayProxyEventV2;

/** The shop as an AWS Lambda function behind API Gateway. */
export interface LambdaReceiver extends Shop {
  readonly handler: (event: ProxyEvent) => Promise<APIGatewayProxyResult>;
}

/** The shop on AWS Lambda. Give it a database that outlives one instance: a file in /tmp does not. */
export function createReceiver(config: ShopConfig): LambdaReceiver {
  const shop = openShop(config);

  return {
    ...shop,
    async handler(event) {
      const { status: statusCode, headers, body } = shop.receive(deliveryIn(event));
      return { statusCode, headers, body };
    },
  };
}

function deliveryIn(event: ProxyEvent): Delivery {
  const headers = lowerCased(event.headers);
  // A REST API passes binary bodies on unharmed only with `binaryMediaTypes`; text is UTF-8, as both providers send it.
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if ('httpMethod' in event) return { method: event.httpMethod, path: event.path, headers, body };
  const { http, stage } = event.requestContext;
  const path = event.rawPath.replace(`/${stage}/`, (prefix, at) => (at === 0 ? '/' : prefix)); // "$default" never shows
  return { method: http.method, path, headers, body };
}

/** A REST API keeps the sender's spelling of names. One name in two spellings is one header, sent twice. */
function lowerCased(headers: ProxyEvent['headers'] | null): Headers {
  const found = new Map<string, string>();
  for (const [name, value = ''] of Object.entries(headers ?? {})) {
    const before = found.get(name.toLowerCase());
    found.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(found);
}
