import { httpProbe, type Probe } from '../conformance/index.ts';
import { HookproofError } from '../errors.ts';
import { folderOf, receiverUrl, timeoutOf } from './arguments.ts';
import { text, type Flag, type Flags, type Io } from './io.ts';
import { commandProbe } from './probe-command.ts';

const group = 'What deliveries bring about';

/** The flags that say how to look into a receiver. */
export const probeFlags: { readonly [Name: string]: Flag } = {
  probe: { type: 'string', value: 'url', group, help: 'GET gives the effects as JSON, DELETE resets (405: it cannot)' },
  'probe-command': {
    type: 'string',
    value: 'command',
    group,
    help: 'run with one more word: effects (prints JSON), capabilities (prints an array), reset, restart, slow-down <ms>, fail-once, sell <json>, advance <seconds>, reprocess <event id>, logs (prints them); exit code 2: it cannot',
  },
  unordered: {
    type: 'string',
    value: 'path',
    multiple: true,
    group,
    help: 'a list in the effects whose order means nothing, as orders.items; "." for every list',
  },
};

/** The probe that the flags describe, if any. Throws `BAD_PROBE` for one that does not answer. */
export async function probeOf(flags: Flags, io: Io): Promise<Probe | undefined> {
  const [url, command] = [text(flags, 'probe'), text(flags, 'probe-command')];
  if (url !== undefined && command !== undefined)
    throw new HookproofError('BAD_ARGUMENT', 'Cannot run: flags "--probe" and "--probe-command" are both given');
  if (url !== undefined) return httpProbe(receiverUrl(url, flags), timeoutOf(flags));
  if (command === undefined) return undefined;
  return commandProbe(command, timeoutOf(flags), { cwd: folderOf(flags, io), env: io.env });
}
