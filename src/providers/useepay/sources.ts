/** Where what is said of UseePay was read: stored copies of pages, most only in part; the SDK at the commit named. */
export const sources = {
  payloads2026: 'https://docs-v2.useepay.com/8649730m0, read 2026-11-22',
  guide2026: 'https://docs-v2.useepay.com/8825076m0, read 2026-11-22',
  events2026: 'https://docs-v2.useepay.com/8650029m0, read 2026-11-22',
  disputes: 'https://docs-v2.useepay.com/8649122m0, read 2026-11-22',
  webhookEvents: 'https://docs-v2.useepay.com/8106855m0, read 2026-11-22',
  signature: 'https://docs-v2.useepay.com/7598891m0, read 2026-11-22',
  events2025: 'https://docs-v2.useepay.com/6516730m0, read 2026-11-22',
  lastPaymentError: 'https://docs-v2.useepay.com/7536208m0, read 2026-11-22',
  checkoutGuide: 'https://docs-v2.useepay.com/8036907m0, read 2026-11-22',
  checkoutApi: 'https://docs-v2.useepay.com/405702890e0, read 2026-11-22',
  subscriptionApi: 'https://docs-v2.useepay.com/225901792e0, read 2026-11-22',
  invoiceApi: 'https://docs-v2.useepay.com/225901782e0, read 2026-11-22',
  refundApi: 'https://docs-v2.useepay.com/225901800e0, read 2026-11-22',
  sdkPhp: 'https://github.com/useepay2020/useepay-php at 3a85216, read 2026-11-22',
  merchant: "an independent merchant's public TypeScript integration, read 2026-11-22",
} as const;
