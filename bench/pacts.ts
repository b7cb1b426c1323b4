import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { variantsOf } from '../src/fixture/index.ts';
import { consumerOf, verifyPacts } from '../src/pact/index.ts';
import { latest as useepay } from '../src/providers/useepay/index.ts';
import { takeTurns } from './measure.ts';

const count = 500;
const library = join(import.meta.dirname, 'peers/pact-library.ts');

/** Writing and verifying pacts of 500 messages, beside Pact's own library. */
export async function benchPacts(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hookproof-bench-'));
  const own = join(folder, 'own');
  const byLibrary = (task: string, file: string) => () =>
    execFileSync(process.execPath, ['--no-warnings', library, task, file], {
      stdio: 'ignore',
      env: { ...process.env, PACT_DO_NOT_TRACK: 'true' },
    });
  try {
    const file = await writeOwn(own);
    // The library takes minutes: once is enough to see a factor of a hundred.
    const writing = await takeTurns(
      {
        'hookproof/pact': () => writeOwn(join(folder, String(performance.now()))),
        "Pact's library": byLibrary('write', file),
      },
      1,
    );
    const source = { name: file, text: readFileSync(file, 'utf8') };
    const verifying = await takeTurns(
      {
        'hookproof/pact': async () => {
          const { satisfied } = await verifyPacts(useepay, [source], { generated: 0 });
          if (!satisfied) throw new Error('Cannot compare: the pact is not satisfied');
        },
        "Pact's library": byLibrary('verify', file),
      },
      3,
    );
    return [...rowsOf('write', writing), ...rowsOf('verify', verifying)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function rowsOf(what: string, times: { readonly [Name: string]: number }): string[] {
  const peer = times["Pact's library"]!;
  return Object.entries(times).map(([name, time]) =>
    [
      `${what} ${count} messages, ${name}`.padEnd(40),
      `${(time / 1000).toFixed(2)} s`.padStart(10),
      `${(time / peer).toFixed(4)} × the time of Pact's library`,
    ].join('  '),
  );
}

/** Writes a pact of 500 messages, each satisfied by the one fixture variant that it names. */
async function writeOwn(folder: string): Promise<string> {
  const shop = consumerOf('shop', useepay);
  const variants = variantsOf(useepay, 'payment_intent.succeeded').filter(({ kind }) => kind !== 'documented');
  for (let index = 0; index < count; index++) {
    await shop
      .expects('payment_intent.succeeded')
      .named(`message ${index}`)
      .inVariant(variants[index % variants.length]!.name)
      .with({ data: { status: 'succeeded', amount: 9990, currency: 'USD' } })
      .handledBy(() => undefined);
  }
  return shop.write(folder);
}
