import { nameOf, type Provider } from '../define/index.ts';
import { HookproofError } from '../errors.ts';
import type { Receiver } from './answer.ts';
import { levelOf } from './check.ts';
import { reasonToSkip } from './needs.ts';
import type { CheckResult } from './report.ts';
import { renderResult } from './reporters/terminal.ts';
import { openSession, runCheck, type ConformanceOptions } from './run.ts';
import { selectChecks, type Selection } from './select.ts';
import type { Session } from './session.ts';

/** A receiver, and how it is examined. */
export interface Subject extends Omit<ConformanceOptions, keyof Selection | 'bail' | 'onProgress'> {
  /** A function from `Request` to `Response`, or the URL that the receiver listens at. */
  readonly receiver: Receiver | string | URL;
  /** Called after the last check, where the runner has an `after`. */
  readonly close?: () => unknown;
}

/** A subject, or a function that starts one before the first check. */
export type Subjects = Subject | (() => Subject | Promise<Subject>);

/** The functions of a test runner: those of vitest, jest, node:test, mocha and bun will do. */
export interface Runner {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: ((name: string, body: () => Promise<void>, timeout?: number) => unknown) & {
    readonly skip?: (name: string, body: () => Promise<void>) => unknown;
  };
  /** `after` or `afterAll`; without it nothing closes the subject. */
  readonly after?: (body: () => Promise<void>) => unknown;
}

/** Milliseconds that one check may take, where the runner takes a number for it. */
const patience = 120_000;

/**
 * Registers one test for each check, so that a runner's filters, shards and reporters work on them. A check that cannot run
 * is a skipped test that says why. Where that shows only once the test has begun (the subject is a function, or the receiver
 * never does what the check is about), a runner without a way to skip it then sees it fail: jest and bun.
 *
 * Throws `UNKNOWN_NAME` for a check that is none.
 *
 * @example
 * import { describe, it } from 'node:test';
 * import { describeReceiver, generateKeys, verify } from 'hookproof';
 * import { latest as smartpay } from 'hookproof/smartpay';
 * const keys = await generateKeys(smartpay);
 * const receiver = async (request) => {
 *   const { valid } = await verify(smartpay, request, keys.verifying);
 *   return new Response(null, { status: valid ? 200 : 401 });
 * };
 * describeReceiver(smartpay, { receiver, secret: keys.signing }, { describe, it }, { only: ['refuses-wrong-key'] });
 */
export function describeReceiver(
  provider: Provider,
  subject: Subjects,
  { describe, it, after }: Runner,
  selection: Selection = {},
): void {
  let opened: Promise<{ readonly session: Session; readonly close: (() => unknown) | undefined }> | undefined;
  const open = async () => {
    const { receiver, close, ...options } = typeof subject === 'function' ? await subject() : subject;
    return { session: openSession(provider, receiver, { ...options, ...selection }), close };
  };
  const selected = selectChecks(provider, selection);
  const given = typeof subject === 'function' ? undefined : subject;
  describe(`a receiver of ${nameOf(provider)}`, () => {
    for (const check of selected) {
      const name = `${levelOf(check, provider)} ${check.id}: ${check.title}`;
      // A function without parameters: jest takes the first one for a callback.
      async function test(this: unknown, ...passed: unknown[]) {
        const { session } = await (opened ??= open());
        settle(await runCheck(check, session), session.options.seed, passed[0] ?? this);
      }
      const reason = given === undefined ? check.inapplicable?.(provider) : reasonToSkip(check, provider, given);
      if (reason === undefined || it.skip === undefined) it(name, test, patience);
      else it.skip(`${name} (skipped: ${reason})`, test);
    }
    after?.(async () => {
      await (opened === undefined ? given : await opened)?.close?.();
    });
  });
}

/** Ends a test as its check has ended. */
function settle(result: CheckResult, seed: string, context: unknown): void {
  if (result.status === 'passed') return;
  if (result.status === 'failed') throw new HookproofError('CHECK_FAILED', `${renderResult(result)}\n  seed ${seed}`);
  const skip = (context as { readonly skip?: unknown } | undefined)?.skip;
  if (typeof skip === 'function') skip.call(context, result.reason);
  else throw new HookproofError('CHECK_SKIPPED', `Cannot judge ${result.id}: ${result.reason}`);
}
