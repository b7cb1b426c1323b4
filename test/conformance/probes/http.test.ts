import { describe, expect, test } from 'vitest';
import { httpProbe } from '../../../src/conformance/index.ts';
import { connecting, listening } from '../../cli/listening.ts';
import { answeringAfter, keepBusy } from '../busy.ts';

describe('httpProbe()', () => {
  test('reads effects by GET, and resets by DELETE', async () => {
    const asked: (string | undefined)[] = [];
    const url = await listening((request, response) => {
      asked.push(request.method);
      response
        .writeHead(request.method === 'GET' ? 200 : 204)
        .end(request.method === 'GET' ? '{"orders":[1]}' : undefined);
    });
    const probe = await httpProbe(url, 5000);
    expect(await probe.effects()).toEqual({ orders: [1] });
    await probe.reset!();
    expect(asked).toEqual(['DELETE', 'GET', 'DELETE']);
  });

  test.each([404, 405, 501])('cannot reset a receiver that answers DELETE with %i', async (status) => {
    const url = await listening((_, response) => void response.writeHead(status).end());
    expect(Object.keys(await httpProbe(url, 5000))).toEqual(['effects']);
  });

  test.each([
    ['a failing reset', 500, 'status 500'],
    ['a redirect, which it does not follow', 307, 'status 307'],
  ])('throws BAD_PROBE for %s', async (_, status, state) => {
    const paths: (string | undefined)[] = [];
    const url = await listening((request, response) => {
      paths.push(request.url);
      response.writeHead(status, { Location: '/elsewhere' }).end();
    });
    await expect(httpProbe(url, 5000)).rejects.toMatchObject({
      code: 'BAD_PROBE',
      message: `Cannot read probe: DELETE "${url}": ${state}`,
    });
    expect(paths).toEqual(['/webhooks']);
  });

  test.each([
    ['nonsense', 'Cannot make request to "nonsense": it is not a URL'],
    [
      'http://shop:hunter22@127.0.0.1:3000/',
      'Cannot make request to "127.0.0.1:3000": its URL holds a user name or a password',
    ],
  ])('throws BAD_ARGUMENT for %s', async (url, message) => {
    await expect(httpProbe(url, 5000)).rejects.toMatchObject({ code: 'BAD_ARGUMENT', message });
  });

  test('takes no answer for late that came in time to a process that is busy', async () => {
    const { effects } = await httpProbe(await answeringAfter(40), 100);
    const shown = effects();
    await new Promise((resolve) => setTimeout(() => setImmediate(resolve), 5));
    keepBusy(300);
    expect(await shown).toEqual({});
  });

  test.each<[string, string, RegExp]>([
    ['that are not JSON', '<html>', /what it answers is not JSON$/],
    ['that are larger than 16 MB', `"${'x'.repeat(17 * 2 ** 20)}"`, /more than 16777216 bytes$/],
  ])('throws BAD_PROBE for effects %s', async (_, body, message) => {
    const url = await listening((request, response) => void response.end(request.method === 'GET' ? body : ''));
    const { effects } = await httpProbe(url, 5000);
    await expect(effects()).rejects.toMatchObject({
      code: 'BAD_PROBE',
      message: expect.stringMatching(message) as string,
    });
  });

  test('throws BAD_PROBE where there is no answer in time, or none that is HTTP', async () => {
    const silent = await listening(() => undefined);
    await expect(httpProbe(silent, 50)).rejects.toThrow(/no answer within 0\.05 seconds$/);
    const garbage = await connecting((socket) => socket.end('nonsense\r\n\r\n'));
    await expect(httpProbe(garbage, 5000)).rejects.toThrow(/HTTP/);
  });
});
