/** Where what is said of Smartpay was read. The pages were read as stored copies, the repositories at the commit named. */
export const sources = {
  eventObject: 'https://en.docs.smartpay.co/reference/the-event-object, read 2026-11-22',
  webhooksOverview: 'https://en.docs.smartpay.co/reference/webhooks-overview, read 2026-11-22',
  receiveWebhooks: 'https://en.docs.smartpay.co/reference/receive-webhooks, read 2026-11-22',
  webhookEndpoint: 'https://en.docs.smartpay.co/reference/the-webhook-endpoint-object, read 2026-11-22',
  order: 'https://en.docs.smartpay.co/reference/the-order-object, read 2026-11-22',
  payment: 'https://en.docs.smartpay.co/reference/the-payment-object, read 2026-11-22',
  refund: 'https://en.docs.smartpay.co/reference/the-refund-object, read 2026-11-22',
  token: 'https://en.docs.smartpay.co/reference/the-token-object, read 2026-11-22',
  coupon: 'https://en.docs.smartpay.co/reference/coupons, read 2026-11-22',
  promotionCode: 'https://en.docs.smartpay.co/reference/the-promotion-code-object, read 2026-11-22',
  captureAnOrder: 'https://en.docs.smartpay.co/docs/capture-an-order, read 2026-11-22',
  sdkNode: 'https://github.com/smartpay-co/sdk-node at cf591c2 (v0.9.1), read 2026-11-22',
  sdkGo: 'https://github.com/smartpay-co/sdk-go at a844a02 (v0.3.0), read 2026-11-22',
  integrationExamples: 'https://github.com/smartpay-co/integration-examples at 6820307, read 2026-11-22',
  ecCube: 'https://github.com/smartpay-co/smartpay-ec-cube42 at 360d616, read 2026-11-22',
  magento: 'https://github.com/smartpay-co/smartpay-magento2 at 8a9c415, read 2026-11-22',
} as const;
