import type * as fc from 'fast-check';
import { describe, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { eventArbitrary, schemaArbitrary } from '../../src/arbitrary/index.ts';
import type { EventOf } from '../../src/define/index.ts';
import { v2022_02_18 } from '../../src/providers/smartpay/index.ts';
import { v2024_10, v2026_04 } from '../../src/providers/useepay/index.ts';

type ValueOf<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

describe('eventArbitrary()', () => {
  test('draws the events of the type named', () => {
    const authorized = eventArbitrary(v2022_02_18, 'order.authorized');
    type Authorized = ValueOf<typeof authorized>;
    expectTypeOf<Authorized>().toEqualTypeOf<EventOf<typeof v2022_02_18, 'order.authorized'>>();
    expectTypeOf<Authorized['eventData']['data']['status']>().toEqualTypeOf<'succeeded' | 'requires_capture'>();
  });

  test('draws the events of several types, shapes and envelopes', () => {
    const created = eventArbitrary(v2026_04, 'dispute.created');
    expectTypeOf<ValueOf<typeof created>>().toEqualTypeOf<EventOf<typeof v2026_04, 'dispute.created'>>();
    const one = 'token.used' as 'token.used' | 'token.deleted';
    const either = eventArbitrary(v2022_02_18, one);
    expectTypeOf<ValueOf<typeof either>['eventData']['type']>().toEqualTypeOf<'token.used' | 'token.deleted'>();
  });

  test('draws every event of the version where no type is named', () => {
    const all = eventArbitrary(v2024_10);
    expectTypeOf<ValueOf<typeof all>>().toEqualTypeOf<EventOf<typeof v2024_10>>();
  });

  test('refuses a misspelt event type', () => {
    // @ts-expect-error misspelt
    eventArbitrary(v2022_02_18, 'order.authorised');
    // @ts-expect-error of another version
    eventArbitrary(v2024_10, 'dispute.created');
  });
});

describe('schemaArbitrary()', () => {
  test('draws what the schema takes, not what it gives', () => {
    const drawn = schemaArbitrary(
      z.object({ at: z.iso.datetime().transform(Date.parse), note: z.string().default('') }),
    );
    expectTypeOf<ValueOf<typeof drawn>>().toEqualTypeOf<{ at: string; note?: string | undefined }>();
  });
});
