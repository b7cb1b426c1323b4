import { didYouMean, HookproofError } from '../errors.ts';
import { word } from './arguments.ts';
import { deliveryFlags } from './deliveries.ts';
import type { Command, Flags, Io } from './io.ts';
import { verifyFlags, verifyPactFiles } from './pact/verify.ts';

const usage = 'hookproof pact verify <files or folders> --provider <provider>[@version]';

/** What may follow `hookproof pact`. */
type Action = (words: readonly string[], flags: Flags, io: Io, usage: string) => Promise<number>;

const actions: { readonly [Name: string]: Action } = {
  verify: verifyPactFiles,
};

export const pact: Command = {
  name: 'pact',
  summary: 'Verify pacts against the documented provider, and receivers against its deliveries',
  usage,
  flags: { ...deliveryFlags, ...verifyFlags },
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
