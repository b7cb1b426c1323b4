import { createBox } from '../src/msw/index.ts';
import { latest as smartpay } from '../src/providers/smartpay/index.ts';

// Makes 100,000 requests of one box, of which every fifth makes an object and delivers an event, and prints the heap as it goes.
const total = 100_000;
const box = createBox(smartpay, {
  endpoints: [{ receiver: () => new Response() }],
  limits: { objects: 1000, deliveries: 1000 },
});
const headers = { Authorization: 'Basic sk_test_x', 'Content-Type': 'application/json' };
const body = JSON.stringify({ name: 'a', discountType: 'percentage', discountPercentage: 5 });
const heaps: number[] = [];

const url = 'https://api.smartpay.co/v1/coupons';
let id = '';

for (let count = 1; count <= total; count++) {
  const isNew = count % 5 === 1;
  const key = { 'Idempotency-Key': String(count) };
  const init = isNew ? { method: 'POST', headers: { ...headers, ...key }, body } : { headers };
  const response = await box.fetch(new Request(isNew ? url : `${url}/${id}`, init));
  ({ id } = (await response.json()) as { id: string });
  if (count % 1000 === 0) await box.settled();
  if (count % (total / 5) !== 0) continue;
  globalThis.gc!();
  heaps.push(process.memoryUsage().heapUsed / 1024 / 1024);
}
const shown = heaps.map((heap) => heap.toFixed(1)).join(', ');
console.log(
  `heap after each fifth of ${total} requests, in MB: ${shown}; last ${(heaps.at(-1)! / heaps[0]!).toFixed(2)} × first`,
);
