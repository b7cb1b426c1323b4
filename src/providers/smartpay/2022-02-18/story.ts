import type { Story } from '../../../define/index.ts';
import type { Events } from './events.ts';

const neverAuthorized = { expiresAt: undefined, payments: undefined, discounts: undefined, discountAmount: undefined };
const secondOrder = {
  ...neverAuthorized,
  id: 'order_test_R4SyFUJjqEDRvjFuZH5k3k',
  amount: 12800,
  createdAt: Date.parse('2026-03-03T09:13:36.871Z'),
  lineItems: ['li_test_HBFO7JjegtB9jueT3UDgFb'],
  reference: 'shop-order-1043',
};
const thirdOrder = {
  ...neverAuthorized,
  id: 'order_test_Cpmk5FSgj99NfQ812B4DIW',
  amount: 2400,
  createdAt: Date.parse('2026-03-03T11:40:02.016Z'),
  expiresAt: Date.parse('2026-03-10T11:40:31.440Z'),
  lineItems: ['li_test_9QIehKeYmXRD07RcY6XK2M'],
  reference: 'shop-order-1044',
};
const secondToken = {
  id: 'paytok_test_LtfFBK9iy9YncDgLOibabX',
  createdAt: Date.parse('2026-03-02T03:21:09.777Z'),
  reference: 'customer-319',
};

/** A shopper orders with a promotion code, pays with a token and sends half of it back; two other orders come to nothing. */
// prettier-ignore
export const story: Story<Events> = {
  'merchant_user.created':        { at: '2026-03-01T00:12:09.310Z' },
  'merchant_user.password_reset': { at: '2026-03-01T00:31:47.022Z' },
  'coupon.created':               { at: '2026-03-01T02:00:00.531Z' },
  'promotion_code.created':       { at: '2026-03-01T02:06:18.090Z' },
  'token.created':                { at: '2026-03-02T01:00:00.207Z' },
  'token.approved':               { at: '2026-03-02T01:00:44.650Z' },
  'token.used':                   { at: '2026-03-02T01:02:03.350Z' },
  'payment.created':              { at: '2026-03-02T01:02:41.733Z' },
  'order.authorized':             { at: '2026-03-02T01:02:41.904Z', inAlternative: { 'manual-capture': { payments: undefined } } },
  'coupon.updated':               { at: '2026-03-02T01:02:42.115Z', set: { redemptionCount: 1 } },
  'promotion_code.updated':       { at: '2026-03-02T01:02:42.120Z', set: { redemptionCount: 1 } },
  'token.rejected':               { at: '2026-03-02T03:22:50.018Z', set: secondToken },
  'order.rejected':               { at: '2026-03-03T09:14:22.642Z', set: secondOrder },
  'refund.created':               { at: '2026-03-05T06:20:11.402Z' },
  'token.disabled':               { at: '2026-03-06T08:00:30.300Z' },
  'token.enabled':                { at: '2026-03-07T08:00:31.411Z' },
  'order.canceled':               { at: '2026-03-10T11:40:31.502Z', set: thirdOrder },
  'token.deleted':                { at: '2026-03-12T10:10:10.101Z' },
  'payout.generated':             { at: '2026-03-31T15:00:07.000Z' },
  'payout.paid':                  { at: '2026-04-05T00:00:12.000Z' },
};
