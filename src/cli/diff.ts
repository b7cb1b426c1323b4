import { nameOf, type Provider } from '../define/index.ts';
import { diffVersions, renderDiff, renderDiffMarkdown, type Reads } from '../diff/index.ts';
import { HookproofError } from '../errors.ts';
import { parsePact, readsOf } from '../pact/index.ts';
import { findProvider, folderOf, word } from './arguments.ts';
import { readInside } from './files.ts';
import { json, text, type Command, type Flags, type Io } from './io.ts';

const usage = 'hookproof diff <provider>@<version> <provider>@<version> [--pact file]';

export const diff: Command = {
  name: 'diff',
  summary: 'Say what changes between two versions, and what of it breaks a receiver',
  usage,
  flags: {
    pact: { type: 'string', help: 'the pact of a receiver: only what it reads' },
    markdown: { type: 'boolean', help: 'print Markdown' },
    folder: { type: 'string', help: 'where files are read; the current folder when left out' },
    json: { type: 'boolean', help: 'print JSON' },
  },
  async run(words, flags, io) {
    const before = findProvider(word(words, 0, 'the version before', usage));
    const after = findProvider(word(words, 1, 'the version after', usage));
    if (before.name !== after.name)
      throw new HookproofError(
        'BAD_ARGUMENT',
        `Cannot compare ${nameOf(before)} to ${nameOf(after)}: they are of different providers`,
      );
    const found = diffVersions(before, after, await readsIn(before, after, flags, io));
    io.out(
      flags['json'] === true ? json(found) : flags['markdown'] === true ? renderDiffMarkdown(found) : renderDiff(found),
    );
    return found.impact === 'breaking' ? 1 : 0;
  },
};

async function readsIn(before: Provider, after: Provider, flags: Flags, io: Io): Promise<Reads | undefined> {
  const file = text(flags, 'pact');
  if (file === undefined) return undefined;
  return readsOf(before, parsePact(file, await readInside(folderOf(flags, io), file)), after);
}
