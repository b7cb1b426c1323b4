import type * as fc from 'fast-check';
import type * as z from 'zod';
import { branchesOf, type Branch } from '../src/arbitrary/event.ts';
import { invalidEventArbitrary, type InvalidEvent } from '../src/arbitrary/index.ts';
import { eventSchema, isValidEvent, nameOf, type Provider } from '../src/define/index.ts';
import { fixture } from '../src/fixture/index.ts';
import { latest as smartpay } from '../src/providers/smartpay/index.ts';
import { v2024_10 as useepay } from '../src/providers/useepay/index.ts';
import * as builtIns from './peers/built-ins.ts';
import * as literals from './peers/literals.ts';
import * as zod3 from './zod-3/schemas.ts';

/** What is written for one event by hand. */
interface Handwork {
  readonly typical: object;
  readonly maximal: object;
  readonly faults: fc.Arbitrary<InvalidEvent>;
  readonly builtIns: (object: builtIns.ObjectOf) => fc.Arbitrary<object>;
  readonly literal: () => object;
  readonly zod3: () => ReturnType<typeof zod3.smartpayOrderAuthorized>;
}

/** One event in one form, and what the contenders make it from. */
export interface Contest extends Handwork {
  readonly title: string;
  readonly provider: Provider;
  readonly arbitrary: Branch['arbitrary'];
  readonly schema: z.ZodType<object>;
  readonly isValid: (event: unknown) => boolean;
}

/** An event of ordinary size and a large one. */
export const contests: readonly Contest[] = [
  contest(smartpay, 'order.authorized', 'only', {
    typical: fixture(smartpay, 'order.authorized'),
    maximal: fixture(smartpay, 'order.authorized', { variant: 'maximal' }),
    faults: invalidEventArbitrary(smartpay, 'order.authorized'),
    builtIns: builtIns.smartpayOrderAuthorized,
    literal: literals.smartpayOrderAuthorized,
    zod3: zod3.smartpayOrderAuthorized,
  }),
  contest(useepay, 'payment_intent.succeeded', 'create-at', {
    typical: fixture(useepay, 'payment_intent.succeeded'),
    maximal: fixture(useepay, 'payment_intent.succeeded', { variant: 'maximal' }),
    faults: invalidEventArbitrary(useepay, 'payment_intent.succeeded'),
    builtIns: builtIns.useepayPaymentSucceeded,
    literal: literals.useepayPaymentSucceeded,
    zod3: zod3.useepayPaymentSucceeded,
  }),
];

function contest(provider: Provider, type: string, shape: string, handwork: Handwork): Contest {
  const { arbitrary, form } = branchesOf(provider, type).find((branch) => branch.form.shape.name === shape)!;
  return {
    ...handwork,
    title: `${nameOf(provider)}, ${type}`,
    provider,
    arbitrary,
    schema: eventSchema(provider, type, form),
    isValid: (event) => isValidEvent(provider, type, event, form),
  };
}

/** How many values an event holds, at every level. */
export function countFields(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, inner) => sum + countFields(inner), 0);
}
