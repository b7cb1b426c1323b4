export { overHttp, send, type Answer, type Receiver } from './answer.ts';
export {
  baselineOf,
  parseBaseline,
  renderBaseline,
  withBaseline,
  type AcceptedFinding,
  type Baseline,
} from './baseline.ts';
export { groups, levelOf, levels, type Check, type Group, type Level } from './check.ts';
export { checks } from './checks/index.ts';
export { describeReceiver, type Runner, type Subject, type Subjects } from './describe.ts';
export type { Difference, Unordered } from './effects.ts';
export type { Finding, GivenResponse, SentRequest, TimelineEntry } from './finding.ts';
export { lambdaReceiver, type LambdaHandler, type LambdaOptions, type LambdaResult } from './lambda.ts';
export type { Need } from './needs.ts';
export type { Probe, Sale } from './probe.ts';
export type { CheckResult, ConformanceReport } from './report.ts';
export { runConformance, type ConformanceOptions, type Progress } from './run.ts';
export { httpProbe } from './probes/http.ts';
export { selectChecks, type Selection } from './select.ts';
export { renderHtml } from './reporters/html.ts';
export { renderJUnit } from './reporters/junit.ts';
export { renderSarif, type SarifStyle } from './reporters/sarif.ts';
export { renderReport, type ReportStyle } from './reporters/terminal.ts';
