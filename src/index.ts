/** hookproof: contract tests and fixtures for payment webhooks. The providers are in `hookproof/smartpay` and `hookproof/useepay`. */

// Fixtures
export { fixture, fixtureFiles, variantsOf } from './fixture/index.ts';
export type { Doubt, FixtureEvidence, FixtureFile, FixtureOptions, Variant } from './fixture/index.ts';

// Deliveries
export { signedRequest, verify } from './delivery/index.ts';
export type { AttemptOptions, Refusal, RefusalCode, Verdict, VerifyOptions } from './delivery/index.ts';
export { generateKeys } from './signing/index.ts';
export type { Keys } from './signing/index.ts';

// Conformance
export { describeReceiver, httpProbe, lambdaReceiver, overHttp, runConformance } from './conformance/index.ts';
export { renderHtml, renderJUnit, renderReport, renderSarif } from './conformance/index.ts';
export type {
  AcceptedFinding,
  Check,
  CheckResult,
  ConformanceOptions,
  ConformanceReport,
  Difference,
  Finding,
  GivenResponse,
  Group,
  LambdaHandler,
  LambdaOptions,
  LambdaResult,
  Level,
  Need,
  Probe,
  Progress,
  Receiver,
  ReportStyle,
  Runner,
  Sale,
  SarifStyle,
  Selection,
  SentRequest,
  Subject,
  Subjects,
  TimelineEntry,
  Unordered,
} from './conformance/index.ts';

// Versions
export { diffVersions, renderDiff, renderDiffMarkdown } from './diff/index.ts';
export type { Change, ChangeKind, Diff, FieldPath, Impact, Reads } from './diff/index.ts';

// Providers
export { eventSchema, formsOf, nameOf, rowOf, rowsOf } from './define/index.ts';
export type * from './define/index.ts';

// Errors
export { HookproofError } from './errors.ts';
export type { ErrorCode } from './errors.ts';
