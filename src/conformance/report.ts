import type { Group, Level } from './check.ts';
import type { Finding } from './finding.ts';

/** What came of one check. */
export interface CheckResult {
  readonly id: string;
  readonly group: Group;
  readonly level: Level;
  readonly title: string;
  readonly source: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped. */
  readonly reason?: string;
  readonly deliveries: number;
  /** How long it took. */
  readonly milliseconds: number;
  readonly findings: readonly Finding[];
  /** Fixtures that the check could not judge, since the receiver does not acknowledge their plain delivery. */
  readonly unjudged: readonly string[];
}

/** What came of a run. */
export interface ConformanceReport {
  readonly provider: string;
  readonly version: string;
  /** Where deliveries went. */
  readonly url: string;
  readonly seed: string;
  /** Whether every MUST check that applies holds. */
  readonly passed: boolean;
  readonly checks: readonly CheckResult[];
}
