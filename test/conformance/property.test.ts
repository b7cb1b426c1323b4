import { describe, expect, test } from 'vitest';
import { runConformance } from '../../src/conformance/index.ts';
import { HookproofError } from '../../src/errors.ts';
import { acme } from '../support/acme.ts';
import { correctSubject } from '../zoo/correct.ts';

const secret = 'the-secret-of-acme';

describe('a probe that dies', () => {
  test.each(['converges-in-any-order', 'keeps-objects-apart', 'survives-any-history'])(
    'while histories are played ends %s with BAD_PROBE, and is not taken for a receiver without fault',
    async (id) => {
      const { receiver, probe } = correctSubject(acme, secret);
      let resets = 0;
      const dying = {
        ...probe,
        reset: () => {
          // The first history is played to its end.
          if (++resets > 3) throw new HookproofError('BAD_PROBE', 'Cannot read probe: it is gone');
          return probe.reset!();
        },
      };
      const options = { secret, probe: dying, only: [id], seed: 'dying', runs: 5 };
      await expect(runConformance(acme, receiver, options)).rejects.toMatchObject({ code: 'BAD_PROBE' });
    },
  );
});
