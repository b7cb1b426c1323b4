import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createShop } from '../../examples/shop/server.ts';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { checks } from '../../src/conformance/index.ts';
import { nameOf } from '../../src/define/index.ts';
import { fixtureFiles } from '../../src/fixture/index.ts';
import { providers } from '../../src/providers/index.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'hookproof-installed-'));
const exec = promisify(execFile);

/** The Nodes to try the package on: the one this runs on, and the machine's own where npm says which that is. */
const nodes = [...new Set([process.execPath, process.env['npm_node_execpath'] ?? process.execPath])];

/** Runs a program in the folder that the package is installed in, with `node` first on its path. */
async function run(
  node: string,
  program: string,
  ...words: string[]
): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, PATH: dirname(node) + delimiter + process.env['PATH'], NO_COLOR: '1' };
  const options = { cwd: folder, env, timeout: 60_000, maxBuffer: 64 * 1024 * 1024 };
  try {
    const { stdout, stderr } = await exec(program, words, options);
    return { code: 0, out: stdout, err: withoutNpm(stderr) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: withoutNpm(stderr) };
  }
}

/** What a program said itself, without npm's remarks on the machine's settings. */
function withoutNpm(err: string): string {
  return err.replaceAll(/^npm (warn|notice) .*\n/gm, '');
}

