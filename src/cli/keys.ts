import { generateKeys } from '../signing/index.ts';
import { findProvider, word } from './arguments.ts';
import { writeNewInside } from './files.ts';
import { json, text, type Command } from './io.ts';

const usage = 'hookproof keys <provider>[@version] [--out folder]';

export const keys: Command = {
  name: 'keys',
  summary: 'Make keys for a test: what to sign with, and what the receiver verifies with',
  usage,
  flags: {
    out: { type: 'string', help: 'write them to files "signing.key" and "verifying.key" in this folder' },
    json: { type: 'boolean', help: 'print JSON' },
  },
  async run(words, flags, io) {
    const { signing, verifying } = await generateKeys(findProvider(word(words, 0, 'the provider', usage)));
    const out = text(flags, 'out');
    if (out === undefined) {
      io.out(
        flags['json'] === true ? json({ signing, verifying }) : `signing    ${signing}\nverifying  ${verifying}\n`,
      );
      return 0;
    }
    const files = { 'signing.key': `${signing}\n`, 'verifying.key': `${verifying}\n` };
    await writeNewInside(io.cwd, out, files);
    io.out(
      flags['json'] === true
        ? json({ folder: out, files: Object.keys(files) })
        : `${out}/signing.key\n${out}/verifying.key\n`,
    );
    return 0;
  },
};
