import { describe, expect, test } from 'vitest';
import { renderReport, type CheckResult } from '../../../src/conformance/index.ts';
import { check, failed, finding, hostileReport, report } from './sample.ts';

/** The lines that come of one check. */
const linesOf = (over: Partial<CheckResult>) =>
  renderReport(report([check(over)]))
    .split('\n')
    .slice(3, -3);

describe('renderReport()', () => {
  test('is one line for each check that passes, and one for the whole', () => {
    expect(renderReport(report([check({}), check({ id: 'other', level: 'SHOULD', title: 'Is kind' })]))).toBe(
      `acme@2024-06-01

What is answered
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
    const failing = check({ status: 'failed', findings: Array.from({ length: 5 }, () => finding()) });
    const text = renderReport(report([failing], { passed: false }), { color: false, findings: 2 });
    expect(text.match(/method PUT/g)).toHaveLength(2);
    expect(text).toContain('\n        and 3 more; --json lists them all\n');
    expect(text).toContain('0 passed, 1 failed, 0 skipped: a MUST is broken');
  });

  test('says why a check was skipped, and never that it passed', () => {
    const unjudged = ['charge.created'];
    const lines = linesOf({ status: 'skipped', reason: 'there is nothing to see', deliveries: 0, unjudged });
    expect(lines).toEqual(['  skip  answers-only-post: there is nothing to see']);
  });

  test('says once why several checks were skipped', () => {
    const skipped = ['a', 'b', 'c'].map((id) => check({ id, status: 'skipped', reason: 'it needs a probe' }));
    expect(renderReport(report(skipped))).toContain('\n  skip  a, b, c: it needs a probe\n');
  });

  test('shows the differences of payload and effects, and a timeline that the eye can follow', () => {
    const shown = finding({
      payload: [{ path: 'amount', from: 100, to: 101 }],
      effects: [{ path: '', to: { paid: true } }],
    });
    const several = finding({
      payload: [{ path: 'type', from: 'charge.created', to: 'charge.settled' }],
      timeline: [
        { at: 0, delivery: 'charge.created of ch_1', answer: 'status 200' },
        { at: 90_000, delivery: 'charge.settled of ch_1', answer: 'status 500' },
      ],
    });
    expect(linesOf(failed({}, shown)).slice(4, -1)).toEqual([
      '          payload   amount: 100 -> 101',
      '          effects   the whole: nothing -> {"paid":true}',
    ]);
    // The last delivery is of another event than the fixture: what differs between them says nothing.
    expect(linesOf(failed({}, several)).slice(4, -1)).toEqual([
      '          timeline     +0 ms  charge.created of ch_1  status 200',
      '                    +1.5 min  charge.settled of ch_1  status 500',
    ]);
  });

  test('says what is accepted, what is fixed but listed, and that the run ended early', () => {
    const accepted = failed({ status: 'accepted' }, finding({ accepted: true }));
    const text = renderReport(
      report([accepted, failed({ id: 'b', reason: 'the receiver is gone' })], {
        passed: false,
        ended: 'the receiver is gone',
        fixed: [{ check: 'c', delivery: 'twice', fixture: 'charge.created' }],
      }),
    );
    expect(text).toContain('\n  held  MUST    answers-only-post: ');
    expect(text).toContain('method PUT: charge.created [accepted]\n');
    expect(text).toContain('        broken off: the receiver is gone\n');
    expect(text).toContain('\nFAIL  the baseline lists what is fixed; take it off: c: twice: charge.created\n');
    expect(text).toContain(
      '\nFAIL  the receiver is gone\n0 passed, 1 failed, 1 accepted, 0 skipped: the run ended early',
    );
  });

  test('lets nothing through that a terminal obeys', () => {
    // oxlint-disable-next-line no-control-regex -- controls are what is looked for
    expect(renderReport(hostileReport)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
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
