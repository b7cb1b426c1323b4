import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What the process of the official verifier answers: its report, or why it cannot be loaded. */
export interface ChildAnswer {
  readonly report?: string;
  readonly missing?: string;
}

/** The part of Pact's core that is used. */
interface Core {
  readonly default: { readonly verifyPacts: (options: unknown) => Promise<string> };
}

/** Pact's core, which `@pact-foundation/pact` brings along: as this package sees it, or else as the project does. */
function loadCore(): Core {
  const errors: unknown[] = [];
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      const pact = createRequire(from).resolve('@pact-foundation/pact');
      return createRequire(pact)('@pact-foundation/pact-core') as Core;
    } catch (error) {
      errors.push(error);
    }
  }
  throw errors[0];
}

async function answer(options: unknown): Promise<ChildAnswer> {
  let core: Core;
  try {
    core = loadCore();
  } catch (error) {
    return { missing: (error as Error).message.split('\n')[0]! };
  }
  // A failure is an error whose message is the report.
  return { report: await core.default.verifyPacts(options).catch((error: Error) => error.message) };
}

process.once('message', (options) => {
  void answer(options).then((message) => process.send?.(message, () => process.exit(0)));
});
