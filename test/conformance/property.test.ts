import { describe, expect, test } from 'vitest';
import { runConformance } from '../../src/conformance/index.ts';
import { HookproofError } from '../../src/errors.ts';
import { acme } from '../support/acme.ts';
import { correctSubject } from '../zoo/correct.ts';

const secret = 'the-secret-of-acme';

describe('a probe that dies', () => {
  /** A probe whose reset works so many times. */
  function dying(times: number, error: Error) {
    const { receiver, probe } = correctSubject(acme, secret);
    let resets = 0;
    const reset = () => {
      if (++resets > times) throw error;
      return probe.reset!();
    };
    return { receiver, probe: { ...probe, reset } };
  }
  const gone = new HookproofError('BAD_PROBE', 'Cannot read probe: it is gone');

  test.each(['converges-in-any-order', 'keeps-objects-apart', 'survives-any-history'])(
    'while histories are played ends %s, and is not taken for a receiver without fault',
    async (id) => {
      // The first history is played to its end.
      const { receiver, probe } = dying(4, gone);
      const options = { secret, probe, only: [id, 'answers-only-post'], seed: 'dying', runs: 5 };
      const { passed, ended, checks } = await runConformance(acme, receiver, options);
      expect([passed, ended]).toEqual([false, gone.message]);
      const found = Object.fromEntries(checks.map((check) => [check.id, [check.status, check.reason]]));
      expect(found[id]).toEqual(['failed', gone.message]);
    },
  );

  test('keeps what was found before, and skips what comes after', async () => {
    const { receiver, probe } = dying(30, new Error('no database'));
    const { checks, passed } = await runConformance(acme, receiver, { secret, probe, seed: 'dying' });
    const reason = 'Cannot call "reset" of probe: no database';
    expect(passed).toBe(false);
    const broken = checks.findIndex(({ status }) => status === 'failed');
    expect(checks.slice(0, broken).filter(({ status }) => status === 'passed').length).toBeGreaterThan(20);
    expect(checks[broken]!.reason).toBe(reason);
    expect(checks.slice(broken + 1).every((check) => check.status === 'skipped' && check.reason === reason)).toBe(true);
  });

  test('before it has shown anything throws BAD_PROBE', async () => {
    const { receiver, probe } = dying(0, new Error('no database'));
    await expect(runConformance(acme, receiver, { secret, probe })).rejects.toMatchObject({
      code: 'BAD_PROBE',
      message: 'Cannot call "reset" of probe: no database',
    });
  });

  test.each(['advance', 'restart'] as const)('in "%s" ends the run with a report, too', async (name) => {
    const { receiver, probe } = correctSubject(acme, secret);
    const broken = () => Promise.reject(new Error('the clock is stuck'));
    const { ended } = await runConformance(acme, receiver, { secret, probe: { ...probe, [name]: broken }, runs: 5 });
    expect(ended).toBe(`Cannot call "${name}" of probe: the clock is stuck`);
  });

  test('says what it throws, be it no error', async () => {
    const { receiver, probe } = dying(0, 'no database' as never); // JavaScript throws texts, too
    await expect(runConformance(acme, receiver, { secret, probe })).rejects.toMatchObject({
      message: 'Cannot call "reset" of probe: no database',
    });
  });
});
