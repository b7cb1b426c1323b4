// A process of its own, since Pact's native library writes to the standard output: `node pact-library.ts <task> <file>`.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { MatchersV3, Pact, Verifier } from '@pact-foundation/pact';

interface Expected {
  readonly interactions: readonly { readonly description: string; readonly contents: { readonly content: object } }[];
}

const [task, file] = process.argv.slice(2) as [string, string];
const { interactions } = JSON.parse(readFileSync(file, 'utf8')) as Expected;

if (task === 'write') {
  const folder = dirname(file);
  for (const { description, contents } of interactions) {
    const pact = new Pact({ consumer: 'library', provider: 'useepay', dir: folder, logLevel: 'error' });
    await pact
      .addAsynchronousInteraction()
      .expectsToReceive(description, (builder) => {
        builder.withJSONContent(MatchersV3.like(contents.content));
      })
      .executeTest(() => Promise.resolve());
  }
} else {
  const messageProviders = Object.fromEntries(
    interactions.map(({ description, contents }) => [description, () => Promise.resolve(contents.content)]),
  );
  await new Verifier({ provider: 'useepay', pactUrls: [file], logLevel: 'error', messageProviders }).verifyProvider();
}
process.exit(0);
