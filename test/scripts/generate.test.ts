import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemsOf, renderAll, writeAll } from '../../scripts/generate.ts';

const root = join(import.meta.dirname, '../..');
const wanted = await renderAll(root);
const path = 'fixtures/smartpay/2022-02-18/order.authorized.json';
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'hookproof-generate-'));
  for (const folder of ['fixtures', 'contracts']) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  cpSync(join(root, 'README.md'), join(copy, 'README.md'));
});
afterEach(() => rmSync(copy, { recursive: true }));

test('generate --check finds nothing to mend in this repository', () => {
  expect(problemsOf(wanted, root)).toEqual([]);
});

test('generate --check finds a missing, a stale and an orphaned file, and generate mends them', () => {
  rmSync(join(copy, path));
  writeFileSync(join(copy, 'fixtures/smartpay/2022-02-18/token.used.json'), '{}');
  for (const folder of ['fixtures', 'contracts']) {
    mkdirSync(join(copy, folder, 'gone/2020'), { recursive: true });
    writeFileSync(join(copy, folder, 'gone/2020/old.event.json'), '{}');
  }
  expect(problemsOf(wanted, copy).toSorted()).toEqual([
    `missing  ${path}`,
    'orphaned contracts/gone/2020/old.event.json',
    'orphaned fixtures/gone/2020/old.event.json',
    'stale    fixtures/smartpay/2022-02-18/token.used.json',
  ]);
  writeAll(wanted, copy);
  expect(problemsOf(wanted, copy)).toEqual([]);
});

test('renderAll() renders the same bytes every time', async () => {
  expect(await renderAll(root)).toEqual(wanted);
});
