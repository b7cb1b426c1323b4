import { defineApi, documented, fact, unknown } from '../../define/index.ts';
import { checkoutSession, checkoutSessionOperations } from './api/checkout-sessions.ts';
import { customer, customerOperations } from './api/customers.ts';
import { commonErrors, errors } from './api/errors.ts';
import { invoice, invoiceOperations } from './api/invoices.ts';
import { mandate, mandateOperations, paymentMethod, paymentMethodOperations } from './api/mandates.ts';
import { paymentIntent, paymentIntentOperations } from './api/payment-intents.ts';
import { refund, refundOperations } from './api/refunds.ts';
import { subscription, subscriptionOperations } from './api/subscriptions.ts';
import { webhook, webhookOperations } from './api/webhooks.ts';
import { sources } from './sources.ts';

/** UseePay's REST API, beside one version of its webhooks. */
export const api = (version: string) =>
  defineApi({
    origins: fact(['https://openapi.useepay.com', 'https://openapi1.uat.useepay.com'], documented(sources.checkoutApi)),
    prefix: fact('/api/v1', documented(sources.checkoutApi)),
    credentials: fact(
      [
        { header: 'x-merchant-no', pattern: '^[0-9]{11}([0-9]{4}|xxxx)$', example: '500000000013102' },
        { header: 'x-app-id', pattern: '.', example: 'www.A07.com' },
        { header: 'x-api-key', pattern: '^UseePay_SK_', example: 'UseePay_SK_TEST_7mHqZc2LxWvR9tKd' },
      ],
      documented(
        sources.checkoutApi,
        'the three headers; the form of the merchant is that of the payloads, that of the key is in the PHP SDK',
      ),
    ),
    idempotency: unknown(sources.checkoutApi, 'no header is documented'),
    paging: fact(
      {
        kind: 'number',
        size: { parameter: 'page_size', usual: 10 },
        page: { parameter: 'page_num' },
        since: { parameter: 'from_created_at', field: 'create_at' },
        body: { items: '{items}', has_more: '{more}' },
      },
      documented(
        sources.mandateApi,
        'parameters and envelope; the notation of the time, the usual size, and that the newest come first, are inferred. The PHP SDK expects another envelope',
      ),
    ),
    expansion: unknown(sources.checkoutApi, 'no such parameter is documented'),
    errorBody: fact({ code: '{code}', message: '{message}', source: '{source}' }, documented(sources.errors)),
    errors,
    commonErrors,
    resources: {
      paymentIntent,
      refund,
      subscription,
      invoice,
      checkoutSession,
      webhook,
      customer,
      mandate,
      paymentMethod,
    },
    operations: [
      ...paymentIntentOperations,
      ...refundOperations,
      ...subscriptionOperations,
      ...invoiceOperations,
      ...checkoutSessionOperations,
      ...webhookOperations(version),
      ...customerOperations,
      ...mandateOperations,
      ...paymentMethodOperations,
    ],
    endpoints: {
      resource: 'webhook',
      url: 'url',
      subscriptions: 'events',
      active: { field: 'status', value: 'enabled' },
      parameters: { merchant: 'merchant_no', app: 'app_id' },
    },
  });
