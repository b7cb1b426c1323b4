import { once } from 'node:events';
import { nameOf } from '../define/index.ts';
import { HookproofError } from '../errors.ts';
import { createBox } from '../msw/box.ts';
import { controlPath } from '../msw/control.ts';
import type { BoxOptions } from '../msw/options.ts';
import { generateKeys, type Keys } from '../signing/index.ts';
import { findProvider, receiverUrl, required, secretOf } from './arguments.ts';
import { deliveryFlags, deliveryOptions } from './deliveries.ts';
import { json, text, type Command, type Flags, type Io } from './io.ts';
import { serveBox } from './serve-http.ts';

const usage =
  'hookproof serve --provider <provider>[@version] [--forward <url>] [--secret <text|@file>] [--port number]';

export const serve: Command = {
  name: 'serve',
  summary: "Run the provider's REST API on this machine, with state, and deliver its webhooks",
  usage,
  flags: {
    provider: { type: 'string', help: 'whose API; the latest version of its webhooks unless one is named' },
    forward: {
      type: 'string',
      help: 'a receiver that gets every event, beside the endpoints that are registered by API',
    },
    port: { type: 'string', help: 'where to listen, on 127.0.0.1 only; 4010 when left out' },
    seed: { type: 'string', help: 'what ids are drawn from; hookproof when left out' },
    shape: { type: 'string', help: 'the shape of events and ids, where the provider prints several' },
    secret: { type: 'string', help: 'what to sign with: a text, or @file; HOOKPROOF_SECRET, or else new keys' },
    parameter: deliveryFlags['parameter']!,
    'signed-text': deliveryFlags['signed-text']!,
    'allow-remote': deliveryFlags['allow-remote']!,
    folder: deliveryFlags['folder']!,
    json: { type: 'boolean', help: 'print where it listens as JSON' },
  },
  async run(_words, flags, io) {
    const provider = findProvider(required(flags, 'provider', usage));
    const given = await keysFrom(flags, io);
    const keys = given ?? (await generateKeys(provider));
    const box = createBox(provider, optionsFrom(flags, keys));
    const served = await serveBox(box, portOf(flags));
    const base = `${served.url}${provider.api!.prefix.value}`;
    const control = `${served.url}${controlPath}`;
    // A secret that was given is known; new keys are of no use to a receiver that is not told them.
    const shown = { url: base, control, ...(given === undefined ? { verifying: keys.verifying } : {}) };
    const lines = [
      `${nameOf(provider)} at ${base}`,
      `state at ${control}state, deliveries at ${control}deliveries`,
      ...(given === undefined ? [`verify deliveries with ${keys.verifying}`] : []),
    ];
    io.out(flags['json'] === true ? json(shown) : `${lines.join('\n')}\n`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await served.close();
    return 0;
  },
};

/** The secret or private key that is given, if one is. */
async function keysFrom(flags: Flags, io: Io): Promise<Keys | undefined> {
  if (text(flags, 'secret') === undefined && io.env['HOOKPROOF_SECRET'] === undefined) return undefined;
  const signing = await secretOf(flags, 'secret', 'HOOKPROOF_SECRET', io, usage);
  // A box only signs.
  return { signing, verifying: signing };
}

function optionsFrom(flags: Flags, keys: Keys): BoxOptions {
  const forward = text(flags, 'forward');
  const receiver = forward === undefined ? undefined : receiverUrl(forward, flags);
  const [seed, shape] = [text(flags, 'seed'), text(flags, 'shape')];
  return {
    keys,
    ...deliveryOptions(flags),
    allowRemote: flags['allow-remote'] === true,
    ...(receiver === undefined ? {} : { endpoints: [{ receiver }] }),
    ...(seed === undefined ? {} : { seed }),
    ...(shape === undefined ? {} : { shape }),
  };
}

function portOf(flags: Flags): number {
  const given = text(flags, 'port') ?? '4010';
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65_535)
    throw new HookproofError('BAD_ARGUMENT', `Cannot run: flag "--port" is "${given}", not a port`);
  return port;
}
