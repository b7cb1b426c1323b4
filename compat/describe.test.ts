import { createRequire } from 'node:module';
import { afterAll, describe, expect, it } from 'vitest';
import { describeReceiver } from '../src/conformance/index.ts';
import { verify } from '../src/delivery/index.ts';
import { latest as smartpay } from '../src/providers/smartpay/index.ts';
import { generateKeys } from '../src/signing/index.ts';

const require = createRequire(import.meta.url);

it('runs with vitest 4', () => {
  expect((require('vitest/package.json') as { version: string }).version).toMatch(/^4\./);
});

describeReceiver(
  smartpay,
  async () => {
    const { signing, verifying } = await generateKeys(smartpay);
    const receiver = async (request: Request) => {
      const { valid } = await verify(smartpay, request, verifying);
      return new Response(null, { status: valid ? 200 : 401 });
    };
    return { receiver, secret: signing };
  },
  { describe, it, after: afterAll },
  { only: ['refuses-wrong-key', 'acknowledges-every-event'] },
);
