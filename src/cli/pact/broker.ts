import { canIDeploy, publishPacts, type BrokerAccess } from '../../pact/index.ts';
import { HookproofError } from '../../errors.ts';
import { findProvider, folderOf, required } from '../arguments.ts';
import { json, text, type Flag, type Flags, type Io } from '../io.ts';
import { resolve } from 'node:path';
import { pactFiles } from './files.ts';

/** The flags of what is asked of a broker. */
export const brokerFlags: { readonly [Name: string]: Flag } = {
  broker: {
    type: 'string',
    help: "the Pact Broker's URL; PACT_BROKER_BASE_URL when left out, PACT_BROKER_TOKEN says who asks",
  },
  branch: { type: 'string', help: 'the branch of the consumer' },
  record: { type: 'boolean', help: 'verify: record the results at the broker' },
  consumer: { type: 'string', help: 'can-i-deploy: the name of the consumer' },
  'consumer-version': { type: 'string', help: 'publish, can-i-deploy: the version of the consumer' },
  'to-environment': { type: 'string', help: 'can-i-deploy: where to; beside the version of --provider when left out' },
};

/** The broker that is asked, or `undefined` where none is. */
export function brokerIn(flags: Flags, io: Io): BrokerAccess | undefined {
  const url = text(flags, 'broker') ?? io.env['PACT_BROKER_BASE_URL'];
  if (url === undefined) return undefined;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new HookproofError('BAD_ARGUMENT', `Cannot ask broker "${url}": it is not an http or https URL`);
  const names = ['PACT_BROKER_TOKEN', 'PACT_BROKER_USERNAME', 'PACT_BROKER_PASSWORD'];
  return { url, env: Object.fromEntries(names.map((name) => [name, io.env[name]])) };
}

/** Publishes pact files to a broker. */
export async function publish(words: readonly string[], flags: Flags, io: Io, usage: string): Promise<number> {
  const consumerVersion = required(flags, 'consumer-version', usage);
  const branch = text(flags, 'branch');
  const folder = folderOf(flags, io);
  const files = (await pactFiles(words, folder, usage)).map((file) => resolve(folder, file));
  const access = brokerOf(flags, io, usage);
  const said = await publishPacts(access, files, { consumerVersion, ...(branch === undefined ? {} : { branch }) });
  io.out(flags['json'] === true ? json({ broker: access.url, files, consumerVersion }) : `${said}\n`);
  return 0;
}

/** Asks a broker whether a version of a consumer may be deployed. */
export async function askToDeploy(_words: readonly string[], flags: Flags, io: Io, usage: string): Promise<number> {
  const environment = text(flags, 'to-environment');
  const provider = environment === undefined ? findProvider(required(flags, 'provider', usage)) : undefined;
  const answer = await canIDeploy(brokerOf(flags, io, usage), {
    consumer: required(flags, 'consumer', usage),
    consumerVersion: required(flags, 'consumer-version', usage),
    ...(environment === undefined ? {} : { environment }),
    ...(provider === undefined ? {} : { provider: { name: provider.name, version: provider.version } }),
  });
  io.out(flags['json'] === true ? json(answer) : `${answer.text}\n`);
  return answer.allowed ? 0 : 1;
}

function brokerOf(flags: Flags, io: Io, usage: string): BrokerAccess {
  const access = brokerIn(flags, io);
  if (access !== undefined) return access;
  throw new HookproofError(
    'BAD_ARGUMENT',
    `Cannot run: flag "--broker" and variable PACT_BROKER_BASE_URL are missing; usage: ${usage}`,
  );
}
