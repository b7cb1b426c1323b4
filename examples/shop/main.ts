import type { AddressInfo } from 'node:net';
import type { ShopConfig } from './server.ts';
import { createShop } from './server.ts';

const { PORT = '3000', DATABASE = ':memory:', SMARTPAY_SECRET, USEEPAY_PUBLIC_KEY } = process.env;

const config: ShopConfig = {
  database: DATABASE,
  ...(SMARTPAY_SECRET && { smartpay: { secret: SMARTPAY_SECRET } }),
  ...(USEEPAY_PUBLIC_KEY && { useepay: { publicKey: USEEPAY_PUBLIC_KEY } }),
};
const shop = createShop(config);

shop.server.listen(Number(PORT), '127.0.0.1', () => {
  const origin = `http://127.0.0.1:${(shop.server.address() as AddressInfo).port}`; // a TCP server's address is never a string
  console.log(`shop listening: ${origin}/webhooks/smartpay ${origin}/webhooks/useepay`);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void shop.close());
