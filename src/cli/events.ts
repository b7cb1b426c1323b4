import { nameOf, rowsOf } from '../define/index.ts';
import { variantsOf } from '../fixture/index.ts';
import { providers } from '../providers/index.ts';
import { findProvider } from './arguments.ts';
import { json, type Command } from './io.ts';

export const events: Command = {
  name: 'events',
  summary: 'List every event type, with its confidence, source and fixture variants',
  usage: 'hookproof events [provider[@version]] [--json]',
  flags: { json: { type: 'boolean', help: 'print an array' } },
  run(words, flags, io) {
    const reference = words[0];
    const chosen =
      reference === undefined
        ? providers
        : reference.includes('@')
          ? [findProvider(reference)]
          : providers.filter(({ name }) => name === findProvider(reference).name);
    const rows = chosen.flatMap((provider) =>
      rowsOf(provider).map(([type, row]) => ({
        provider: provider.name,
        version: provider.version,
        type,
        object: row.object.name,
        confidence: row.confidence,
        source: row.source,
        variants: variantsOf(provider, type).map(({ name }) => name),
      })),
    );
    if (flags['json'] === true) io.out(json(rows));
    else {
      const lines = rows.map(({ provider, version, type, confidence, variants }) =>
        [`${provider}@${version}`.padEnd(19), type.padEnd(40), confidence.padEnd(10), variants.join(' ')].join('  '),
      );
      io.out(`${lines.join('\n')}\n${rows.length} event types of ${chosen.map(nameOf).join(', ')}\n`);
    }
    return Promise.resolve(0);
  },
};
