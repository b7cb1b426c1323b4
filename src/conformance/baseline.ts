import * as z from 'zod';
import { HookproofError } from '../errors.ts';
import type { Finding } from './finding.ts';
import type { CheckResult, ConformanceReport } from './report.ts';

/** A finding that is known and borne with for now. */
export interface AcceptedFinding {
  /** The check's id. */
  readonly check: string;
  /** What was special about the delivery, as the finding says it. */
  readonly delivery: string;
  /** The fixture that shows it; any when left out. */
  readonly fixture?: string | undefined;
}

/** The findings that are accepted for one provider version. */
export interface Baseline {
  /** `smartpay@2022-02-18`. */
  readonly provider: string;
  readonly accepted: readonly AcceptedFinding[];
}

const schema = z.strictObject({
  provider: z.string(),
  accepted: z.array(z.strictObject({ check: z.string(), delivery: z.string(), fixture: z.string().optional() })),
});

/** The baseline that a file's text holds. Throws `BAD_JSON` for what is none, or one of another provider version. */
export function parseBaseline(text: string, provider: string): Baseline {
  const refuse = (state: string, cause?: unknown) =>
    new HookproofError('BAD_JSON', `Cannot read baseline: ${state}`, { cause });
  let baseline: Baseline;
  try {
    baseline = schema.parse(JSON.parse(text));
  } catch (cause) {
    const [issue] = cause instanceof z.ZodError ? cause.issues : [];
    throw refuse(issue === undefined ? (cause as Error).message : `"${issue.path.join('.')}": ${issue.message}`, cause);
  }
  if (baseline.provider !== provider)
    throw refuse(`it is of ${baseline.provider}, and the run is of ${provider}; keep one file for each`);
  return baseline;
}

/** The baseline that accepts everything a run has found, an entry for each fixture. */
export function baselineOf({ provider, version, checks }: ConformanceReport): Baseline {
  const accepted = checks.flatMap(({ id, findings }) =>
    findings.flatMap(({ delivery, fixture, others }) =>
      [fixture, ...others].map((each) => ({ check: id, delivery, fixture: each })),
    ),
  );
  const texts = new Set(accepted.map((entry) => JSON.stringify(entry)));
  return {
    provider: `${provider}@${version}`,
    accepted: [...texts].map((entry) => JSON.parse(entry) as AcceptedFinding),
  };
}

/** A baseline as the text of a file, an entry a line. */
export function renderBaseline({ provider, accepted }: Baseline): string {
  const lines = accepted.map((entry) => `    ${JSON.stringify(entry)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "provider": ${JSON.stringify(provider)},\n  "accepted": ${list}\n}\n`;
}

/**
 * The report in which what a baseline lists is accepted. What it lists and the run did not find is fixed, and fails the run
 * until it is taken off the list; nothing is said to be fixed of a check that was not run to its end, nor where only some
 * event types were examined (`isPartial`).
 */
export function withBaseline(report: ConformanceReport, baseline: Baseline, isPartial = false): ConformanceReport {
  const checks = report.checks.map((check) => accepting(check, baseline.accepted));
  const fixed = isPartial
    ? []
    : baseline.accepted.filter((entry) => report.checks.some((check) => fixes(check, entry)));
  const holds = checks.every(({ level, status }) => level !== 'MUST' || status !== 'failed');
  return { ...report, checks, passed: holds && fixed.length === 0 && report.ended === undefined, fixed };
}

/** Whether a check has run to its end and judged what an entry is about, and not found it. */
function fixes({ id, status, reason, unjudged, findings }: CheckResult, entry: AcceptedFinding): boolean {
  if (entry.check !== id || status === 'skipped' || reason !== undefined) return false;
  if (entry.fixture !== undefined && unjudged.includes(entry.fixture)) return false;
  return !findings.some((finding) => lists(entry, id, finding));
}

function accepting(check: CheckResult, accepted: readonly AcceptedFinding[]): CheckResult {
  if (check.status !== 'failed') return check;
  const findings = check.findings.map((finding) => {
    const entries = accepted.filter((entry) => lists(entry, check.id, finding));
    const isAccepted = fixturesOf(finding).every((name) =>
      entries.some(({ fixture }) => fixture === undefined || fixture === name),
    );
    return isAccepted ? { ...finding, accepted: true } : finding;
  });
  const isAccepted = check.reason === undefined && findings.every(({ accepted }) => accepted === true);
  return { ...check, findings, status: isAccepted ? 'accepted' : 'failed' };
}

/** Whether an entry is about a finding, or about one of the fixtures that show it. */
function lists(entry: AcceptedFinding, id: string, finding: Finding): boolean {
  if (entry.check !== id || entry.delivery !== finding.delivery) return false;
  return entry.fixture === undefined || fixturesOf(finding).includes(entry.fixture);
}

function fixturesOf({ fixture, others }: Finding): readonly string[] {
  return [fixture, ...others];
}
