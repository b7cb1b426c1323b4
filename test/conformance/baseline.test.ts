import { describe, expect, test } from 'vitest';
import {
  baselineOf,
  parseBaseline,
  renderBaseline,
  withBaseline,
  type AcceptedFinding,
} from '../../src/conformance/index.ts';
import { check, failed, finding, report } from './reporters/sample.ts';

const found = report(
  [
    check({ id: 'good' }),
    failed({ id: 'bad' }, finding({ others: ['charge.settled'] }), finding({ delivery: 'method GET' })),
  ],
  { passed: false },
);
const accept = (...accepted: AcceptedFinding[]) => withBaseline(found, { provider: 'acme@2024-06-01', accepted });
const put = { check: 'bad', delivery: 'method PUT' };
const get = { check: 'bad', delivery: 'method GET' };

describe('withBaseline()', () => {
  test('passes a run of which everything that was found is accepted', () => {
    const { passed, checks, fixed } = accept(put, get);
    expect({ passed, fixed }).toEqual({ passed: true, fixed: [] });
    expect(checks.map(({ status }) => status)).toEqual(['passed', 'accepted']);
    expect(checks[1]!.findings.map(({ accepted }) => accepted)).toEqual([true, true]);
  });

  test('fails where one finding of a check is not accepted', () => {
    const { passed, checks } = accept(put);
    expect([passed, checks[1]!.status]).toEqual([false, 'failed']);
    expect(checks[1]!.findings.map(({ accepted }) => accepted)).toEqual([true, undefined]);
  });

  test('accepts by fixture only what every fixture is accepted for', () => {
    expect(accept({ ...put, fixture: 'charge.created' }, get).passed).toBe(false);
    expect(accept({ ...put, fixture: 'charge.created' }, { ...put, fixture: 'charge.settled' }, get).passed).toBe(true);
  });

  test('fails where what is listed is no longer found', () => {
    const fixed = { check: 'good', delivery: 'method PUT' };
    expect(accept(put, get, fixed)).toMatchObject({ passed: false, fixed: [fixed] });
    expect(accept(put, get, { ...put, fixture: 'charge.other' })).toMatchObject({ passed: false });
  });

  test('says nothing of what was not run, not judged, or only in part', () => {
    const accepted = [put, get, { check: 'other', delivery: 'x' }, { check: 'good', delivery: 'x', fixture: 'a' }];
    const baseline = { provider: 'acme@2024-06-01', accepted };
    const unjudged = report([check({ id: 'good', unjudged: ['a'] }), found.checks[1]!]);
    expect(withBaseline(unjudged, baseline)).toMatchObject({ passed: true, fixed: [] });
    expect(withBaseline(found, baseline, true)).toMatchObject({ passed: true, fixed: [] });
    const skipped = report([check({ id: 'good', status: 'skipped' }), found.checks[1]!]);
    expect(withBaseline(skipped, baseline)).toMatchObject({ passed: true, fixed: [] });
  });

  test('passes no run that ended early', () => {
    const ended = { ...found, ended: 'the receiver is gone' };
    expect(withBaseline(ended, { provider: 'acme@2024-06-01', accepted: [put, get] }).passed).toBe(false);
    const broken = report([failed({ reason: 'the receiver is gone' })], { ended: 'the receiver is gone' });
    const accepted = [{ check: 'answers-only-post', delivery: 'method PUT' }];
    expect(withBaseline(broken, { provider: 'acme@2024-06-01', accepted }).checks[0]!.status).toBe('failed');
  });
});

describe('baselineOf()', () => {
  test('accepts everything that was found, and is read back as it was written', () => {
    const baseline = baselineOf(found);
    expect(baseline.accepted).toEqual([
      { ...put, fixture: 'charge.created' },
      { ...put, fixture: 'charge.settled' },
      { ...get, fixture: 'charge.created' },
    ]);
    expect(parseBaseline(renderBaseline(baseline), 'acme@2024-06-01')).toEqual(baseline);
    expect(withBaseline(found, baseline).passed).toBe(true);
  });
});

describe('parseBaseline() refuses', () => {
  test.each([
    ['what is not JSON', '{', /^Cannot read baseline: .*JSON/],
    [
      'an entry without a delivery',
      '{"provider":"acme@2024-06-01","accepted":[{"check":"a"}]}',
      /"accepted.0.delivery": /,
    ],
    [
      'an unknown field',
      '{"provider":"acme@2024-06-01","accepted":[{"check":"a","delivery":"b","ficture":"c"}]}',
      /ficture/,
    ],
    [
      'another provider version',
      '{"provider":"acme@1999","accepted":[]}',
      /it is of acme@1999, and the run is of acme@2024-06-01/,
    ],
  ])('%s', (_, text, message) => {
    expect(() => parseBaseline(text, 'acme@2024-06-01')).toThrow(message);
  });
});
