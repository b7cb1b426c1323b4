import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nameOf, type Provider } from '../../src/define/index.ts';
import { providers } from '../../src/providers/index.ts';
import { renderVectors } from '../../src/vectors/index.ts';
import { acme } from '../support/acme.ts';

const script = join(import.meta.dirname, '../../examples/vectors/verify.py');
const folder = mkdtempSync(join(tmpdir(), 'hookproof-vectors-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The tools that this file cannot do without and that are not here. */
const absent = [
  ['python3', '--version'],
  ['openssl', 'version'],
].flatMap(([name, flag]) => (spawnSync(name!, [flag!]).error === undefined ? [] : [name]));
const reason = absent.length === 0 ? '' : ` (skipped: ${absent.join(' and ')} not found)`;

async function verifyInPython(name: string, provider: Provider, change: (text: string) => string = (text) => text) {
  const [text] = (await renderVectors(provider)).values();
  const file = join(folder, `${name}.json`);
  writeFileSync(file, change(text!));
  const { status, stdout, stderr } = spawnSync('python3', [script, file], { encoding: 'utf8', timeout: 60_000 });
  return { status, stdout, stderr };
}

test.skipIf(absent.length > 0).each([acme, ...providers].map((provider) => ({ name: nameOf(provider), provider })))(
  `Python and openssl judge every vector of $name as it says${reason}`,
  async ({ name, provider }) => {
    const { status, stdout, stderr } = await verifyInPython(name, provider);
    expect({ status, stderr, stdout }).toEqual({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^\d{2,} vectors, 0 judged otherwise\n$/),
    });
  },
);

test.skipIf(absent.length > 0)(`Python finds a vector that says what is not so${reason}`, async () => {
  const claim = (text: string) => text.replace('"reasons": ["signature-wrong"]', '"reasons": []');
  const { status, stdout } = await verifyInPython('changed', acme, claim);
  expect({ status, stdout }).toEqual({
    status: 1,
    stdout: expect.stringMatching(/^acme@2024-06-01\/invalid\/.*\n\d+ vectors, 1 judged otherwise\n$/),
  });
});
