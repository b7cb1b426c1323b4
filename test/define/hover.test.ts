import { beforeAll, describe, expect, test } from 'vitest';
import { hover } from './language-server.ts';

const text = `
import type { EventOf } from '../../src/index.ts';
import { v2022_02_18 } from '../../src/providers/smartpay/index.ts';
import { v2026_04 } from '../../src/providers/useepay/index.ts';
export declare const order: EventOf<typeof v2022_02_18, 'order.authorized'>;
export declare const coupon: EventOf<typeof v2022_02_18, 'coupon.created'>;
export declare const payment: EventOf<typeof v2026_04, 'payment_intent.succeeded'>;
export declare const any: EventOf<typeof v2022_02_18>;
`;

describe('EventOf in an editor', () => {
  const shown = { order: '', coupon: '', payment: '', any: '' };

  beforeAll(async () => {
    const [order, coupon, payment, any] = await hover(text, ['order:', 'coupon:', 'payment:', 'any:']);
    Object.assign(shown, { order, coupon, payment, any });
  });

  test("names the provider's own event and its type", () => {
    expect(shown.order).toContain('SmartpayEvent<"order.authorized", Narrowed<Order, {');
    expect(shown.coupon).toMatch(/^const coupon: SmartpayEvent<"coupon\.created", /);
    expect(shown.payment).toMatch(/^const payment: UseepayEvent<"payment_intent\.succeeded", /);
    expect(shown.any).toContain('SmartpayEvent<"coupon.created", ');
  });

  test('is shorter than 600 characters', () => {
    expect(Object.values(shown).filter(({ length }) => length >= 600)).toEqual([]);
  });
});
