import type { Difference } from '../effects.ts';
import type { Finding, TimelineEntry } from '../finding.ts';
import type { CheckResult, ConformanceReport } from '../report.ts';
import {
  countsOf,
  deliveriesOf,
  fixturesText,
  groupsOf,
  listed,
  momentText,
  outcomeOf,
  payloadOf,
  skipsOf,
} from './summary.ts';
import { differenceText } from './text.ts';
import { visible, visibleLine } from './visible.ts';

/** How a report is written. */
export interface ReportStyle {
  readonly color: boolean;
  /** How many findings of a check are written out; the rest are counted. */
  readonly findings: number;
}

const marks = { passed: 'ok  ', failed: 'FAIL', accepted: 'held', skipped: 'skip' } as const;
const colors = { passed: 32, failed: 31, accepted: 36, skipped: 33 } as const;

/** The most differences of one finding, and deliveries of one timeline, that are written out. */
const most = { differences: 6, deliveries: 24 };

/** A report as text for a terminal; it can be read without colour. */
export function renderReport(report: ConformanceReport, style: ReportStyle = { color: false, findings: 3 }): string {
  const { provider, version, seed, ended, fixed = [] } = report;
  return [
    `${provider}@${version}`,
    ...groupsOf(report).flatMap(([title, checks]) => ['', title, ...renderGroup(checks, style)]),
    '',
    ...fixed.map(({ check, delivery, fixture = 'any fixture' }) => {
      const text = `the baseline lists what is fixed; take it off: ${check}: ${delivery}: ${fixture}`;
      return `${mark('failed', style)}  ${visibleLine(text)}`;
    }),
    ...(ended === undefined ? [] : [`${mark('failed', style)}  ${visibleLine(ended)}`]),
    `${countsOf(report)}: ${outcomeOf(report)} (${deliveriesOf(report)} deliveries, seed ${visibleLine(seed)})`,
    '',
  ].join('\n');
}

/** What has run, each check in a line or more; then what was skipped, the checks with the same reason in one line. */
function renderGroup(checks: readonly CheckResult[], style: ReportStyle): string[] {
  return [
    ...checks.filter(({ status }) => status !== 'skipped').flatMap((check) => renderCheck(check, style)),
    ...[...skipsOf(checks)].map(
      ([reason, ids]) => `  ${mark('skipped', style)}  ${listed(ids, 6)}: ${visibleLine(reason)}`,
    ),
  ];
}

/** What came of one check as text, for a test that fails. */
export function renderResult(check: CheckResult): string {
  return renderCheck(check, { color: false, findings: 3 }).join('\n');
}

function renderCheck(check: CheckResult, style: ReportStyle): string[] {
  const shown = check.findings.slice(0, style.findings);
  const more = check.findings.length - shown.length;
  return [
    `  ${mark(check.status, style)}  ${check.level.padEnd(6)}  ${check.id}: ${check.title}`,
    ...(check.reason === undefined ? [] : [`        broken off: ${visibleLine(check.reason)}`]),
    ...shown.flatMap(renderFinding),
    ...(check.unjudged.length > 0
      ? [`        not judged, since the plain delivery is not acknowledged: ${visibleLine(listed(check.unjudged))}`]
      : []),
    ...(more > 0 ? [`        and ${more} more; --json lists them all`] : []),
  ];
}

function renderFinding(finding: Finding): string[] {
  const { delivery, expected, actual, replay, effects, timeline, accepted } = finding;
  const payload = payloadOf(finding);
  return [
    `        ${visibleLine(`${delivery}: ${fixturesText(finding)}`)}${accepted === true ? ' [accepted]' : ''}`,
    row('expected', visibleLine(expected)),
    row('actual', visibleLine(actual)),
    ...rows('payload', payload.slice(0, most.differences).map(differenceLine), payload.length),
    ...rows('effects', effects.slice(0, most.differences).map(differenceLine), effects.length),
    ...rows('timeline', renderTimeline(timeline.slice(0, most.deliveries)), timeline.length),
    row('replay', visible(replay)),
  ];
}

function differenceLine(difference: Difference): string {
  return visibleLine(differenceText(difference));
}

function renderTimeline(timeline: readonly TimelineEntry[]): string[] {
  const cells = timeline.map((entry) => [momentText(entry), visibleLine(entry.delivery), visibleLine(entry.answer)]);
  const width = (column: number) => Math.max(...cells.map((row) => row[column]!.length));
  return cells.map(
    ([moment, delivery, answer]) => `${moment!.padStart(width(0))}  ${delivery!.padEnd(width(1))}  ${answer}`,
  );
}

/** Lines under one name, and how many were left out. */
function rows(name: string, lines: readonly string[], count: number): string[] {
  const more = count - lines.length;
  const all = more > 0 ? [...lines, `and ${more} more`] : lines;
  return all.map((line, index) => row(index === 0 ? name : '', line));
}

function row(name: string, text: string): string {
  return `          ${name.padEnd(8)}  ${text}`;
}

function mark(status: CheckResult['status'], style: ReportStyle): string {
  return style.color ? `\u001b[${colors[status]}m${marks[status]}\u001b[0m` : marks[status];
}
