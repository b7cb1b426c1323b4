import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createShop } from '../../examples/shop/server.ts';
import { serveBox } from '../../src/cli/serve-http.ts';
import { createBox } from '../../src/msw/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { open, secret } from '../examples/sender.ts';
import { run } from './support.ts';

const bin = join(import.meta.dirname, '../../src/cli/bin.ts');
const headers = { Authorization: 'Basic sk_live_x', 'Content-Type': 'application/json' };
const session = {
  mode: 'token',
  successUrl: 'https://shop.example/paid',
  cancelUrl: 'https://shop.example/cart',
};

/** Asks a server, the header `Host` of choice included, which `fetch` does not allow. */
async function ask(url: string, host: string): Promise<number | undefined> {
  const asked = request(url, { headers: { host } });
  asked.end();
  const [response] = (await once(asked, 'response')) as [{ statusCode?: number; resume: () => void }];
  response.resume();
  return response.statusCode;
}

async function served() {
  const box = createBox(smartpay);
  const { url, close } = await serveBox(box, 0);
  onTestFinished(close);
  return { box, url, port: new URL(url).port };
}

describe('hookproof serve', () => {
  test('serves the API and forwards its webhooks to a receiver, until it is told to stop', async () => {
    const shop = await open(createShop);
    const words = [
      'serve',
      '--provider',
      'smartpay',
      '--port',
      '0',
      '--forward',
      `${shop.origin}/webhooks/smartpay`,
      '--json',
    ];
    const child = spawn(process.execPath, ['--no-warnings', bin, ...words], {
      env: { ...process.env, HOOKPROOF_SECRET: secret },
    });
    const exited = once(child, 'exit');
    onTestFinished(() => void child.kill('SIGKILL'));
    const [out] = (await once(child.stdout, 'data')) as [Buffer];
    const { url, control, ...rest } = JSON.parse(String(out)) as { url: string; control: string };
    expect(rest).toEqual({});
    const post = async (to: string, body: object) =>
      (await fetch(to, { method: 'POST', headers, body: JSON.stringify(body) })).json();
    const { token } = (await post(`${url}/checkout-sessions`, session)) as { token: { id: string } };
    await post(`${control}act`, { action: 'approve', id: token.id });
    const { deliveries } = (await post(`${control}settle`, {})) as { deliveries: { type: string; state: string }[] };
    expect(deliveries.map(({ type, state }) => `${type} ${state}`)).toEqual([
      'token.created acknowledged',
      'token.approved acknowledged',
    ]);
    expect(shop.effects().tokens).toMatchObject([{ id: token.id, status: 'active' }]);
    expect(await (await fetch(`${control}state`)).json()).toMatchObject({
      provider: 'smartpay',
      version: '2022-02-18',
    });
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });

  test('says what is wrong with its flags', async () => {
    expect((await run(['serve'])).err).toContain('flag "--provider" is missing');
    expect((await run(['serve', '--provider', 'smartpay', '--forward', 'https://shop.example/'])).err).toContain(
      '"shop.example": it is not this machine',
    );
    expect((await run(['serve', '--provider', 'smartpay', '--port', 'x'])).err).toContain('"x", not a port');
  });
});

describe('serveBox()', () => {
  test('answers this machine only, by name too', async () => {
    const { url, port } = await served();
    expect(await ask(`${url}/v1/orders`, `localhost:${port}`)).toBe(401);
    expect(await ask(`${url}/v1/orders`, `evil.example:${port}`)).toBe(403);
  });

  test('breaks the connection where a fault does', async () => {
    const { url } = await served();
    for (const fault of ['network', 'truncated']) {
      const broken = fetch(`${url}/v1/orders`, { headers: { ...headers, 'Hookproof-Fault': fault } }).then((response) =>
        response.text(),
      );
      await expect(broken).rejects.toThrow();
    }
    expect((await fetch(`${url}/v1/orders`, { headers })).status).toBe(200);
    const unknown = await fetch(`${url}/v1/orders`, { headers: { ...headers, 'Hookproof-Fault': 'gremlins' } });
    expect([unknown.status, await unknown.json()]).toEqual([
      400,
      { error: 'Cannot read header "Hookproof-Fault": "gremlins" is no fault' },
    ]);
  });

  test('reads no body that is too large', async () => {
    const { url } = await served();
    const body = 'x'.repeat(3 * 1024 * 1024);
    const response = await fetch(`${url}/v1/coupons`, { method: 'POST', headers, body }).catch(() => undefined);
    expect([413, undefined]).toContain(response?.status);
  });

  test('says why it cannot listen', async () => {
    const { port } = await served();
    await expect(serveBox(createBox(smartpay), Number(port))).rejects.toThrow(`Cannot listen on 127.0.0.1:${port}: `);
  });
});
