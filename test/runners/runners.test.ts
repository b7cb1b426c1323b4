import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const modules = join(root, 'node_modules');
/** Inside of the repository, so that the built code finds its packages. */
mkdirSync(join(modules, '.cache'), { recursive: true });
const folder = mkdtempSync(join(modules, '.cache', 'hookproof-runners-'));
const exec = promisify(execFile);

beforeAll(async () => {
  const compiler = join(modules, 'typescript/bin/tsc');
  await exec(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', join(folder, 'dist')], {
    cwd: root,
  });
  for (const name of ['subject.mjs', 'node.test.mjs', 'jest.test.mjs', 'bun.test.mjs', 'vitest.spec.mjs'])
    cpSync(join(import.meta.dirname, name), join(folder, name));
  const imports = {
    '#hookproof': './dist/index.js',
    '#hookproof/smartpay': './dist/providers/smartpay/index.js',
    '#hookproof/vitest': './dist/vitest/index.js',
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'runners', type: 'module', imports }));
  // jest looks for no test below node_modules, unless it is told twice.
  const jestConfig = {
    transform: {},
    testMatch: ['**/jest.test.mjs'],
    testPathIgnorePatterns: [],
    haste: { retainAllFiles: true },
  };
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(jestConfig));
  writeFileSync(join(folder, 'vitest.config.mjs'), "export default { test: { include: ['vitest.spec.mjs'] } };\n");
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a runner on a receiver, and says how it ends. */
async function run(
  words: readonly string[],
  env: { readonly [Name: string]: string } = {},
  runtime = process.execPath,
) {
  const { NODE_OPTIONS: _, VITEST: __, VITEST_WORKER_ID: ___, ...inherited } = process.env;
  const options = { cwd: folder, env: { ...inherited, NO_COLOR: '1', ...env }, timeout: 60_000 };
  try {
    const { stdout, stderr } = await exec(runtime, [...words], options);
    return { code: 0, out: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout + stderr };
  }
}

const everyone = { BELIEVES: 'everyone' };
const vitest = [join(modules, 'vitest/vitest.mjs'), 'run', '--reporter=json', '--outputFile=report.json'];
const jest = ['--experimental-vm-modules', join(modules, 'jest/bin/jest.js'), '--json', '--outputFile=report.json'];
const bun = join(modules, '@oven/bun-linux-x64/bin/bun');
const nodeTest = ['--test', '--test-reporter=tap', 'node.test.mjs'];

interface JsonReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}
const results = () => {
  const { testResults } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as JsonReport;
  return testResults.flatMap(({ assertionResults }) => assertionResults);
};

describe('describeReceiver()', () => {
  test('is a test for each check under vitest, and skips what cannot run', async () => {
    const { code } = await run(vitest);
    expect(code).toBe(0);
    expect(results().map(({ title, status }) => [title.split(':')[0], status])).toEqual([
      ['MUST refuses-wrong-key', 'passed'],
      ['MUST acknowledges-every-event', 'passed'],
      ['MUST applies-duplicates-once', 'skipped'],
    ]);
  });

  test('fails under vitest with the finding, its replay and the seed', async () => {
    const { code } = await run(vitest, everyone);
    expect(code).toBe(1);
    const failed = results().filter(({ status }) => status === 'failed');
    expect(failed.map(({ title }) => title)).toEqual([
      'MUST refuses-wrong-key: Refuses a signature made with another key',
    ]);
    for (const part of ['signed with another key: refund.created', 'status 200', 'curl -g -i -X POST', 'seed '])
      expect(failed[0]!.failureMessages.join('\n')).toContain(part);
  });

  test("can be filtered by a runner's own words", async () => {
    await run([...vitest, '-t', 'refuses-wrong-key']);
    expect(results().map(({ status }) => status)).toEqual(['passed', 'skipped', 'skipped']);
  });

  test('is a test for each check under node:test, skips with the reason, and closes what it opened once', async () => {
    const { code, out } = await run(nodeTest);
    expect(code).toBe(0);
    expect(out).toMatch(/ok 1 - MUST refuses-wrong-key/);
    expect(out).toMatch(
      /ok 3 - MUST applies-duplicates-once.*# SKIP it needs a probe that shows the receiver's effects/,
    );
    expect(out).toContain('closed 1 times');
    expect(out).not.toContain('closed 2 times');
  });

  test('fails under node:test', async () => {
    const { code, out } = await run(nodeTest, everyone);
    expect(code).toBe(1);
    expect(out).toMatch(/not ok 1 - MUST refuses-wrong-key/);
    expect(out).toContain('signed with another key');
  });

  test('is a test for each check under jest, and skips what cannot run', async () => {
    const { code } = await run(jest);
    expect(code).toBe(0);
    const all = results();
    expect(all.map(({ status }) => status)).toEqual(['passed', 'passed', 'pending']);
    expect(all[2]!.title).toMatch(/\(skipped: it needs a probe that shows the receiver's effects\)$/);
  });

  test('fails under jest for a finding, and for a check of which it shows too late that it cannot run', async () => {
    const { code } = await run(jest, { ...everyone, STARTS: 'yes' });
    expect(code).toBe(1);
    const all = results();
    expect(all.map(({ status }) => status)).toEqual(['failed', 'passed', 'failed']);
    expect(all[2]!.failureMessages.join('\n')).toContain('Cannot judge applies-duplicates-once: it needs a probe');
  });

  describe.runIf(existsSync(bun))('under bun', () => {
    test('is a test for each check, and skips what cannot run', async () => {
      const { code, out } = await run(['test', 'bun.test.mjs'], {}, bun);
      expect(code).toBe(0);
      expect(out).toMatch(/\(pass\) .* MUST refuses-wrong-key/);
      expect(out).toMatch(/\(skip\) .* MUST applies-duplicates-once: .* \(skipped: it needs a probe/);
    });

    test('fails for a finding, and for a check of which it shows too late that it cannot run', async () => {
      const { code, out } = await run(['test', 'bun.test.mjs'], { ...everyone, STARTS: 'yes' }, bun);
      expect(code).toBe(1);
      expect(out).toContain('signed with another key');
      expect(out).toContain('Cannot judge applies-duplicates-once: it needs a probe');
      expect(out).toMatch(/2 fail/);
    });
  });

  test('is tried under bun wherever bun is installed', () => {
    expect(existsSync(bun)).toBe(process.platform === 'linux' && process.arch === 'x64');
  });
});
