import { expect, test } from 'vitest';
import { setupServer } from 'msw/node';
import { providerHandlers } from '../../src/msw/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
test('scratch', async () => {
  const { handlers, box } = providerHandlers(smartpay);
  const server = setupServer(...handlers);
  server.listen();
  const { default: Smartpay } = await import('@smartpay/sdk-node');
  const sdk = new Smartpay('sk_test_x');
  const session = await sdk.createCheckoutSession({
    items: [{ name: 'a', amount: 250, currency: 'JPY', quantity: 1 }],
    shippingInfo: { address: { line1: 'l', locality: 'x', postalCode: '1', country: 'JP' }, feeAmount: 100 },
    customerInfo: { emailAddress: 'a@b.c' } ,
    captureMethod: 'manual', successUrl: 'https://a.b', cancelUrl: 'https://a.b', reference: 'r',
  } as never);
  console.log(JSON.stringify(session, null, 1));
  const id = (session.order as {id: string}).id;
  box.authorize(id);
  const p = await sdk.createPayment({ order: id, amount: 100, currency: 'JPY', cancelRemainder: 'manual' });
  console.log(p);
  console.log(await sdk.getOrder({ id, expand: 'all' }));
  server.close();
});
