import { groups, type Group } from '../check.ts';
import type { Difference } from '../effects.ts';
import type { Finding, TimelineEntry } from '../finding.ts';
import type { CheckResult, ConformanceReport } from '../report.ts';

/** What came of a run, in a few words. */
export function outcomeOf({ passed, ended, fixed = [], checks }: ConformanceReport): string {
  if (ended !== undefined) return 'the run ended early';
  const isBroken = checks.some(({ level, status }) => level === 'MUST' && status === 'failed');
  if (isBroken) return 'a MUST is broken';
  if (fixed.length > 0) return 'every MUST holds, and the baseline lists what is fixed';
  return passed ? 'every MUST holds' : 'the run has failed';
}

/** `9 passed, 1 failed, 1 skipped`, and how many are accepted where some are. */
export function countsOf({ checks }: ConformanceReport): string {
  const count = (status: CheckResult['status']) => checks.filter((check) => check.status === status).length;
  const accepted = count('accepted');
  return `${count('passed')} passed, ${count('failed')} failed, ${accepted > 0 ? `${accepted} accepted, ` : ''}${count('skipped')} skipped`;
}

/** How many deliveries a run has made. */
export function deliveriesOf({ checks }: ConformanceReport): number {
  return checks.reduce((sum, check) => sum + check.deliveries, 0);
}

/** The results of each group that has any, in the order of `groups`, under the group's title. */
export function groupsOf({ checks }: ConformanceReport): (readonly [title: string, checks: readonly CheckResult[]])[] {
  return (Object.keys(groups) as Group[]).flatMap((group) => {
    const inGroup = checks.filter((check) => check.group === group);
    return inGroup.length === 0 ? [] : [[groups[group], inGroup] as const];
  });
}

/** The ids of checks that were skipped, by the reason they share. */
export function skipsOf(checks: readonly CheckResult[]): Map<string, string[]> {
  const skips = new Map<string, string[]>();
  for (const { id, status, reason = '' } of checks)
    if (status === 'skipped') skips.set(reason, [...(skips.get(reason) ?? []), id]);
  return skips;
}

/** `token.approved (inferred), and the same with coupon.created, coupon.updated and 17 more`. */
export function fixturesText({ fixture, confidence, others }: Finding): string {
  const doubt = confidence === 'documented' ? '' : ` (${confidence})`;
  return `${fixture}${doubt}${others.length > 0 ? `, and the same with ${listed(others)}` : ''}`;
}

/** The first few of a list of names, and how many more there are. */
export function listed(names: readonly string[], most = 3): string {
  const more = names.length - most;
  return names.slice(0, most).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** When a delivery of a timeline was made: `+0 ms`, `+1.5 s`, `+10 min`, `+3 h`, `+2 d`. */
export function momentText({ at }: TimelineEntry): string {
  for (const [unit, size] of [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1000],
  ] as const)
    if (Math.abs(at) >= size) return `+${Number((at / size).toFixed(2))} ${unit}`;
  return `+${Math.round(at)} ms`;
}

/** Where the payload differs from the fixture's; nothing where there were several deliveries, of other events perhaps. */
export function payloadOf({ payload, timeline }: Finding): readonly Difference[] {
  return timeline.length > 1 ? [] : payload;
}
