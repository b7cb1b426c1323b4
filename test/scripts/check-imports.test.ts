import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { forbiddenImports } from '../../scripts/check-imports.ts';

/** What the check says of a tree that holds one file. */
function verdictOn(path: string, text: string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'hookproof-imports-'));
  try {
    mkdirSync(dirname(join(root, 'src', path)), { recursive: true });
    writeFileSync(join(root, 'src', path), text);
    return forbiddenImports(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('check-imports finds nothing in this repository', () => {
  expect(forbiddenImports(join(import.meta.dirname, '../..'))).toEqual([]);
});

test.each([
  ['fixture/a.ts', "import { providers } from '../providers/index.ts';", '"fixture" may not import "providers"'],
  ['define/a.ts', "export * from '../signing/index.ts';", '"define" may not import "signing"'],
  ['define/a.ts', "export { sign } from '../signing/index.ts';", '"define" may not import "signing"'],
  ['providers/x/a.ts', "import type { A } from '../../delivery/index.ts';", '"providers" may not import "delivery"'],
  ['conformance/checks/a.ts', "import { test } from 'vitest';", '"conformance" may not import package "vitest"'],
  ['delivery/a.ts', "const fs = await import('node:fs');", '"delivery" may not import package "node:fs"'],
  ['delivery/a.ts', "import fs from 'fs';", '"delivery" may not import package "fs"'],
  [
    'fixture/a.ts',
    "import '../../test/support.ts';",
    '"fixture" may not import "../../test/support.ts", which is outside of src',
  ],
  ['new/a.ts', '', 'folder "new" is not in the table of scripts/check-imports.ts'],
])('check-imports refuses %s with %s', (path, text, state) => {
  expect(verdictOn(path, text)).toEqual([`src/${path}: ${state}`]);
});

test.each([
  ['fixture/a.ts', "import { rowsOf } from '../define/index.ts'; import { HookproofError } from '../errors.ts';"],
  ['cli/a.ts', "import { readFile } from 'node:fs/promises'; import { providers } from '../providers/index.ts';"],
])('check-imports allows %s with %s', (path, text) => {
  expect(verdictOn(path, text)).toEqual([]);
});
