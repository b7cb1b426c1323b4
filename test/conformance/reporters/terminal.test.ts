import { describe, expect, test } from 'vitest';
import {
  renderReport,
  type CheckResult,
  type ConformanceReport,
  type Finding,
} from '../../../src/conformance/index.ts';

const check = (over: Partial<CheckResult>): CheckResult => ({
  id: 'answers-only-post',
  group: 'answers',
  level: 'MUST',
  title: 'Refuses every method but POST',
  source: 'https://example.com/acme',
  status: 'passed',
  deliveries: 4,
  milliseconds: 12,
  findings: [],
  unjudged: [],
  ...over,
});

const finding = (over: Partial<Finding> = {}): Finding => ({
  fixture: 'charge.created',
  confidence: 'documented',
  others: [],
  delivery: 'method PUT',
  expected: 'a 4xx status',
  actual: 'status 200',
  replay: "curl -i -X PUT 'http://localhost/webhooks'",
  request: { method: 'PUT', url: 'http://localhost/webhooks', headers: {}, body: '{}' },
  payload: [],
  effects: [],
  timeline: [],
  ...over,
});

const report = (checks: readonly CheckResult[], passed = true): ConformanceReport => ({
  provider: 'acme',
  version: '2024-06-01',
  url: 'http://localhost/webhooks',
  seed: 'abc',
  passed,
  checks,
});

/** The lines that come of one check. */
const linesOf = (over: Partial<CheckResult>) =>
  renderReport(report([check(over)]))
    .split('\n')
    .slice(1, -2);

describe('renderReport()', () => {
  test('is one line for each check that passes, and one for the whole', () => {
    expect(renderReport(report([check({}), check({ id: 'other', level: 'SHOULD', title: 'Is kind' })]))).toBe(
      `acme@2024-06-01
  ok    MUST    answers-only-post: Refuses every method but POST
  ok    SHOULD  other: Is kind
2 passed, 0 failed, 0 skipped: every MUST holds (8 deliveries, seed abc)
`,
    );
  });

  test('writes a finding with what is needed to see it again', () => {
    expect(linesOf({ status: 'failed', findings: [finding()] })).toEqual([
      '  FAIL  MUST    answers-only-post: Refuses every method but POST',
      '        method PUT: charge.created',
      '          expected  a 4xx status',
      '          actual    status 200',
      "          replay    curl -i -X PUT 'http://localhost/webhooks'",
    ]);
  });

  test('says how unsure a fixture is, and where else the same was found', () => {
    const others = ['a.b', 'c.d', 'e.f', 'g.h', 'i.j'];
    const [, line] = linesOf({ status: 'failed', findings: [finding({ confidence: 'inferred', others })] });
    expect(line).toBe('        method PUT: charge.created (inferred), and the same with a.b, c.d, e.f and 2 more');
  });

  test('writes as many findings as it is told, and counts the others', () => {
    const failed = check({ status: 'failed', findings: Array.from({ length: 5 }, () => finding()) });
    const text = renderReport(report([failed], false), { color: false, findings: 2 });
    expect(text.match(/method PUT/g)).toHaveLength(2);
    expect(text).toContain('\n        and 3 more; --json lists them all\n');
    expect(text).toContain('0 passed, 1 failed, 0 skipped: a MUST is broken');
  });

  test('says why a check was skipped, and never that it passed', () => {
    const unjudged = ['charge.created'];
    const lines = linesOf({ status: 'skipped', reason: 'there is nothing to see', deliveries: 0, unjudged });
    expect(lines).toEqual(['  skip  MUST    answers-only-post: there is nothing to see']);
  });

  test('says which fixtures a check could not judge', () => {
    const unjudged = ['a.b', 'c.d', 'e.f', 'g.h'];
    expect(linesOf({ unjudged })[1]).toBe(
      '        not judged, since the plain delivery is not acknowledged: a.b, c.d, e.f and 1 more',
    );
  });

  test('colours the marks alone, and only when it is told', () => {
    const checks = (['passed', 'failed', 'skipped'] as const).map((status) => check({ status }));
    const colored = renderReport(report(checks), { color: true, findings: 3 });
    // oxlint-disable-next-line no-control-regex -- the escape is what is looked for
    const escapes = /\u001b\[\d+m/g;
    expect(colored.match(escapes)).toEqual([32, 0, 31, 0, 33, 0].map((code) => `\u001b[${code}m`));
    expect(colored.replaceAll(escapes, '')).toBe(renderReport(report(checks)));
  });
});
