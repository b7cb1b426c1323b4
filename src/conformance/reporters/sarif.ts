import type { Level } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { CheckResult, ConformanceReport } from '../report.ts';
import { fixturesText } from './summary.ts';
import { findingText } from './text.ts';
import { visible, visibleLine } from './visible.ts';

/** How a report is written as SARIF. */
export interface SarifStyle {
  /**
   * The file of the receiver, relative to the repository: every result is put at its first line. A run has no file of its
   * own, but GitHub's code scanning refuses results that are nowhere.
   */
  readonly location?: string;
}

const levels = { MUST: 'error', SHOULD: 'warning', MAY: 'note' } as const satisfies { readonly [L in Level]: string };

/** A report as SARIF 2.1.0: a rule for each check that has run, a result for each finding; what a baseline accepts is suppressed. */
export function renderSarif(report: ConformanceReport, { location }: SarifStyle = {}): string {
  const { provider, version, url, seed, ended, fixed = [] } = report;
  const rules = report.checks.filter(({ status }) => status !== 'skipped');
  const locations =
    location === undefined
      ? {}
      : {
          locations: [
            { physicalLocation: { artifactLocation: { uri: encodeURI(location) }, region: { startLine: 1 } } },
          ],
        };
  const results = rules.flatMap((check, ruleIndex) =>
    check.findings.map((finding) => ({ ...resultOf(check, finding), ruleIndex, ...locations })),
  );
  const notices = [
    ...(ended === undefined ? [] : [{ level: 'error', message: { text: visibleLine(ended) } }]),
    ...fixed.map(({ check, delivery, fixture = 'any fixture' }) => ({
      level: 'error',
      message: {
        text: visibleLine(`the baseline lists what is fixed; take it off: ${check}: ${delivery}: ${fixture}`),
      },
    })),
  ];
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'hookproof', rules: rules.map(ruleOf) } },
        automationDetails: { id: `hookproof/${provider}@${version}/` },
        invocations: [{ executionSuccessful: ended === undefined, toolExecutionNotifications: notices }],
        results,
        properties: { provider, version, url, seed },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ id, level, title, source, group }: CheckResult) {
  const [link] = /https?:\/\/[^\s;,]+/.exec(source) ?? [];
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: title },
    help: { text: `${title}. Source: ${source}` },
    ...(link === undefined ? {} : { helpUri: link }),
    defaultConfiguration: { level: levels[level] },
    properties: { tags: [group, level] },
  };
}

function resultOf({ id, level, title }: CheckResult, finding: Finding) {
  const { delivery, expected, actual, fixture, others, accepted } = finding;
  const said = `${title}. Delivered ${delivery} (${fixturesText(finding)}): expected ${expected}, got ${actual}.`;
  return {
    ruleId: id,
    level: levels[level],
    message: { text: `${visibleLine(said)}\n\n${visible(findingText(finding))}` },
    // One finding stays the same one while it is found with any of its fixtures.
    partialFingerprints: { 'hookproof/v1': visibleLine(`${id}: ${delivery}`) },
    ...(accepted === true ? { suppressions: [{ kind: 'external', status: 'accepted' }] } : {}),
    properties: { fixtures: [fixture, ...others], replay: finding.replay },
  };
}
