import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { consumerOf, exactly, integer, matching, type Pact } from '../../../src/pact/index.ts';
import { latest as smartpay } from '../../../src/providers/smartpay/index.ts';
import { latest as useepay } from '../../../src/providers/useepay/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'hookproof-consumer-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('consumerOf()', () => {
  test('runs the handler on what is expected and nothing else, and says so in a pact', async () => {
    const shop = consumerOf('shop', smartpay);
    const seen = await shop
      .expects('order.authorized')
      .named('an order.authorized in yen')
      .with({ eventData: { data: { id: 'order_test_1', amount: integer(1000), currency: exactly('JPY') } } })
      .reading('eventData.data.lineItems[]', 'eventData.data.reference')
      .handledBy((event) => event);
    expect(seen).toEqual({
      eventData: {
        type: 'order.authorized',
        data: {
          id: 'order_test_1',
          amount: 1000,
          currency: 'JPY',
          lineItems: [expect.stringMatching(/^li_test_/)],
          reference: expect.any(String) as string,
        },
      },
    });
    expect(shop.pact()).toMatchObject({
      consumer: { name: 'shop' },
      provider: { name: 'smartpay' },
      interactions: [
        {
          type: 'Asynchronous/Messages',
          description: 'an order.authorized in yen',
          providerStates: [{ name: 'order.authorized', params: { event: 'order.authorized' } }],
          contents: { content: seen },
          matchingRules: {
            body: {
              '$.eventData.type': { combine: 'AND', matchers: [{ match: 'equality' }] },
              '$.eventData.data.id': { combine: 'AND', matchers: [{ match: 'type' }] },
              '$.eventData.data.amount': { combine: 'AND', matchers: [{ match: 'integer' }] },
              '$.eventData.data.currency': { combine: 'AND', matchers: [{ match: 'equality' }] },
              '$.eventData.data.lineItems': { combine: 'AND', matchers: [{ match: 'type', min: 0 }] },
              '$.eventData.data.lineItems[*]': { combine: 'AND', matchers: [{ match: 'type' }] },
            },
          },
        },
      ],
    });
  });

  test('expects nothing of a handler that fails', async () => {
    const shop = consumerOf('shop', useepay);
    const failing = shop.expects('refund.succeeded').handledBy(({ data }) => data.id);
    await expect(failing).rejects.toThrow(TypeError);
    expect(shop.pact().interactions).toEqual([]);
  });

  test('refuses fields and events that are not documented, and examples that break their rule', () => {
    const shop = consumerOf('shop', useepay);
    expect(() => shop.expects('refund.succeeded').with({ type: 'refund' } as never)).toThrow(
      'Cannot expect "type": no refund.succeeded of useepay@2026-04 has it',
    );
    expect(() => shop.expects('refund.succeeded').reading('data.amount.value')).toThrow(/"data.amount.value"/);
    expect(() => shop.expects('refund.done' as never)).toThrow(/did you mean "refund/);
    expect(() => matching(/^ref_/, 'ref_1')).toThrow(/does not match it as a whole/);
    expect(() => matching(/a/i, 'a')).toThrow(/flags cannot be written in a pact/);
  });

  test('refuses two expectations of one name that differ', async () => {
    const shop = consumerOf('shop', useepay);
    const expecting = (amount: number) =>
      shop
        .expects('refund.succeeded')
        .with({ data: { amount } })
        .handledBy(() => 1);
    await expecting(1);
    await expecting(1);
    await expect(expecting(2)).rejects.toMatchObject({ code: 'PACT_CONFLICT' });
    const path = await shop.write(join(folder, 'conflict'));
    expect(path).toBe(join(folder, 'conflict', 'shop-useepay.json'));
    const other = consumerOf('shop', useepay);
    await other
      .expects('refund.succeeded')
      .with({ data: { amount: 3 } })
      .handledBy(() => 1);
    await expect(other.write(join(folder, 'conflict'))).rejects.toThrow(/name one of them otherwise/);
  });

  test('writes no file outside of the folder, whatever the names are', async () => {
    const path = await consumerOf('../../evil/', smartpay).write(join(folder, 'names'));
    expect(readdirSync(join(folder, 'names'))).toEqual([path.split('/').at(-1)]);
    writeFileSync(path, '{');
    await expect(consumerOf('../../evil/', smartpay).write(join(folder, 'names'))).rejects.toMatchObject({
      code: 'BAD_JSON',
    });
  });
});

test('writePact() loses nothing that processes write at once', async () => {
  const [processes, each] = [6, 10];
  const script = join(import.meta.dirname, 'writer.ts');
  const names = Array.from({ length: processes }, (_, index) => `process ${index}`);
  await Promise.all(
    names.map((name) => promisify(execFile)(process.execPath, ['--no-warnings', script, folder, name, String(each)])),
  );
  const { interactions } = JSON.parse(readFileSync(join(folder, 'shop-acme.json'), 'utf8')) as Pact;
  const wanted = names.flatMap((name) => Array.from({ length: each }, (_, index) => `${name} ${index}`));
  expect(interactions.map(({ description }) => description)).toEqual(wanted.sort());
  expect(readdirSync(folder).filter((name) => name.startsWith('shop-acme'))).toEqual(['shop-acme.json']);
});

test('consumerOf() and recordReads() need no runner of their own: node:test runs them', async () => {
  const script = join(import.meta.dirname, 'under-node-test.ts');
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const options = { env: { ...env, FOLDER: join(folder, 'node-test') } };
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', '--test', script], options);
  expect(stdout).toMatch(/pass 2\n.*fail 0/su);
  const { interactions } = JSON.parse(readFileSync(join(folder, 'node-test', 'node-test-acme.json'), 'utf8')) as Pact;
  expect(interactions.map(({ description }) => description)).toEqual(['charge.created']);
});
