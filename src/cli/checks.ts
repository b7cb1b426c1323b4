import { checks as table, groups, levelOf, type Check } from '../conformance/index.ts';
import { nameOf, type Provider } from '../define/index.ts';
import { providers } from '../providers/index.ts';
import { findProvider } from './arguments.ts';
import { json, type Command } from './io.ts';

export const checks: Command = {
  name: 'checks',
  summary: 'List every check, with its level, what it needs, and its source',
  usage: 'hookproof checks [provider[@version]] [--json]',
  flags: { json: { type: 'boolean', help: 'print an array' } },
  run(words, flags, io) {
    const chosen = words[0] === undefined ? providers : [findProvider(words[0])];
    io.out(flags['json'] === true ? json(table.map((check) => described(check, chosen))) : listed(chosen));
    return Promise.resolve(0);
  },
};

/** A check as data: its level for each provider version, or why it does not apply to it. */
function described(check: Check, chosen: readonly Provider[]): object {
  const { id, group, title, source, needs = [] } = check;
  const levels = chosen.map((provider) => {
    const inapplicable = check.inapplicable?.(provider);
    return [nameOf(provider), inapplicable === undefined ? levelOf(check, provider) : { inapplicable }] as const;
  });
  return { id, group, title, source, needs, levels: Object.fromEntries(levels) };
}

function listed(chosen: readonly Provider[]): string {
  const lines = Object.entries(groups).flatMap(([group, title]) => [
    title,
    ...table.flatMap((check) => (check.group === group ? [...linesOf(check, chosen), ''] : [])),
  ]);
  return `${lines.join('\n')}${table.length} checks of ${chosen.map(nameOf).join(', ')}\n`;
}

function linesOf(check: Check, chosen: readonly Provider[]): string[] {
  const { id, title, source, needs = [] } = check;
  const applies = chosen.filter((provider) => check.inapplicable?.(provider) === undefined);
  const levels = [...new Set(applies.map((provider) => levelOf(check, provider)))];
  const only = applies.length === chosen.length ? '' : `only for ${applies.map(nameOf).join(', ') || 'others'}`;
  return [
    `  ${(levels.join(' or ') || '-').padEnd(6)}  ${id}: ${title}`,
    ...(needs.length === 0 ? [] : [`          needs   ${needs.join(', ')}`]),
    ...(only === '' ? [] : [`          applies ${only}`]),
    `          source  ${source}`,
  ];
}
