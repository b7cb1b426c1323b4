import { getRequestListener } from '@hono/node-server';
import type { ShopConfig } from '../shop/config.ts';
import type { Receiver } from '../shop/serve.ts';
import { createShop } from '../shop/server.ts';
import { createReceiver as express } from './express/receiver.ts';
import { createReceiver as fastify } from './fastify/receiver.ts';
import { createReceiver as hono } from './hono/receiver.ts';
import { createReceiver as koa } from './koa/receiver.ts';
import { behindGateway, proxyEvent } from './lambda/gateway.ts';
import { createReceiver as lambda } from './lambda/receiver.ts';
import { createReceiver as nest } from './nest/receiver.ts';
import { createReceiver as next } from './next/receiver.ts';
import { behindRouter, routed } from './next/router.ts';

type Made<Kind> = (config: ShopConfig) => Kind | Promise<Kind>;

/** Every receiver that runs in Node, as a listener. */
export const listeners: Readonly<Record<string, Made<Receiver>>> = {
  'node:http': createShop,
  express,
  fastify,
  koa,
  nest,
  hono(config) {
    const receiver = hono(config);
    return { ...receiver, listener: getRequestListener(receiver.fetch, { overrideGlobalObjects: false }) };
  },
  next: (config) => behindRouter(next(config)),
  'lambda 1.0': (config) => behindGateway(lambda(config), '1.0'),
  'lambda 2.0': (config) => behindGateway(lambda(config), '2.0'),
};

/** A receiver without a socket. */
export interface FetchReceiver extends Pick<Receiver, 'effects' | 'reset' | 'close'> {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** The receivers that need no server, as functions from `Request` to `Response`. */
export const functions: Readonly<Record<string, Made<FetchReceiver>>> = {
  hono,
  next(config) {
    const receiver = next(config);
    return { ...receiver, fetch: (request) => routed(receiver, request) };
  },
  lambda(config) {
    const receiver = lambda(config);
    return {
      ...receiver,
      async fetch(request) {
        const { method, url, headers } = request;
        const body = Buffer.from(await request.arrayBuffer());
        const event = proxyEvent('1.0', { method, url: new URL(url).pathname, headers: [...headers], body });
        const { statusCode, body: text, ...answer } = await receiver.handler(event);
        return new Response(text || null, { status: statusCode, headers: answer.headers as Record<string, string> });
      },
    };
  },
};
