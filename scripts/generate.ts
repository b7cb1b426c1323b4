import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Provider } from '../src/define/index.ts';
import { renderFixtures } from '../src/fixture/index.ts';
import { renderHttpPact, renderMessagePacts } from '../src/pact/given/index.ts';
import { providers } from '../src/providers/index.ts';
import { renderSchemas } from '../src/schema/index.ts';
import { renderTestKeys, renderVectors } from '../src/vectors/index.ts';
import { renderChanges } from './changes.ts';
import { renderContractsReadme } from './contracts-readme.ts';
import { renderProviderTable } from './provider-table.ts';

/** The folders that hold generated files and nothing else. */
const folders = ['fixtures', 'contracts'];

/** Every generated file: its path and its text. */
export async function renderAll(root: string): Promise<Map<string, string>> {
  const contracts = await Promise.all(providers.map(renderContracts));
  return new Map([
    ...providers.flatMap((provider) => [...renderFixtures(provider)]),
    ...contracts.flat(),
    ...renderChanges(providers),
    ...renderContractsReadme(providers),
    ...renderProviderTable(root, providers),
  ]);
}

/** Every file of `contracts/` for one provider version. */
async function renderContracts(provider: Provider): Promise<[path: string, text: string][]> {
  return [
    ...renderMessagePacts(provider),
    ...(await renderHttpPact(provider)),
    ...renderSchemas(provider),
    ...(await renderVectors(provider)),
    ...renderTestKeys(provider),
  ];
}

/** What is wrong with the generated files below `root`, a line each. */
export function problemsOf(wanted: ReadonlyMap<string, string>, root: string): string[] {
  const found = foundIn(root);
  return [
    ...[...wanted].flatMap(([path, text]) => {
      if (!existsSync(join(root, path))) return [`missing  ${path}`];
      return readFileSync(join(root, path), 'utf8') === text ? [] : [`stale    ${path}`];
    }),
    ...found.filter((path) => !wanted.has(path)).map((path) => `orphaned ${path}`),
  ];
}

/** Makes the generated files below `root` what they should be. */
export function writeAll(wanted: ReadonlyMap<string, string>, root: string): void {
  for (const path of foundIn(root)) if (!wanted.has(path)) rmSync(join(root, path));
  for (const [path, text] of wanted) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function foundIn(root: string): string[] {
  return folders.flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) =>
            join(entry.parentPath, entry.name)
              .slice(root.length + 1)
              .replaceAll('\\', '/'),
          )
      : [],
  );
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const wanted = await renderAll(root);
  if (!process.argv.includes('--check')) writeAll(wanted, root);
  else {
    const problems = problemsOf(wanted, root);
    if (problems.length > 0) console.error(`${problems.join('\n')}\nRun "npm run generate" and commit the result`);
    else console.log(`${wanted.size} generated files are as they should be`);
    process.exitCode = problems.length > 0 ? 1 : 0;
  }
}
