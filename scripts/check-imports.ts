import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';

/** What a folder of `src` may import, besides itself and `errors.ts`. `*` is everything of its kind. */
interface Allowed {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

/** The house's table. Files directly in `src` are the folder "entry". */
export const table: { readonly [Folder: string]: Allowed } = {
  define: { folders: [], packages: ['zod'] },
  providers: { folders: ['define'], packages: ['zod'] },
  signing: { folders: ['define'], packages: [] },
  fixture: { folders: ['define'], packages: ['zod'] },
  delivery: { folders: ['define', 'signing'], packages: [] },
  arbitrary: { folders: ['define', 'fixture'], packages: ['zod', 'fast-check'] },
  conformance: { folders: ['define', 'fixture', 'delivery', 'signing', 'arbitrary'], packages: ['zod', 'fast-check'] },
  node: { folders: ['conformance'], packages: ['node:*'] },
  vitest: { folders: ['conformance', 'define'], packages: ['vitest'] },
  diff: { folders: ['define'], packages: ['zod'] },
  msw: { folders: ['define', 'fixture', 'delivery', 'signing'], packages: ['zod', 'msw'] },
  schema: { folders: ['define', 'fixture'], packages: ['zod'] },
  vectors: { folders: ['define', 'fixture', 'delivery', 'signing'], packages: [] },
  pact: {
    folders: ['define', 'fixture', 'delivery', 'signing', 'vectors', 'diff', 'arbitrary', 'conformance'],
    packages: ['zod', 'node:*', '@pact-foundation/pact'],
  },
  cli: { folders: ['*'], packages: ['node:*'] },
  entry: { folders: ['*'], packages: ['fastest-levenshtein'] },
};

/** Every import of a file below `root`/src that the table forbids, a line each. */
export function forbiddenImports(root: string): string[] {
  const source = join(root, 'src');
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .toSorted()
    .flatMap((path) => {
      const from = folderOf(path);
      const allowed = table[from];
      if (allowed === undefined)
        return [`src/${path}: folder "${from}" is not in the table of scripts/check-imports.ts`];
      return importsOf(join(source, path)).flatMap((specifier) => {
        const state = forbidden(allowed, from, specifier, join(source, path), source);
        return state === undefined ? [] : [`src/${path}: "${from}" may not import ${state}`];
      });
    });
}

function forbidden(
  allowed: Allowed,
  from: string,
  specifier: string,
  file: string,
  source: string,
): string | undefined {
  if (specifier.startsWith('.')) {
    const target = relative(source, resolve(dirname(file), specifier)).replaceAll('\\', '/');
    if (target === 'errors.ts') return undefined;
    if (target.startsWith('..')) return `"${specifier}", which is outside of src`;
    const to = folderOf(target);
    return to === from || mayName(allowed.folders, to) ? undefined : `"${to}"`;
  }
  const name = builtinModules.includes(specifier) ? `node:${specifier}` : specifier;
  return mayName(allowed.packages, name) ? undefined : `package "${specifier}"`;
}

function mayName(names: readonly string[], name: string): boolean {
  return names.some(
    (allowed) =>
      allowed === '*' || name === allowed || (allowed.endsWith(':*') && name.startsWith(allowed.slice(0, -1))),
  );
}

/** Every module that a file imports, re-exports or loads with `import()`. */
function importsOf(file: string): string[] {
  const { module, errors } = parseSync(file, readFileSync(file, 'utf8'));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  const text = readFileSync(file, 'utf8');
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => text.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
  ];
}

function folderOf(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  return parts.length === 1 ? 'entry' : parts[0]!;
}

if (import.meta.main) {
  const problems = forbiddenImports(join(import.meta.dirname, '..'));
  if (problems.length > 0) console.error(`${problems.join('\n')}\nThe table is in scripts/check-imports.ts`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
