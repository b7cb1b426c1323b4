import type { CheckResult, ConformanceReport } from '../report.ts';
import { deliveriesOf, groupsOf, outcomeOf } from './summary.ts';
import { findingText } from './text.ts';
import { visible, visibleLine } from './visible.ts';

/**
 * A report as JUnit XML, for GitLab, Jenkins, GitHub and others: a suite for each group, a test case for each check. JUnit
 * has no warnings, and everyone takes a failure for a broken build: so only a MUST that is broken is a failure. A SHOULD or
 * MAY that is broken, and what a baseline accepts, is a skipped case that says so in its message and holds its findings.
 */
export function renderJUnit(report: ConformanceReport): string {
  const { provider, version, url, seed } = report;
  const suites = [
    ...groupsOf(report).map(([title, checks]) =>
      renderSuite(
        title,
        checks.map((check) => caseOf(report, check)),
      ),
    ),
    ...runSuite(report),
  ];
  const all = suites.flatMap(({ cases }) => cases);
  const name = attributes({ name: `hookproof ${provider}@${version}`, ...countsIn(all) });
  const properties = { url, seed, outcome: outcomeOf(report), deliveries: String(deliveriesOf(report)) };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${name}>`,
    ...suites.map(({ text }) => text(properties)),
    '</testsuites>',
    '',
  ].join('\n');
}

/** One test case, and what it counts as. */
interface Case {
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped';
  readonly seconds: number;
  readonly text: string;
}

type Texts = { readonly [Name: string]: string };

function renderSuite(title: string, cases: readonly Case[]): { cases: readonly Case[]; text: (all: Texts) => string } {
  const text = (properties: Texts) =>
    [
      `  <testsuite${attributes({ name: title, ...countsIn(cases) })}>`,
      '    <properties>',
      ...Object.entries(properties).map(([name, value]) => `      <property${attributes({ name, value })}/>`),
      '    </properties>',
      ...cases.map((each) => each.text),
      '  </testsuite>',
    ].join('\n');
  return { cases, text };
}

/** What concerns no check: that the run ended early, and what a baseline lists that is fixed. */
function runSuite({ provider, version, ended, fixed = [] }: ConformanceReport) {
  const classname = `hookproof.${provider}@${version}.run`;
  const cases = [
    ...(ended === undefined ? [] : [testCase('error', classname, 'comes to its end', 0, ended, ended)]),
    ...fixed.map(({ check, delivery, fixture = 'any fixture' }) => {
      const message = 'it is no longer found: take it off the baseline';
      return testCase('failure', classname, `${check}: ${delivery}: ${fixture}`, 0, message, message);
    }),
  ];
  return cases.length === 0 ? [] : [renderSuite('The run', cases)];
}

function caseOf({ provider, version }: ConformanceReport, check: CheckResult): Case {
  const classname = `hookproof.${provider}@${version}.${check.group}`;
  const name = `${check.id}: ${check.title}`;
  const seconds = check.milliseconds / 1000;
  const found = check.findings.length === 1 ? '1 finding' : `${check.findings.length} findings`;
  const body = [...(check.reason === undefined ? [] : [check.reason]), ...check.findings.map(findingText)].join('\n\n');
  if (check.status === 'passed') return testCase('passed', classname, name, seconds);
  if (check.status === 'skipped') return testCase('skipped', classname, name, seconds, check.reason ?? '');
  if (check.status === 'accepted')
    return testCase('skipped', classname, name, seconds, `${check.level} broken and accepted: ${found}`, body);
  if (check.level === 'MUST')
    return testCase('failure', classname, name, seconds, `${check.level} broken: ${found}`, body);
  return testCase('skipped', classname, name, seconds, `${check.level} broken, which fails no run: ${found}`, body);
}

function testCase(kind: Case['kind'], classname: string, name: string, seconds: number, message = '', body = ''): Case {
  const open = `    <testcase${attributes({ name, classname, time: seconds.toFixed(3) })}`;
  if (kind === 'passed') return { kind, seconds, text: `${open}/>` };
  // `skipped` has no text of its own in every reader's schema.
  const [inside, after] = kind === 'skipped' ? ['', body] : [body, ''];
  const type = kind === 'skipped' ? {} : { type: kind };
  return {
    kind,
    seconds,
    text: [
      `${open}>`,
      `      <${kind}${attributes({ message, ...type })}${inside === '' ? '/>' : `>${escape(visible(inside))}</${kind}>`}`,
      ...(after === '' ? [] : [`      <system-out>${escape(visible(after))}</system-out>`]),
      '    </testcase>',
    ].join('\n'),
  };
}

function countsIn(cases: readonly Case[]): Texts {
  const count = (kind: Case['kind']) => String(cases.filter((each) => each.kind === kind).length);
  return {
    tests: String(cases.length),
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: cases.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3),
  };
}

function attributes(values: Texts): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escape(visibleLine(value))}"`)
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
