import { spawnSync } from 'node:child_process';
import { benchAnswering } from './answering.ts';
import { benchChecking } from './checking.ts';
import { benchFaults, benchGenerating } from './generating.ts';
import { benchImports } from './imports.ts';
import { benchPacts } from './pacts.ts';
import { benchReceiving } from './receiving.ts';
import { benchSigning } from './signing.ts';
import { benchValidating } from './validating.ts';

/** Every benchmark, by the word that runs it alone. */
const benchmarks: { readonly [Name: string]: readonly [title: string, run: () => Promise<string[]>] } = {
  imports: ['Import', benchImports],
  signing: ['Signing', benchSigning],
  generating: ['Generating events', benchGenerating],
  faults: ['Generating events with one fault', benchFaults],
  validating: ['Validating', benchValidating],
  receiving: ['A property of many deliveries', benchReceiving],
  checking: ['Checking a receiver', benchChecking],
  pacts: ['Pacts', benchPacts],
  answering: ['Answering as the provider', benchAnswering],
};

const [name] = process.argv.slice(2);
if (name === undefined) {
  console.log(`Node ${process.version}. Medians; compare within a benchmark only.`);
  // Each in a process of its own: what one has run makes the code of the next one slower or faster.
  for (const each of Object.keys(benchmarks)) {
    const { status } = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, each], {
      stdio: 'inherit',
    });
    process.exitCode ||= status ?? 1;
  }
} else if (Object.hasOwn(benchmarks, name)) {
  const [title, run] = benchmarks[name]!;
  console.log([`\n${title}`, ...(await run())].join('\n  '));
} else {
  console.error(`Cannot bench "${name}": known are ${Object.keys(benchmarks).join(', ')}`);
  process.exitCode = 2;
}
