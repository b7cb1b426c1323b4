import { describe, expect, test } from 'vitest';
import { lambdaReceiver, type LambdaOptions, type LambdaResult } from '../../src/conformance/index.ts';

interface Proxied {
  readonly httpMethod?: string;
  readonly path?: string;
  readonly rawPath?: string;
  readonly rawQueryString?: string;
  readonly version?: string;
  readonly headers: { readonly [Name: string]: string };
  readonly multiValueHeaders?: { readonly [Name: string]: readonly string[] };
  readonly queryStringParameters: object | null;
  readonly body: string | null;
  readonly isBase64Encoded: boolean;
  readonly requestContext: { readonly http?: { readonly method: string } };
}

/** What a function is given, and what comes of what it gives back. */
async function call(result: LambdaResult | undefined, options?: LambdaOptions, body = '{"city":"港区"}') {
  let event: Proxied | undefined;
  const receiver = lambdaReceiver((given: Proxied) => {
    event = given;
    return Promise.resolve(result);
  }, options);
  const request = new Request('https://shop.example/hooks?shop=1', {
    method: 'POST',
    headers: { 'X-Shop': 'a' },
    body,
  });
  return { response: await receiver(request), event: event! };
}

describe('lambdaReceiver()', () => {
  test('makes events of format 2.0', async () => {
    const { event } = await call({ statusCode: 200 });
    expect(event).toMatchObject({
      version: '2.0',
      rawPath: '/hooks',
      rawQueryString: 'shop=1',
      isBase64Encoded: false,
    });
    expect(event.requestContext.http!.method).toBe('POST');
    expect(event.headers['x-shop']).toBe('a');
    expect(event.body).toBe('{"city":"港区"}');
  });

  test('makes events of format 1.0', async () => {
    const { event } = await call({ statusCode: 200 }, { format: '1.0' });
    expect(event).toMatchObject({ httpMethod: 'POST', path: '/hooks', queryStringParameters: { shop: '1' } });
    expect(event.multiValueHeaders!['x-shop']).toEqual(['a']);
    expect(event).not.toHaveProperty('version');
  });

  test('sends bodies in base64 where the gateway does', async () => {
    const { event } = await call({ statusCode: 200 }, { base64: true });
    expect(event.isBase64Encoded).toBe(true);
    expect(Buffer.from(event.body!, 'base64').toString()).toBe('{"city":"港区"}');
  });

  test('has no body where there is none', async () => {
    expect((await call({ statusCode: 200 }, {}, '')).event.body).toBeNull();
  });

  test('reads status, headers and body of a result', async () => {
    const result = {
      statusCode: 202,
      headers: { 'X-Count': 3 },
      multiValueHeaders: { 'X-All': ['a', 'b'] },
      body: 'ok',
    };
    const { response } = await call(result);
    expect([response.status, response.headers.get('x-count'), response.headers.get('x-all')]).toEqual([
      202,
      '3',
      'a, b',
    ]);
    expect(await response.text()).toBe('ok');
    expect(await (await call({ statusCode: 200, body: 'b2s=', isBase64Encoded: true })).response.text()).toBe('ok');
    expect((await call({ statusCode: 204, body: '' })).response.status).toBe(204);
  });

  test('takes a handler that calls back, and one that throws', async () => {
    const request = () => new Request('http://localhost/', { method: 'POST', body: '{}' });
    type Callback = (error: unknown, result?: LambdaResult) => void;
    const calling = lambdaReceiver((_event: unknown, _context: unknown, callback: Callback) =>
      callback(null, { statusCode: 201 }),
    );
    expect((await calling(request())).status).toBe(201);
    const failing = lambdaReceiver((_event: unknown, _context: unknown, callback: Callback) =>
      callback(new Error('boom')),
    );
    await expect(failing(request())).rejects.toThrow('boom');
    await expect(call(undefined)).rejects.toThrow('the function returned no statusCode');
  });
});
