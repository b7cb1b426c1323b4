import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { overHttp, send, type Receiver } from '../../src/conformance/index.ts';
import type { Attempt } from '../../src/delivery/index.ts';
import { answeringAfter, keepBusy } from './busy.ts';

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

/** A server of anything over TCP that listens until the test is over; its origin. */
async function listenTcp(listener: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    listener(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
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

  test('closes the connection of an answer that came before the body was read', async () => {
    let isClosed: Promise<unknown> | undefined;
    const origin = await listen((request, response) => {
      isClosed = new Promise((resolve) => request.socket.once('close', resolve));
      response.writeHead(413).end(); // and reads no more
    });
    const { status } = await send(overHttp, attempt({ url: origin, body: new Uint8Array(8 * 2 ** 20) }), 5000);
    expect([status, isClosed]).toEqual([413, expect.any(Promise)]);
    await isClosed;
  });

  test('sends once more what was lost on a connection that the receiver closed meanwhile', async () => {
    const origin = await listenTcp((socket) => {
      let count = 0;
      socket.on('data', () => {
        if (++count > 1) socket.destroy();
        else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
      });
    });
    const given = attempt({ url: origin });
    for (let time = 0; time < 6; time++) expect(await send(overHttp, given, 5000)).toMatchObject({ status: 200 });
  });

  test('says that a connection breaks that was used before, where a new one does too', async () => {
    let connections = 0;
    const origin = await listenTcp((socket) => {
      const isFirst = ++connections === 1;
      let count = 0;
      socket.on('data', () => {
        if (isFirst && ++count === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
        else socket.destroy();
      });
    });
    expect(await send(overHttp, attempt({ url: origin }), 5000)).toMatchObject({ status: 200 });
    const { status, text } = await send(overHttp, attempt({ url: origin }), 5000);
    expect([status, text]).toEqual([undefined, expect.stringMatching(/^no answer: (socket hang up|read ECONNRESET)/)]);
    expect(connections).toBe(2);
  });

  test.each([
    ['no HTTP', 'garbage\r\n\r\n', undefined, /^no answer: Parse Error/],
    [
      'a change of protocol',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
      101,
      /^status 101$/,
    ],
  ])('says what an answer is that is %s', async (_, answer, status, text) => {
    const url = await listenTcp((socket) => socket.end(answer));
    expect(await send(overHttp, attempt({ url }), 5000)).toMatchObject({ status, text: expect.stringMatching(text) });
  });

  test.each(['http://shop:hunter22@127.0.0.1:3000/', 'http://shop@127.0.0.1:3000/'])(
    'throws BAD_ARGUMENT for the URL %s, and does not repeat what opens it',
    async (url) => {
      const refusal = send(overHttp, attempt({ url }), 5000);
      await expect(refusal).rejects.toMatchObject({
        code: 'BAD_ARGUMENT',
        message: 'Cannot make request to "127.0.0.1:3000": its URL holds a user name or a password',
      });
    },
  );

  test.each([
    ['http://shop:hunter22@127.0.0.1:99999/', '"http://127.0.0.1:99999/": it is not a URL'],
    ['ftp://127.0.0.1/', '"ftp://127.0.0.1/": it is not an http or https URL'],
  ])('throws BAD_ARGUMENT for %s', async (url, state) => {
    await expect(send(overHttp, attempt({ url }), 5000)).rejects.toMatchObject({
      code: 'BAD_ARGUMENT',
      message: `Cannot make request to ${state}`,
    });
  });

  test('throws BAD_ARGUMENT for what is no URL', async () => {
    await expect(send(overHttp, attempt({ url: 'webhooks' }), 5000)).rejects.toMatchObject({
      code: 'BAD_ARGUMENT',
      message: expect.stringContaining('Cannot make request to "webhooks"'),
    });
  });
});

describe('send() in a process that is busy', () => {
  test('takes no answer for late that came in time', async () => {
    const given = attempt({ url: await answeringAfter(40) });
    await send(overHttp, given, 5000);
    const answer = send(overHttp, given, 100);
    // It is on its way, and timers come next.
    await new Promise((resolve) => setTimeout(() => setImmediate(resolve), 5));
    keepBusy(300);
    expect(await answer).toMatchObject({ status: 200 });
  });
});

describe('overHttp()', () => {
  test('throws UNREACHABLE for a port that fetch does not connect to', async () => {
    await expect(overHttp(new Request('http://127.0.0.1:6000/'))).rejects.toMatchObject({
      code: 'UNREACHABLE',
      message: expect.stringContaining('fetch refuses this port'),
    });
  });
});

describe('send() without sockets', () => {
  beforeEach(() => {
    const getter = Object.getOwnPropertyDescriptor(process, 'getBuiltinModule')!;
    onTestFinished(() => void Object.defineProperty(process, 'getBuiltinModule', getter));
    Reflect.deleteProperty(process, 'getBuiltinModule');
  });

  test('sends by fetch', async () => {
    const origin = await listen((request, response) => response.end(request.headers['sec-fetch-mode']));
    const answer = await send(overHttp, attempt({ url: origin }), 5000);
    expect(answer).toMatchObject({ status: 200, body: 'cors' });
  });

  test('throws UNREACHABLE where nothing listens', async () => {
    const url = await closedOrigin('127.0.0.1');
    await expect(send(overHttp, attempt({ url }), 5000)).rejects.toMatchObject({
      code: 'UNREACHABLE',
      message: `Cannot reach receiver at "${url}": ECONNREFUSED; is it running?`,
    });
  });

  test('throws UNREACHABLE for a port that fetch does not connect to', async () => {
    await expect(send(overHttp, attempt({ url: 'http://127.0.0.1:6000/' }), 5000)).rejects.toMatchObject({
      code: 'UNREACHABLE',
      message: expect.stringContaining('fetch refuses this port'),
    });
  });

  test('throws BAD_ARGUMENT for a header that is none', async () => {
    const headers = { 'no header': 'x' };
    await expect(send(overHttp, attempt({ url: 'http://127.0.0.1/', headers }), 5000)).rejects.toMatchObject({
      code: 'BAD_ARGUMENT',
      message: expect.stringContaining('Cannot make request to "http://127.0.0.1/"'),
    });
  });

  test('does not repeat a password', async () => {
    await expect(send(overHttp, attempt({ url: 'http://shop:hunter22@127.0.0.1:3000/' }), 5000)).rejects.toMatchObject({
      code: 'BAD_ARGUMENT',
      message: 'Cannot make request to "127.0.0.1:3000": its URL holds a user name or a password',
    });
  });
});
