import { request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { send } from '../receivers.ts';
import type { Message } from '../sender.ts';
import { smartpay, useepay, useepayForm, withHeaders } from '../sender.ts';
import type { Behaviour, Client } from './client.ts';
import { authorized, succeeded, three } from './client.ts';

/** Signed when it is sent, since a signature grows old. */
const order = () => smartpay(authorized);
const limit = 1024 * 1024;

function padded(bytes: number): string {
  const json = JSON.stringify(authorized);
  return json + ' '.repeat(bytes - Buffer.byteLength(json));
}

/** Sends a body in chunks until it is answered, at most as many as given. */
async function trickle({ receiver }: Client, headers: object, chunks: Iterable<string | Buffer>): Promise<number> {
  return new Promise((resolve, reject) => {
    const upload = request(receiver.origin + order().path, { method: 'POST', headers: { ...headers } }, (answer) => {
      clearInterval(timer);
      resolve(answer.statusCode!);
      answer.resume();
      upload.destroy();
    });
    upload.on('error', reject);
    const rest = chunks[Symbol.iterator]();
    const timer = setInterval(() => {
      const { done, value } = rest.next();
      if (!done) return upload.write(value);
      clearInterval(timer);
      return upload.end();
    }, 1);
  });
}

function* endless(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(256 * 1024);
}

/** What receivers owe to HTTP. */
export const http: Readonly<Record<string, Behaviour>> = {
  async 'answers 405 to every method but POST, and does nothing'(client) {
    const before = await client.effects();
    for (const { path, headers, body } of three())
      for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const bodiless = method === 'GET' || method === 'HEAD';
        const answer = await send(client.receiver.origin + path, method, bodiless ? {} : headers, bodiless ? '' : body);
        expect([method, answer.status, answer.headers['allow']]).toEqual([method, 405, 'POST']);
      }
    expect(await client.effects()).toEqual(before);
  },

  async 'takes a query and a trailing slash, and knows no other path'(client) {
    const paths = ['/webhooks/smartpay/', '/webhooks/smartpay?a=b', '/webhooks/smartpay/?a=b', '/', '/webhooks'];
    const others = ['/webhooks/acme', '/webhooks/smartpay/more', '/webhooks/__proto__'];
    const messages = [...paths, ...others].map((path) => ({ ...order(), path }));
    expect(await client.statuses(...messages)).toEqual([200, 200, 200, 404, 404, 404, 404, 404]);
  },

  async 'takes the content types of its provider, with any charset, and answers 415 to others'(client) {
    const typed = (message: Message, type: string | undefined) => withHeaders(message, { 'Content-Type': type });
    const payment = useepay(succeeded);
    const form = useepayForm(succeeded);
    for (const type of ['application/json; charset=utf-8', 'Application/JSON ;charset=UTF-8', 'application/json'])
      expect(await client.statuses(typed(order(), type), typed(payment, type))).toEqual([200, 200]);
    expect(await client.statuses(typed(form, 'application/x-www-form-urlencoded; charset=UTF-8'))).toEqual([200]);
    const wrong = ['text/plain', 'application/jsonp', 'multipart/form-data; boundary=x', 'json', undefined];
    for (const type of wrong)
      expect(await client.statuses(typed(order(), type), typed(payment, type))).toEqual([415, 415]);
    expect(await client.statuses(typed(order(), form.headers['Content-Type']))).toEqual([415]);
  },

  async 'answers 415 to a body that is compressed, and does not unpack it'(client) {
    const url = client.receiver.origin + order().path;
    const headers = { ...order().headers, 'Content-Encoding': 'gzip' };
    expect((await send(url, 'POST', headers, gzipSync(order().body))).status).toBe(415);
  },

  async 'takes 1 MiB and answers 413 to a byte more, or to what never ends, and goes on'(client) {
    expect(await client.statuses(smartpay(padded(limit)), smartpay(padded(limit + 1)))).toEqual([200, 413]);
    expect(await client.statuses(smartpay(padded(8 * limit)))).toEqual([413]);
    expect(await trickle(client, order().headers, endless())).toBe(413);
    expect(await client.statuses(order())).toEqual([200]);
  },

  async 'takes a body that comes in chunks'(client) {
    expect(await trickle(client, order().headers, order().body.match(/.{1,100}/g)!)).toBe(200);
    expect((await client.effects()).orders).toHaveLength(1);
  },

  async 'outlives a sender that hangs up'(client) {
    const { port, host } = new URL(client.receiver.origin);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(`POST ${order().path} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 10\r\n\r\n{`);
        setTimeout(() => socket.destroy(), 10);
      });
      socket.on('close', () => resolve());
    });
    expect(await client.statuses(order())).toEqual([200]);
  },
};
