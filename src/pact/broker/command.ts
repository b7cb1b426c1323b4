import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { HookproofError } from '../../errors.ts';

/** A Pact Broker, and who asks it. */
export interface BrokerAccess {
  readonly url: string;
  /** Its own variables: `PACT_BROKER_TOKEN`, or `PACT_BROKER_USERNAME` and `PACT_BROKER_PASSWORD`. */
  readonly env: { readonly [Name: string]: string | undefined };
}

/** What a broker command printed and returned. */
export interface BrokerAnswer {
  readonly code: number;
  readonly text: string;
}

/** The longest that one broker command may take, in milliseconds. */
const patience = 120_000;

/** Runs a command of `@pact-foundation/pact-cli` against a broker. Throws `MISSING_PACKAGE` where it is not installed. */
export async function runBroker(access: BrokerAccess, words: readonly string[]): Promise<BrokerAnswer> {
  const args = [brokerScript(), ...words, '--broker-base-url', access.url];
  const env = { ...process.env, ...access.env, PACT_DO_NOT_TRACK: 'true' };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { env, timeout: patience, maxBuffer: 16 * 1024 * 1024 }, (error, out, err) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === 'number') resolve({ code, text: `${out}${err}`.trim() });
      else
        reject(
          new HookproofError('BROKER_FAILED', `Cannot ask broker "${access.url}": ${error?.message}`, { cause: error }),
        );
    });
  });
}

/** The script of the command `pact-broker`: as this package sees it, or else as the project does. */
function brokerScript(): string {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      const manifest = createRequire(from).resolve('@pact-foundation/pact-cli/package.json');
      const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as {
        readonly bin: { readonly 'pact-broker': string };
      };
      return join(dirname(manifest), bin['pact-broker']);
    } catch {
      continue;
    }
  }
  throw new HookproofError(
    'MISSING_PACKAGE',
    'Cannot ask broker: package "@pact-foundation/pact-cli" is not installed; npm install --save-dev @pact-foundation/pact-cli',
  );
}

/** The header that says who asks. */
export function authorization({ env }: BrokerAccess): { readonly [Name: string]: string } {
  const { PACT_BROKER_TOKEN: token, PACT_BROKER_USERNAME: name, PACT_BROKER_PASSWORD: password } = env;
  if (token !== undefined) return { Authorization: `Bearer ${token}` };
  return name === undefined ? {} : { Authorization: `Basic ${btoa(`${name}:${password ?? ''}`)}` };
}