/** Runs a module's text, and expects it to end well. */
async function runModule(node: string, name: string, text: string): Promise<string> {
  writeFileSync(join(folder, name), text);
  const { code, out, err } = await run(node, node, '--no-warnings', name);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

let packed: string[];

beforeAll(async () => {
  const { stdout } = await exec('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  const [tarball] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as {
    filename: string;
    files: { path: string }[];
  }[];
  packed = tarball!.files.map(({ path }) => path);
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n');
  await exec(
    'npm',
    ['install', '--save-dev', '--no-audit', '--no-fund', `./${tarball!.filename}`, 'fast-check@4', 'msw@2'],
    {
      cwd: folder,
    },
  );
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  test('holds the built code, the fixtures, the contracts and the papers, and nothing else', () => {
    const strays = packed.filter(
      (path) =>
        !/^(dist\/.+\.(js|d\.ts)|fixtures\/.+\.(json|js|d\.ts)|contracts\/.+\.(json|md)|README\.md|LICENSE|CHANGELOG\.md|package\.json)$/.test(
          path,
        ),
    );
    expect(strays).toEqual([]);
    for (const provider of providers) {
      for (const { file } of fixtureFiles(provider))
        expect(packed).toContain(`fixtures/${provider.name}/${provider.version}/${file}`);
      for (const file of ['pacts/messages.v4.json', 'openapi.json', 'asyncapi.json', 'signatures.json'])
        expect(packed).toContain(`contracts/${provider.name}/${provider.version}/${file}`);
    }
  });

  test('needs three small packages, and others only for handlers, pacts and tests', () => {
    const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Record<string, object>;
    expect(Object.keys(dependencies!)).toEqual(['fast-check', 'fastest-levenshtein', 'zod']);
    const peers = ['@pact-foundation/pact', '@pact-foundation/pact-cli', 'msw', 'vitest'];
    expect(Object.keys(peerDependencies!)).toEqual(peers);
    expect(peerDependenciesMeta).toEqual(Object.fromEntries(peers.map((name) => [name, { optional: true }])));
  });

  test.each(nodes)('gives every export on %s', async (node) => {
    const folders = providers.map(({ name, version }) => `hookproof/fixtures/${name}/${version}`);
    const entries = ['arbitrary', 'msw', 'node', 'pact', 'smartpay', 'useepay'].map((name) => `hookproof/${name}`);
    const specifiers = ['hookproof', ...entries, ...folders];
    const text = `for (const specifier of ${JSON.stringify(specifiers)}) console.log(JSON.stringify(Object.keys(await import(specifier))));`;
    const [main, arbitrary, msw, adapters, pact, smartpay, useepay, ...fixtures] = (
      await runModule(node, 'exports.js', text)
    )
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as string[]);
    expect(main!.toSorted()).toEqual([
      'HookproofError',
      'describeReceiver',
      'diffVersions',
      'eventSchema',
      'fixture',
      'fixtureFiles',
      'formsOf',
      'generateKeys',
      'httpProbe',
      'lambdaReceiver',
      'nameOf',
      'overHttp',
      'renderDiff',
      'renderDiffMarkdown',
      'renderHtml',
      'renderJUnit',
      'renderReport',
      'renderSarif',
      'rowOf',
      'rowsOf',
      'runConformance',
      'signedRequest',
      'variantsOf',
      'verify',
    ]);
    expect(arbitrary!.toSorted()).toEqual([
      'eventArbitrary',
      'faultKinds',
      'futureEventArbitrary',
      'historyArbitrary',
      'invalidEventArbitrary',
      'noveltyKinds',
      'schemaArbitrary',
    ]);
    expect(msw!.toSorted()).toEqual([
      'boxHandlers',
      'createBox',
      'faultHeader',
      'providerHandlers',
      'systemClock',
      'virtualClock',
    ]);
    expect(adapters).toEqual(['nodeReceiver']);
    expect(pact!.toSorted()).toEqual([
      'canIDeploy',
      'consumerOf',
      'exactly',
      'fetchPacts',
      'integer',
      'matching',
      'parsePact',
      'publishPacts',
      'readsOf',
      'recordReads',
      'recordResult',
      'renderPactJunit',
      'renderPactReport',
      'verifyPacts',
      'verifyReceiverPact',
      'writePact',
    ]);
    expect(smartpay!.toSorted()).toEqual(['latest', 'v2022_02_18']);
    expect(useepay!.toSorted()).toEqual(['latest', 'v2024_10', 'v2025_11_06', 'v2026_04']);
    expect(fixtures.map((names) => names.length)).toEqual(providers.map((provider) => fixtureFiles(provider).length));
  });

  test.each(nodes)('gives every JSON file by its path on %s', async (node) => {
    const paths = providers.flatMap((provider) =>
      fixtureFiles(provider).map(({ file }) => `hookproof/fixtures/${provider.name}/${provider.version}/${file}`),
    );
    const text = `let count = 0; for (const path of ${JSON.stringify(paths)}) { const { default: value } = await import(path, { with: { type: 'json' } }); if (Object.keys(value).length > 1) count++; } console.log(count);`;
    expect(await runModule(node, 'json.js', text)).toBe(`${paths.length}\n`);
  });

  test('lets fixtures be imported where nothing else is installed', async () => {
    const alone = mkdtempSync(join(tmpdir(), 'hookproof-alone-'));
    cpSync(join(folder, 'node_modules/hookproof'), join(alone, 'node_modules/hookproof'), { recursive: true });
    writeFileSync(
      join(alone, 'index.mjs'),
      `const { orderAuthorized } = await import('hookproof/fixtures/smartpay/2022-02-18');
       console.log(orderAuthorized.eventData.type);
       await import('hookproof').catch(({ code }) => console.log(code));`,
    );
    const { out } = await run(process.execPath, process.execPath, join(alone, 'index.mjs'));
    rmSync(alone, { recursive: true });
    expect(out).toBe('order.authorized\nERR_MODULE_NOT_FOUND\n');
  });

  test.each(nodes)('has a command that lists 97 event types on %s', async (node) => {
    const { code, out, err } = await run(node, join(folder, 'node_modules/.bin/hookproof'), 'events', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toHaveLength(97);
  });

  test('says no in one line, without a stack trace', async () => {
    const { code, out, err } = await run(
      process.execPath,
      'npx',
      'hookproof',
      'fixture',
      'smartpay',
      'order.autorized',
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      'hookproof: Cannot find event of smartpay@2022-02-18: "order.autorized" is unknown; did you mean "order.authorized"\n',
    );
  });

  test('type-checks in a strict consumer, declarations and all', async () => {
    writeFileSync(
      join(folder, 'consumer.ts'),
      [
        "import { fixture, type EventOf } from 'hookproof';",
        "import { v2022_02_18, type Order } from 'hookproof/smartpay';",
        "import { orderRejectedHardDecline } from 'hookproof/fixtures/smartpay/2022-02-18';",
        "export const rejected: 'rejected' = orderRejectedHardDecline.eventData.data.status;",
        "export const order: Order = fixture(v2022_02_18, 'order.canceled').eventData.data;",
        "export const handle = (event: EventOf<typeof v2022_02_18, 'token.used'>): 'active' => event.eventData.data.status;",
        '// @ts-expect-error frozen',
        "orderRejectedHardDecline.id = 'evt';",
        '// @ts-expect-error no such event',
        "fixture(v2022_02_18, 'order.cancelled');",
        '',
      ].join('\n'),
    );
    const flags = [
      '--noEmit',
      '--strict',
      '--target',
      'es2023',
      '--module',
      'nodenext',
      '--types',
      '',
      '--lib',
      'es2023,dom',
    ];
    const { out } = await run(process.execPath, join(root, 'node_modules/.bin/tsc'), ...flags, 'consumer.ts');
    expect(out).toBe('');
  });
});

/** Every `@example` in the sources, with the file it is in. */
const docstrings = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) =>
    [...readFileSync(join(root, 'src', path), 'utf8').matchAll(/^ \* @example\n((?: \* .*\n)+)/gm)].map(
      ([, lines]) => [path, lines!.replaceAll(/^ \* /gm, '')] as const,
    ),
  );

