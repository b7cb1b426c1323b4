// A test file of node:test, which consumer.test.ts runs: `FOLDER=… node --test under-node-test.ts`.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { consumerOf, recordReads } from '../../../src/pact/index.ts';
import { acme } from '../../support/acme.ts';

const shop = consumerOf('node-test', acme);
after(() => shop.write(process.env['FOLDER']!));

void test('consumerOf() runs a handler under node:test', async () => {
  const amount = await shop
    .expects('charge.created')
    .with({ data: { object: { amount: 2599 } } })
    .handledBy(({ data }) => data.object.amount);
  assert.equal(amount, 2599);
});

void test('recordReads() sees reads under node:test', async () => {
  const { reads } = await recordReads(
    async (request) => {
      const { id } = (await request.json()) as { id: string };
      return new Response(id, { status: 200 });
    },
    acme,
    { consumer: 'node-test', secret: 'sesame', types: ['charge.created'], generated: 0 },
  );
  assert.deepEqual(
    reads.map(({ path }) => path),
    ['id'],
  );
});
