import { getResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { boxHandlers, createBox, providerHandlers } from '../../src/msw/index.ts';
import { providers } from '../../src/providers/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { acme } from '../support/acme.ts';

describe('providerHandlers()', () => {
  test.each(providers)(
    'answers everything at the hosts of $name@$version, what is unknown with an error',
    async (provider) => {
      const { handlers } = providerHandlers(provider);
      for (const origin of provider.api!.origins.value) {
        for (const path of ['', '/', '/unknown', `${provider.api!.prefix.value}/unknown?a=b`]) {
          const response = await getResponse(handlers, new Request(origin + path, { method: 'DELETE' }));
          expect([path, response?.status]).toEqual([path, 404]);
          expect(JSON.stringify(await response!.json())).toContain('hookproof knows no');
        }
      }
    },
  );

  test('answers nothing at other hosts', async () => {
    const { handlers } = providerHandlers(smartpay);
    expect(await getResponse(handlers, new Request('https://api.smartpay.co.example/v1/orders'))).toBeUndefined();
  });

  test('refuses a provider whose REST API is not described', () => {
    expect(() => providerHandlers(acme)).toThrow(
      'Cannot put acme@2024-06-01 into a box: its REST API is not described',
    );
  });
});

describe('boxHandlers()', () => {
  test('lets a delivery pass to this machine while it is being posted, and nothing else', async () => {
    const posted = new Set<string>();
    const box = { ...createBox(smartpay), isDelivering: (url: string) => posted.has(url) };
    const post = () => getResponse(boxHandlers(box), new Request('http://127.0.0.1:3000/hooks', { method: 'POST' }));
    expect(await post()).toBeUndefined();
    posted.add('http://127.0.0.1:3000/hooks');
    // MSW marks what it lets pass with a header of its own.
    expect((await post())?.headers.get('x-msw-intention')).toBe('passthrough');
  });
});
