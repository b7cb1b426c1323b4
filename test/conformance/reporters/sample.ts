import type { CheckResult, ConformanceReport, Finding } from '../../../src/conformance/index.ts';

/** A check that has passed, or another result of it. */
export const check = (over: Partial<CheckResult> = {}): CheckResult => ({
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

export const finding = (over: Partial<Finding> = {}): Finding => ({
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

/** A check with one finding. */
export const failed = (over: Partial<CheckResult> = {}, ...findings: Finding[]): CheckResult =>
  check({ status: 'failed', findings: findings.length > 0 ? findings : [finding()], ...over });

export const report = (checks: readonly CheckResult[], over: Partial<ConformanceReport> = {}): ConformanceReport => ({
  provider: 'acme',
  version: '2024-06-01',
  url: 'http://localhost/webhooks',
  seed: 'abc',
  passed: true,
  checks,
  ...over,
});

/** What an attacker would have a reader of reports run, load, close or misread. */
const hostile = `"'><script>alert(1)</script><img src=//evil.example/x onerror=alert(1)>]]>&amp;\u0000\u001b[31m\u202e\ud800`;

/** A report in which everything that comes from a receiver or a payload is hostile. */
export const hostileReport = report(
  [
    failed(
      { unjudged: [hostile], reason: hostile },
      finding({
        fixture: hostile,
        others: [hostile],
        delivery: hostile,
        expected: hostile,
        actual: hostile,
        replay: hostile,
        request: { method: hostile, url: hostile, headers: { [hostile]: hostile }, body: hostile },
        response: { status: 200, contentType: hostile, body: hostile },
        payload: [{ path: hostile, from: hostile, to: { [hostile]: hostile } }],
        effects: [{ path: hostile, to: hostile }],
        timeline: [
          { at: 0, delivery: hostile, answer: hostile },
          { at: 1, delivery: hostile, answer: hostile },
        ],
      }),
    ),
    check({ id: 'skips', status: 'skipped', reason: hostile }),
  ],
  {
    passed: false,
    url: hostile,
    seed: hostile,
    ended: hostile,
    fixed: [{ check: hostile, delivery: hostile, fixture: hostile }],
  },
);
