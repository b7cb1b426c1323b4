import type { Group, Level } from './check.ts';
import type { AcceptedFinding } from './baseline.ts';
import type { Finding } from './finding.ts';

/** What came of one check. */
export interface CheckResult {
  readonly id: string;
  readonly group: Group;
  readonly level: Level;
  readonly title: string;
  readonly source: string;
  /** `accepted` where a baseline lists everything that was found. */
  readonly status: 'passed' | 'failed' | 'accepted' | 'skipped';
  /** Why it was skipped, or broken off. */
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
  /** Whether every MUST check that applies holds, the run came to its end, and no baseline lists what is fixed. */
  readonly passed: boolean;
  /** Why the run ended before it was over: the receiver is gone, or the probe. */
  readonly ended?: string;
  /** What a baseline lists that is no longer found. */
  readonly fixed?: readonly AcceptedFinding[];
  readonly checks: readonly CheckResult[];
}
