export { overHttp, send, type Answer, type Receiver } from './answer.ts';
export type { Check, Level } from './check.ts';
export { checks } from './checks/index.ts';
export type { Finding } from './finding.ts';
export {
  runConformance,
  type CheckResult,
  type ConformanceOptions,
  type ConformanceReport,
  type Progress,
} from './run.ts';
export { renderReport, type ReportStyle } from './reporters/terminal.ts';
