import type { BrokenBy, InteractionVerdict, PactReport, PactVerdict } from './verify.ts';

const marks = {
  satisfied: 'ok        ',
  broken: 'BROKEN    ',
  unresolved: 'UNRESOLVED',
} satisfies { readonly [Status in InteractionVerdict['status']]: string };

/** How many of the events that break an interaction are shown in the terminal, and how many mismatches of each. */
const shown = { events: 5, mismatches: 3 };

/** A report on pacts as text for a terminal. */
export function renderPactReport(report: PactReport): string {
  const lines = report.pacts.flatMap((pact) => [
    `${pact.name}: ${pact.consumer} and ${report.provider}`,
    ...pact.interactions.flatMap((interaction) => [
      `  ${marks[interaction.status]}  ${interaction.description}${interaction.tried > 0 ? `, on ${interaction.tried} ${interaction.tried === 1 ? 'event' : 'events'}` : ''}`,
      ...(interaction.problem === undefined ? [] : [`                ${interaction.problem}`]),
      ...brokenLines(interaction).map((line) => `                ${line}`),
    ]),
    '',
  ]);
  const all = report.pacts.flatMap(({ interactions }) => interactions);
  const count = (status: InteractionVerdict['status']) => all.filter((one) => one.status === status).length;
  const summary = `${all.length} interactions: ${count('satisfied')} satisfied, ${count('broken')} broken, ${count('unresolved')} unresolved${report.seed === '' ? '' : `; seed ${report.seed}`}`;
  return [...lines, ...report.problems, summary, ''].join('\n');
}

function brokenLines({ broken }: InteractionVerdict): string[] {
  const lines = broken.slice(0, shown.events).map(brokenLine);
  const left = broken.length - lines.length;
  return left > 0 ? [...lines, `and by ${left} more events`] : lines;
}

function brokenLine({ variant, confidence, mismatches }: BrokenBy): string {
  return `by ${variant} (${confidence}): ${mismatches.slice(0, shown.mismatches).join('; ')}`;
}

/** A report on pacts as JUnit XML: a suite for each pact, a case for each interaction. */
export function renderPactJunit(report: PactReport): string {
  const suites = report.pacts.map(suiteOf);
  const problems =
    report.problems.length === 0
      ? []
      : [
          suite(
            'pacts',
            report.problems.map((problem) => ({ name: problem, failure: problem })),
          ),
        ];
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, ...problems, '</testsuites>', ''].join(
    '\n',
  );
}

function suiteOf({ name, consumer, interactions }: PactVerdict): string {
  const cases = interactions.map((interaction) => ({
    name: interaction.description,
    ...(interaction.status === 'satisfied'
      ? {}
      : { failure: interaction.problem ?? interaction.broken.map(brokenLine).join('\n') }),
  }));
  return suite(`${consumer}: ${name}`, cases);
}

function suite(name: string, cases: readonly { readonly name: string; readonly failure?: string }[]): string {
  const failures = cases.filter(({ failure }) => failure !== undefined).length;
  const lines = cases.map(({ name: title, failure }) => {
    const open = `    <testcase classname="${xml(name)}" name="${xml(title)}"`;
    return failure === undefined
      ? `${open}/>`
      : `${open}><failure message="${xml(failure.split('\n')[0]!)}">${xml(failure)}</failure></testcase>`;
  });
  return [
    `  <testsuite name="${xml(name)}" tests="${cases.length}" failures="${failures}">`,
    ...lines,
    '  </testsuite>',
  ].join('\n');
}

/** Text that XML can hold: marks escaped, and what no XML document may have replaced. */
function xml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
