export { coupon, type AmountCoupon, type PercentageCoupon } from './objects/coupon.ts';
export { order, type Order } from './objects/order.ts';
export { payment, type Payment } from './objects/payment.ts';
export { promotionCode, type PromotionCode } from './objects/promotion-code.ts';
export { refund, type Refund } from './objects/refund.ts';
export type { Address, ShippingInfo } from './objects/shipping-info.ts';
export { token, type Token } from './objects/token.ts';
export { merchantUser, payout, type Undocumented } from './objects/undocumented.ts';
