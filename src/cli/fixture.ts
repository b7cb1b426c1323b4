import { findProvider, eventFrom, word } from './arguments.ts';
import { json, type Command } from './io.ts';

const usage = 'hookproof fixture <provider>[@version] <event> [--variant name] [--set path=value]… [--unchecked]';

export const fixture: Command = {
  name: 'fixture',
  summary: 'Print one event as JSON',
  usage,
  flags: {
    variant: { type: 'string', help: 'which variant; typical when left out' },
    set: { type: 'string', multiple: true, help: 'path=value: change a field; the value is JSON, or else a text' },
    unchecked: { type: 'boolean', help: 'let --set break the contract' },
    json: { type: 'boolean', help: 'print JSON, as without it' },
  },
  run(words, flags, io) {
    const provider = findProvider(word(words, 0, 'the provider', usage));
    io.out(json(eventFrom(provider, word(words, 1, 'the event type', usage), flags)));
    return Promise.resolve(0);
  },
};
