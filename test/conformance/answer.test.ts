import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { overHttp, send, type Receiver } from '../../src/conformance/index.ts';
import type { Attempt } from '../../src/delivery/index.ts';

const attempt = (over: Partial<Attempt> = {}): Attempt => ({
  url: 'http://localhost/webhooks',
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Acme-Signature': 'c0ffee' },
  body: new TextEncoder().encode('{"city":"虎ノ門"}\n'),
  ...over,
});

/** A server that listens until the test is over; its origin. */
async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // TCP, so never a string
}

/** An origin where nothing listens any more. */
async function closedOrigin(host: string): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // TCP, so never a string
  server.close();
  await once(server, 'close');
  return `http://${host}:${port}`;
}

describe('send()', () => {
  test.each([200, 204, 302, 404, 500])('answers the status of the receiver, here %i', async (status) => {
    const receiver = () => new Response(null, { status });
    expect(await send(receiver, attempt(), 5000)).toMatchObject({ status, text: `status ${status}` });
  });

  test('gives the receiver method, headers and bytes as they are', async () => {
    const seen: unknown[] = [];
    await send(
      async (request) => {
        seen.push(request.method, request.url, Object.fromEntries(request.headers), await request.text());
        return new Response();
      },
      attempt({ method: 'PUT' }),
      5000,
    );
    expect(seen).toEqual([
      'PUT',
      'http://localhost/webhooks',
      { 'content-type': 'application/json', 'acme-signature': 'c0ffee' },
      '{"city":"虎ノ門"}\n',
    ]);
  });

  test('follows no redirect', async () => {
    const paths: unknown[] = [];
    const origin = await listen((request, response) => {
      paths.push(request.url);
      response.writeHead(307, { Location: '/elsewhere' }).end();
    });
    const answer = await send(overHttp, attempt({ url: `${origin}/webhooks` }), 5000);
    expect(answer).toMatchObject({ status: 307, text: 'status 307' });
    expect(paths).toMatchObject(['/webhooks']);
  });

  test('stops to read a huge answer', async () => {
    const size = 100 * 2 ** 20;
    const chunk = new Uint8Array(16 * 1024);
    let sent = 0;
    let isCancelled = false;
    const receiver = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            if (sent >= size) return controller.close();
            sent += chunk.length;
            controller.enqueue(chunk);
          },
          cancel: () => {
            isCancelled = true;
          },
        }),
      );
    expect(await send(receiver, attempt(), 5000)).toMatchObject({ status: 200, text: 'status 200' });
    expect(sent).toBeLessThan(256 * 1024);
    expect(isCancelled).toBe(true);
  });

  test('stops to read a huge answer over HTTP', async () => {
    const chunk = Buffer.alloc(2 ** 20);
    let left = 100;
    let isClosed = Promise.resolve<unknown>(undefined);
    const origin = await listen((_, response) => {
      isClosed = once(response, 'close');
      const write = () => {
        left--;
        if (left > 0 && !response.destroyed) response.write(chunk, write);
        else response.end();
      };
      write();
    });
    expect(await send(overHttp, attempt({ url: origin }), 5000)).toMatchObject({ status: 200, text: 'status 200' });
    await isClosed;
    expect(left).toBeGreaterThan(50);
  });

  test('says when there is no answer in time, and gives the request up', async () => {
    let signal: AbortSignal | undefined;
    const receiver = (request: Request) => {
      signal = request.signal;
      return new Promise<Response>(() => undefined);
    };
    expect(await send(receiver, attempt(), 20)).toMatchObject({
      status: undefined,
      text: 'no answer within 0.02 seconds',
    });
    expect(signal?.aborted).toBe(true);
  });

  test('says when an answer does not end in time', async () => {
    const receiver = () => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    expect((await send(receiver, attempt(), 20)).text).toBe('no answer within 0.02 seconds');
  });

  test('says what the receiver throws', async () => {
    const throwing: Receiver[] = [
      () => {
        throw new Error('boom');
      },
      () => Promise.reject(new Error('boom')),
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- receivers throw texts, too
      () => Promise.reject('boom'),
      () => new Response(new ReadableStream({ pull: (controller) => controller.error(new Error('boom')) })),
    ];
    for (const receiver of throwing)
      expect(await send(receiver, attempt(), 5000)).toMatchObject({ status: undefined, text: 'no answer: boom' });
  });

  test('says when the connection breaks', async () => {
    const origin = await listen((request) => request.socket.destroy());
    const answer = await send(overHttp, attempt({ url: origin }), 5000);
    expect(answer.status).toBeUndefined();
    expect(answer.text).toMatch(/^no answer: \w/);
  });

  test.each(['127.0.0.1', 'localhost'])('throws UNREACHABLE where nothing listens on %s', async (host) => {
    const url = await closedOrigin(host);
    await expect(send(overHttp, attempt({ url }), 5000)).rejects.toMatchObject({
      name: 'HookproofError',
      code: 'UNREACHABLE',
      message: `Cannot reach receiver at "${url}": ECONNREFUSED; is it running?`,
      cause: expect.objectContaining({ code: 'ECONNREFUSED' }),
    });
  });

  test('sends the headers of the attempt as they are spelled, and what HTTP asks for', async () => {
    const seen: string[][] = [];
    const origin = await listen((request, response) => {
      seen.push(request.rawHeaders);
      response.end();
    });
    await send(overHttp, attempt({ url: origin }), 5000);
    await send(overHttp, attempt({ url: origin, method: 'GET' }), 5000);
    const given = ['Content-Type', 'application/json', 'Acme-Signature', 'c0ffee'];
    const asked = ['Host', origin.slice('http://'.length), 'Connection', 'keep-alive'];
    expect(seen).toEqual([
      [...given, 'Content-Length', '21', ...asked],
      [...given, ...asked],
    ]);
  });

  test('uses one connection for attempts that follow each other', async () => {
    const sockets = new Set<unknown>();
    const origin = await listen(({ socket }, response) => {
      sockets.add(socket);
      response.end('thanks');
    });
    for (let time = 0; time < 5; time++) await send(overHttp, attempt({ url: origin }), 5000);
    expect(sockets.size).toBe(1);
  });

  test('keeps what a receiver answers before it has read the body', async () => {
    const origin = await listen((_, response) => {
      response.writeHead(413, { 'Content-Type': 'text/plain', Connection: 'close' }).end('too large');
    });
    const answer = await send(overHttp, attempt({ url: origin, body: new Uint8Array(2 ** 20) }), 5000);
    expect(answer).toEqual({ status: 413, text: 'status 413', contentType: 'text/plain', body: 'too large' });
  });

  test('says what an answer is that is no HTTP', async () => {
    const server = createTcpServer((socket) => socket.end('garbage\r\n\r\n')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // TCP, so never a string
    const { status, text } = await send(overHttp, attempt({ url }), 5000);
    expect([status, text]).toEqual([undefined, expect.stringMatching(/^no answer: Parse Error/)]);
  });

  test('throws BAD_ARGUMENT for what is no URL', async () => {
    await expect(send(overHttp, attempt({ url: 'webhooks' }), 5000)).rejects.toMatchObject({
      code: 'BAD_ARGUMENT',
      message: expect.stringContaining('Cannot make request to "webhooks"'),
    });
  });
});

describe('overHttp()', () => {
  test('throws UNREACHABLE for a port that fetch does not connect to', async () => {
    await expect(overHttp(new Request('http://127.0.0.1:6000/'))).rejects.toMatchObject({
      code: 'UNREACHABLE',
      message: expect.stringContaining('fetch refuses this port'),
    });
  });

  test('is how attempts are sent where there are no sockets', async () => {
    const origin = await listen((request, response) => response.end(request.headers['sec-fetch-mode']));
    const getter = Object.getOwnPropertyDescriptor(process, 'getBuiltinModule')!;
    vi.resetModules();
    onTestFinished(() => void vi.resetModules());
    Reflect.deleteProperty(process, 'getBuiltinModule');
    const elsewhere = await import('../../src/conformance/index.ts').finally(() => {
      Object.defineProperty(process, 'getBuiltinModule', getter);
    });
    const answer = await elsewhere.send(elsewhere.overHttp, attempt({ url: origin }), 5000);
    expect(answer).toMatchObject({ status: 200, body: 'cors' });
  });
});
