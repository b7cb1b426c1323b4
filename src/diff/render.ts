import { impacts, kinds, type Change, type Impact } from './change.ts';
import type { Diff } from './diff.ts';

const titles = {
  breaking: 'Breaking',
  risky: 'Risky',
  safe: 'Safe',
} satisfies { readonly [Name in Impact]: string };

/** How many event types a line names before it counts the others. */
const namesShown = 3;

/** A diff as text for a terminal. */
export function renderDiff(diff: Diff): string {
  const sections = impacts.flatMap((impact) => {
    const changes = diff.changes.filter((change) => change.impact === impact);
    if (changes.length === 0) return [];
    return [
      `${titles[impact]} (${changes.length})`,
      ...changes.flatMap((change) => [
        `  ${change.path}: ${change.kind}, ${kinds[change.kind][1]}`,
        `    ${wordsOf(change)}`,
        `    ${whereOf(change)}${change.confidence}: ${change.source}${change.note === undefined ? '' : `; ${change.note}`}`,
      ]),
      '',
    ];
  });
  return [`${headingOf(diff)}\n`, ...sections, `${summaryOf(diff)}\n`].join('\n');
}

/** A diff as Markdown: one table for each impact. */
export function renderDiffMarkdown(diff: Diff, level = 1): string {
  const tables = impacts.flatMap((impact) => {
    const changes = diff.changes.filter((change) => change.impact === impact);
    if (changes.length === 0) return [];
    return [
      `${'#'.repeat(level + 1)} ${titles[impact]}`,
      '',
      '| where | what | before | after | events | confidence |',
      '| --- | --- | --- | --- | --- | --- |',
      ...changes.map((change) => {
        const cells = [
          code(change.path),
          `${change.kind}: ${kinds[change.kind][1]}`,
          cell(change.before),
          cell(change.after),
          change.events.map(code).join(' ') || 'every one',
          cell(`${change.confidence}: ${change.source}${change.note === undefined ? '' : `; ${change.note}`}`),
        ];
        return `| ${cells.join(' | ')} |`;
      }),
      '',
    ];
  });
  return [`${'#'.repeat(level)} ${headingOf(diff)}`, '', summaryOf(diff), '', ...tables].join('\n');
}

function headingOf({ before, after, consumer }: Diff): string {
  return `${before} to ${after}${consumer === undefined ? '' : `, as far as ${consumer} reads it`}`;
}

function summaryOf({ changes }: Diff): string {
  if (changes.length === 0) return 'Nothing changes.';
  const counts = impacts.map((impact) => `${changes.filter((one) => one.impact === impact).length} ${impact}`);
  return `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}: ${counts.join(', ')}.`;
}

function wordsOf({ before, after, kind, fields }: Change): string {
  const words = before === '' ? `now: ${after}` : after === '' ? `was: ${before}` : `was: ${before}; now: ${after}`;
  return kind === 'usual-form-changed' ? `${words}; other fields: ${fieldsText(fields)}` : words;
}

function fieldsText(fields: Change['fields']): string {
  return fields.map((path) => path.join('.')).join(', ');
}

function whereOf({ events }: Change): string {
  if (events.length === 0) return '';
  const names = events.slice(0, namesShown).join(', ');
  return `${names}${events.length > namesShown ? ` and ${events.length - namesShown} more` : ''}; `;
}

function code(text: string): string {
  return `\`${text}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');
}
