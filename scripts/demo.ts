import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createShop as createBrokenShop } from '../examples/shop-broken/server.ts';
import { createShop } from '../examples/shop/server.ts';
import { overHttp, renderReport, runConformance } from '../src/conformance/index.ts';
import { nameOf } from '../src/define/index.ts';
import { providers } from '../src/providers/index.ts';
import { generateKeys } from '../src/signing/index.ts';

// Starts the good shop and the broken one, and checks both over HTTP for every provider version.
const style = { color: process.stdout.isTTY && !process.env['NO_COLOR'], findings: 1 };
let asExpected = true;

for (const [name, create, isGood] of [
  ['examples/shop', createShop, true],
  ['examples/shop-broken', createBrokenShop, false],
] as const) {
  for (const provider of providers) {
    const keys = await generateKeys(provider);
    const config =
      provider.name === 'smartpay'
        ? { smartpay: { secret: keys.verifying } }
        : { useepay: { publicKey: keys.verifying } };
    const shop = create(config);
    shop.server.listen(0, '127.0.0.1');
    await once(shop.server, 'listening');
    const { port } = shop.server.address() as AddressInfo; // a TCP server's address is never a string
    const url = `http://127.0.0.1:${port}/webhooks/${provider.name}`;
    console.log(`\n${name}: hookproof check ${url} --provider ${nameOf(provider)}`);
    const report = await runConformance(provider, overHttp, { url, secret: keys.signing });
    console.log(renderReport(report, style));
    asExpected &&= report.passed === isGood;
    await shop.close();
  }
}
console.log(
  asExpected ? 'The shop passes and the broken shop fails, as they should.' : 'A shop did not do as it should.',
);
process.exitCode = asExpected ? 0 : 1;
