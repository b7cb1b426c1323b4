import express from 'express';
import { describe, expect, test } from 'vitest';
import { nodeReceiver } from '../../src/node/index.ts';

const request = (body: string) =>
  new Request('http://shop.example/hooks?shop=1', { method: 'POST', headers: { 'X-Shop': 'a' }, body });

describe('nodeReceiver()', () => {
  test('gives a listener the path, the headers and the bytes, and answers what it answers', async () => {
    const app = express();
    app.post('/hooks', express.raw({ type: () => true }), ({ url, headers, body }, response) => {
      const text = (body as Buffer).toString(); // as express.raw leaves it
      response
        .status(202)
        .set('X-Answer', 'yes')
        .send(`${url} ${String(headers['x-shop'])} ${text}`);
    });
    const receiver = nodeReceiver(app);
    const response = await receiver(request('{"city":"港区"}'));
    expect([response.status, response.headers.get('x-answer')]).toEqual([202, 'yes']);
    expect(await response.text()).toBe('/hooks?shop=1 a {"city":"港区"}');
    await receiver.close();
  });

  test('listens on loopback alone, and from the first request on', async () => {
    const addresses: (string | undefined)[] = [];
    const receiver = nodeReceiver(({ socket }, response) => {
      addresses.push(socket.localAddress);
      response.end();
    });
    await receiver(request(''));
    await receiver.close();
    await receiver(request(''));
    await receiver.close();
    expect(addresses).toEqual(['127.0.0.1', '127.0.0.1']);
  });

  test('can be closed before it was used, and twice', async () => {
    const receiver = nodeReceiver((_, response) => response.end());
    await receiver.close();
    await receiver(request(''));
    await receiver.close();
    await expect(receiver.close()).resolves.toBeUndefined();
  });
});
