import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Smartpay from '@smartpay/sdk-node';
import express from 'express';
import { expect, test } from 'vitest';
import { rowsOf } from '../../src/define/index.ts';
import { signedRequest, verify } from '../../src/delivery/index.ts';
import { fixture } from '../../src/fixture/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';

const secret = 'gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q';

test("the official SDK's middleware accepts every delivery, and refuses one that was changed", async () => {
  const app = express();
  app.use(express.json({ verify: Smartpay.expressWebhookMiddleware(secret) as (request: object) => void }));
  app.use((request, response) => {
    const { 'smartpay-signature': given, 'calculated-signature': calculated } = request.headers;
    response.status(given !== undefined && given === calculated ? 200 : 401).json(request.body);
  });
  const server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    for (const [type] of rowsOf(smartpay)) {
      const event = fixture(smartpay, type as never) as object;
      const request = await signedRequest(smartpay, event, { url, secret });
      const changed = new Request(request.clone(), { body: (await request.clone().text()).replace('test', 'live') });
      const response = await fetch(request);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual(event);
      expect((await fetch(changed)).status).toBe(401);
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('verify() accepts what the official SDK signs', async () => {
  const body = '{"id":"evt_test_1","city":"港区"}';
  const timestamp = '1700000000000';
  const signature = Smartpay.calculateWebhookSignature({ data: `${timestamp}.${body}`, secret });
  const headers = {
    'content-type': 'application/json',
    'smartpay-signature': signature,
    'smartpay-signature-timestamp': timestamp,
  };
  const request = new Request('http://localhost/', { method: 'POST', headers, body });
  expect(await verify(smartpay, request, secret)).toEqual({ valid: true, reasons: [] });
  expect(Smartpay.verifyWebhookSignature({ data: `${timestamp}.${body}`, secret, signature })).toBe(true);
});
