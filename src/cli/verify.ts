import { verify as verifyDelivery } from '../delivery/index.ts';
import { HookproofError } from '../errors.ts';
import { findProvider, folderOf, positiveNumber, required, secretOf } from './arguments.ts';
import { readBytesInside, readInside } from './files.ts';
import { json, text, type Command } from './io.ts';

const usage = 'hookproof verify --provider <provider>[@version] --headers <file> --body <file> --key <text|@file>';

export const verify: Command = {
  name: 'verify',
  summary: 'Verify a delivery that was captured to files',
  usage,
  flags: {
    provider: { type: 'string', help: 'whose delivery it is said to be' },
    headers: { type: 'string', help: 'file of "Name: value" lines, or of a JSON object' },
    body: { type: 'string', help: 'file of the raw body, byte for byte' },
    key: { type: 'string', help: 'the shared secret or the public key: a text, or @file; HOOKPROOF_KEY when left out' },
    tolerance: { type: 'string', help: 'seconds by which the signed time may be off; not judged when left out' },
    'signed-text': { type: 'string', help: 'what is signed, where that is only assumed: {body}, {encoded} or {json}' },
    folder: { type: 'string', help: 'where files are read; the current folder when left out' },
    json: { type: 'boolean', help: 'print JSON' },
  },
  async run(_words, flags, io) {
    const provider = findProvider(required(flags, 'provider', usage));
    const folder = folderOf(flags, io);
    const headersFile = required(flags, 'headers', usage);
    const bodyFile = required(flags, 'body', usage);
    const key = await secretOf(flags, 'key', 'HOOKPROOF_KEY', io, usage);
    const headers = parseHeaders(headersFile, await readInside(folder, headersFile));
    const body = await readBytesInside(folder, bodyFile);
    const signedText = text(flags, 'signed-text');
    const request = new Request('http://localhost/', { method: provider.delivery.method.value, headers, body });
    const verdict = await verifyDelivery(provider, request, key, {
      ...(signedText === undefined ? {} : { signedText }),
      ...(flags['tolerance'] === undefined ? {} : { tolerance: positiveNumber(flags, 'tolerance', 1) }),
    });
    const lines = verdict.valid ? ['valid'] : verdict.reasons.map(({ code, message }) => `${code}: ${message}`);
    io.out(flags['json'] === true ? json(verdict) : `${lines.join('\n')}\n`);
    return verdict.valid ? 0 : 1;
  },
};

/** Headers from a JSON object or from lines, where a request line and blank lines are passed over. */
function parseHeaders(file: string, content: string): Headers {
  try {
    if (content.trimStart().startsWith('{')) return new Headers(JSON.parse(content) as Record<string, string>);
    const lines = content.split(/\r?\n/).filter((line) => line.trim() !== '' && !/^[A-Z]+ \S+ HTTP\//.test(line));
    return new Headers(
      lines.map((line): [string, string] => {
        const colon = line.indexOf(':');
        if (colon < 1) throw new Error(`line "${line.slice(0, 40)}" has no colon`);
        return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
      }),
    );
  } catch (cause) {
    throw new HookproofError('BAD_JSON', `Cannot read headers in "${file}": ${(cause as Error).message}`, { cause });
  }
}
