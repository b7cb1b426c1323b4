import { didYouMean, HookproofError } from '../errors.ts';
import { word } from './arguments.ts';
import { deliveryFlags } from './deliveries.ts';
import type { Command, Flags, Io } from './io.ts';
import { askToDeploy, brokerFlags, publish } from './pact/broker.ts';
import { verifyReceiver } from './pact/receiver.ts';
import { verifyFlags, verifyPactFiles } from './pact/verify.ts';

const usage = [
  'hookproof pact verify <files or folders> --provider <provider>[@version]',
  'hookproof pact verify --broker <url> --provider <provider>[@version] [--record]',
  'hookproof pact verify-receiver <url> --provider <provider>[@version] --secret <text|@file>',
  'hookproof pact publish <files or folders> --broker <url> --consumer-version <version>',
  'hookproof pact can-i-deploy --broker <url> --consumer <name> --consumer-version <version> --provider <provider>',
].join('\n  ');

/** What may follow `hookproof pact`. */
type Action = (words: readonly string[], flags: Flags, io: Io, usage: string) => Promise<number>;

const actions: { readonly [Name: string]: Action } = {
  verify: verifyPactFiles,
  'verify-receiver': verifyReceiver,
  publish,
  'can-i-deploy': askToDeploy,
};

export const pact: Command = {
  name: 'pact',
  summary: 'Verify pacts against the documented provider, and receivers against its deliveries',
  usage,
  flags: { ...deliveryFlags, ...verifyFlags, ...brokerFlags, json: { type: 'boolean', help: 'print JSON' } },
  run([name, ...words], flags, io) {
    const asked = word(name === undefined ? [] : [name], 0, 'what to do', usage);
    const action = Object.hasOwn(actions, asked) ? actions[asked] : undefined;
    if (action === undefined)
      throw new HookproofError(
        'BAD_ARGUMENT',
        `Cannot run pact: "${asked}" is unknown; ${didYouMean(asked, Object.keys(actions))}`,
      );
    return action(words, flags, io, usage);
  },
};