describe('the docstrings', () => {
  test('have an example on each public entry point', () => {
    const files = docstrings.map(([path]) => path);
    for (const entry of [
      'fixture/fixture',
      'delivery/attempt',
      'delivery/verify',
      'conformance/run',
      'arbitrary/event',
      'diff/diff',
      'pact/reads/record',
      'pact/consumer/consumer',
      'pact/verify/verify',
      'msw/box',
      'msw/clock',
      'msw/handlers',
    ])
      expect(files).toContain(`${entry}.ts`);
  });
  test.each(docstrings)('of %s have an example that does what it says', async (path, text) => {
    expect(text).toMatch(/from 'hookproof/);
    const withAssert = /^import assert /m.test(text) ? text : `import assert from 'node:assert/strict';\n${text}`;
    await runModule(process.execPath, `docstring-${path.replaceAll(/\W/g, '-')}.ts`, withAssert);
  });
});

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/(?:<!-- run: (?<need>.+?) -->\n\n)?```(?<kind>ts|sh)\n(?<text>[^]*?)```/g)].map(
  (match) => match.groups as { need?: string; kind: string; text: string },
);

describe('the README', () => {
  const examples = blocks.filter(({ kind }) => kind === 'ts').map(({ text }) => text);
  test.each(examples.map((text, index) => [index + 1, text] as const))(
    'has an example %i that does what it says',
    async (index, text) => {
      expect(text).toMatch(/\bassert[.(]|describeReceiver\(/);
      await runModule(process.execPath, `readme-${index}.ts`, text);
    },
  );

  const commands = blocks.filter(({ kind, text }) => kind === 'sh' && text.startsWith('npx '));
  test('shows every command', () => {
    for (const command of ['check', 'checks', 'events', 'fixture', 'keys', 'send', 'serve', 'verify'])
      expect(readme).toContain(`npx hookproof ${command} `);
  });
  test.each(commands.map(({ need, text }) => [text.split('\n')[0]!, need, text] as const))(
    'has commands that work: %s',
    async (_, need, text) => {
      rmSync(join(folder, 'keys'), { recursive: true, force: true });
      for (const line of text.trim().split('\n')) {
        const shop = await shopFor(need);
        try {
          const here = line.replaceAll('127.0.0.1:3000', `127.0.0.1:${shop?.port}`);
          const { code, err } = await run(process.execPath, 'sh', '-c', here);
          expect({ line, code, err }).toEqual({ line, code: 0, err: '' });
        } finally {
          await shop?.close();
        }
      }
    },
  );

  test('names files that exist', () => {
    for (const [, path] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
      expect(existsSync(join(root, path!)), path).toBe(true);
  });
  test('counts the checks', () => {
    expect(readme).toContain(`${checks.length} checks`);
  });
  test('names every provider version', () => {
    for (const provider of providers) expect(readme).toContain(`\`${nameOf(provider)}\``);
  });
});

/** The shop that a README block asks for, listening. */
async function shopFor(need: string | undefined): Promise<{ port: number; close: () => Promise<void> } | undefined> {
  if (need === undefined) return undefined;
  const key = join(folder, 'keys/verifying.key');
  const shop = need.startsWith('smartpay')
    ? createShop({ smartpay: { secret: 'gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q' } })
    : createShop(existsSync(key) ? { useepay: { publicKey: readFileSync(key, 'utf8').trim() } } : {});
  shop.server.listen(0, '127.0.0.1');
  await once(shop.server, 'listening');
  return { port: (shop.server.address() as AddressInfo).port, close: () => Promise.resolve(shop.close()) };
}
