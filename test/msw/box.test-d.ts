import { expectTypeOf, test } from 'vitest';
import type { ActionOf } from '../../src/define/index.ts';
import { createBox, type Box } from '../../src/msw/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import type { latest as useepay } from '../../src/providers/useepay/index.ts';

test('a box has a function for each action of its provider, and no other', () => {
  type Smartpay = 'approve' | 'authorize' | 'cancel' | 'complete' | 'decline' | 'delete' | 'disable' | 'enable';
  expectTypeOf<ActionOf<typeof smartpay>>().toEqualTypeOf<Smartpay | 'exhaust' | 'expire' | 'reject' | 'use'>();
  expectTypeOf<Box<typeof smartpay>>().toHaveProperty('authorize');
  expectTypeOf<Box<typeof smartpay>>().not.toHaveProperty('capture');
  expectTypeOf<Box<typeof useepay>>().toHaveProperty('capture');
});

test('a box triggers the events of its provider, and no other', () => {
  const box = createBox(smartpay);
  box.trigger('order.rejected', { variant: 'soft-decline' });
  // @ts-expect-error no such event
  box.trigger('order.capture');
});
