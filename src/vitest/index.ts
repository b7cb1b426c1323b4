/** The conformance suite as tests of vitest. */

import { afterAll, describe, it } from 'vitest';
import { describeReceiver as describeWith, type Selection, type Subjects } from '../conformance/index.ts';
import type { Provider } from '../define/index.ts';

export type { Selection, Subject, Subjects } from '../conformance/index.ts';

/** Registers one vitest test for each check. A subject may be a function that starts it before the first check. */
export function describeReceiver(provider: Provider, subject: Subjects, selection: Selection = {}): void {
  describeWith(provider, subject, { describe, it, after: afterAll }, selection);
}
