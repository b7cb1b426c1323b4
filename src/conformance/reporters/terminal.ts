import type { Finding } from '../finding.ts';
import type { CheckResult, ConformanceReport } from '../report.ts';

/** How a report is written. */
export interface ReportStyle {
  readonly color: boolean;
  /** How many findings of a check are written out; the rest are counted. */
  readonly findings: number;
}

const marks = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' } as const;
const colors = { passed: 32, failed: 31, skipped: 33 } as const;

/** A report as text for a terminal; it can be read without colour. */
export function renderReport(report: ConformanceReport, style: ReportStyle = { color: false, findings: 3 }): string {
  const count = (status: CheckResult['status']) => report.checks.filter((check) => check.status === status).length;
  const deliveries = report.checks.reduce((sum, check) => sum + check.deliveries, 0);
  const outcome = report.passed ? 'every MUST holds' : 'a MUST is broken';
  return [
    `${report.provider}@${report.version}`,
    ...report.checks.flatMap((check) => renderCheck(check, style)),
    `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped: ${outcome} (${deliveries} deliveries, seed ${report.seed})`,
    '',
  ].join('\n');
}

function renderCheck(check: CheckResult, style: ReportStyle): string[] {
  const shown = check.findings.slice(0, style.findings);
  const more = check.findings.length - shown.length;
  return [
    `  ${paint(marks[check.status], colors[check.status], style)}  ${check.level.padEnd(6)}  ${check.id}: ${check.reason ?? check.title}`,
    ...shown.flatMap(renderFinding),
    ...(check.status !== 'skipped' && check.unjudged.length > 0
      ? [`        not judged, since the plain delivery is not acknowledged: ${listed(check.unjudged)}`]
      : []),
    ...(more > 0 ? [`        and ${more} more; --json lists them all`] : []),
  ];
}

function renderFinding({ delivery, fixture, confidence, others, expected, actual, replay }: Finding): string[] {
  const doubt = confidence === 'documented' ? '' : ` (${confidence})`;
  const more = others.length > 0 ? `, and the same with ${listed(others)}` : '';
  return [
    `        ${delivery}: ${fixture}${doubt}${more}`,
    `          expected  ${expected}`,
    `          actual    ${actual}`,
    `          replay    ${replay}`,
  ];
}

/** The first few of a list of names, and how many more there are. */
function listed(names: readonly string[]): string {
  const more = names.length - 3;
  return names.slice(0, 3).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function paint(text: string, color: number, style: ReportStyle): string {
  return style.color ? `\u001b[${color}m${text}\u001b[0m` : text;
}
