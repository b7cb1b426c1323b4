import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'hookproof-pact-cli-'));
const outside = mkdtempSync(join(tmpdir(), 'hookproof-pact-outside-'));
afterAll(() => [folder, outside].forEach((path) => rmSync(path, { recursive: true })));

/** Writes a pact with one message into a folder. */
function write(name: string, content: object, over: object = {}, where = folder): void {
  const contents = { content, contentType: 'application/json', encoded: false };
  const pact = {
    consumer: { name: 'shop' },
    provider: { name: 'useepay' },
    interactions: [{ type: 'Asynchronous/Messages', description: 'refund.succeeded', pending: false, contents }],
    metadata: { pactSpecification: { version: '4.0' } },
    ...over,
  };
  mkdirSync(join(where, name, '..'), { recursive: true });
  writeFileSync(join(where, name), JSON.stringify(pact));
}

write('good/shop.json', { name: 'refund.succeeded' });
write('bad/shop.json', { type: 'refund.succeeded' });
write('none/shop.json', {}, { interactions: [] });
write('wrong/shop.json', {}, { provider: { name: 'UseePay' } });
write(
  'payment-method.json',
  { data: { id: 'pm_1' } },
  {
    interactions: [
      {
        type: 'Asynchronous/Messages',
        description: 'payment_method.created',
        contents: { content: { data: { id: 'pm_1' } }, contentType: 'application/json', encoded: false },
      },
    ],
  },
);
write(
  'new/shop.json',
  {},
  {
    interactions: [
      {
        type: 'Asynchronous/Messages',
        description: 'dispute.closed',
        contents: { content: { data: { id: '1' } }, contentType: 'application/json', encoded: false },
      },
    ],
  },
);
mkdirSync(join(folder, 'empty'));

const verify = (...words: string[]) =>
  run(['pact', 'verify', '--provider', 'useepay@2026-04', '--generated', '0', ...words], { cwd: folder });

test('hookproof pact verify says yes, and writes a report', async () => {
  const { code, out, err } = await verify('good', '--json', '--junit', 'reports/pact.xml');
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({
    provider: 'useepay@2026-04',
    satisfied: true,
    pacts: [{ name: 'good/shop.json' }],
  });
  expect(readFileSync(join(folder, 'reports/pact.xml'), 'utf8')).toContain('name="refund.succeeded"/>');
});

test('hookproof pact verify says no, by which variant and where', async () => {
  const { code, out, err } = await verify('good/shop.json', 'bad');
  expect([code, err]).toEqual([1, '']);
  expect(out).toContain('by minimal (documented): $: Actual map is missing the following keys: type');
  expect(out).toContain('2 interactions: 1 satisfied, 1 broken, 0 unresolved; seed hookproof');
});

test.each([
  [['empty'], 2, 'hookproof: Cannot verify "empty": the folder holds no pact, no file that ends in .json'],
  [['none'], 1, 'Cannot verify "none/shop.json": it has no interactions'],
  [['wrong'], 1, 'Cannot verify "wrong/shop.json": its provider is "UseePay", not "useepay"; did you mean "useepay"'],
  [['nowhere'], 2, 'hookproof: Cannot read "nowhere": there is no such file'],
  [['../x.json'], 2, 'hookproof: Cannot read "../x.json": it is outside the folder'],
  [['good', '--junit', '../x.xml'], 2, 'hookproof: Cannot write "../x.xml": it is outside the folder'],
  [['good', '--generated', 'many'], 2, 'hookproof: Cannot run: flag "--generated" is "many", not a whole number'],
  [[], 2, 'hookproof: Cannot run: the pact files or folders are missing'],
] as const)('hookproof pact verify %j fails in a line that says why', async (words, code, line) => {
  const ran = await verify(...words);
  expect(ran.code).toBe(code);
  expect(ran.out + ran.err).toContain(line);
});

test('hookproof pact verify writes no report through a link out of the folder', async () => {
  symlinkSync(outside, join(folder, 'link'));
  const { code, err } = await verify('good', '--junit', 'link/pact.xml');
  expect([code, err]).toEqual([2, expect.stringContaining('Cannot write "link/pact.xml": it is outside the folder')]);
});

test('hookproof pact refuses what it does not know', async () => {
  expect((await run(['pact', 'verifi'])).err).toContain('Cannot run pact: "verifi" is unknown; did you mean "verify"');
  expect((await run(['pact', 'verify', 'x', '--provider', 'stripe'])).err).toContain('"stripe" is unknown');
  const remote = await run([
    'pact',
    'verify-receiver',
    'http://example.com/',
    '--provider',
    'smartpay',
    '--secret',
    'x',
  ]);
  expect([remote.code, remote.err]).toEqual([2, expect.stringContaining('pass --allow-remote')]);
});

test('hookproof diff says what changes, and what of it breaks', async () => {
  const breaking = await run(['diff', 'useepay@2024-10', 'useepay@2025-11-06']);
  expect([breaking.code, breaking.err]).toEqual([1, '']);
  expect(breaking.out).toContain('delivery.encoding: encoding-changed');
  const same = await run(['diff', 'useepay@2026-04', 'useepay@2026-04', '--json']);
  expect([same.code, JSON.parse(same.out)]).toMatchObject([0, { impact: 'none', changes: [] }]);
  expect((await run(['diff', 'useepay@2024-10', 'useepay', '--markdown'])).out).toContain('| `delivery.encoding` |');
  expect((await run(['diff', 'useepay', 'smartpay'])).err).toContain('they are of different providers');
});

test('hookproof diff --pact keeps what a consumer reads, and what concerns every one', async () => {
  const paths = async (file: string) => {
    const { out } = await run(['diff', 'useepay@2025-11-06', 'useepay@2026-04', '--pact', file, '--json'], {
      cwd: folder,
    });
    return (JSON.parse(out) as { changes: { path: string }[] }).changes.map(({ path }) => path);
  };
  expect(await paths('payment-method.json')).toEqual(['payment_method.created', 'delivery.headers.api_version']);
  expect(await paths('good/shop.json')).toEqual(['delivery.headers.api_version']);
  expect(await paths('new/shop.json')).toEqual(['delivery.headers.api_version']);
  const { code, err } = await run(['diff', 'useepay', 'useepay', '--pact', 'none/shop.json'], { cwd: folder });
  expect([code, err]).toEqual([
    2,
    'hookproof: Cannot read pact "none/shop.json": it has no interactions that are messages\n',
  ]);
});
