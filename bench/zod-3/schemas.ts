import * as z from 'zod';

const positive = z.number().int().positive();

/** Smartpay's `order.authorized` in zod 3. Ids have their beginning only: zod-fast-check draws no patterns. */
export function smartpayOrderAuthorized(): z.ZodType {
  const id = (prefix: string) => z.string().startsWith(`${prefix}_test_`);
  const moment = z.number().int().min(1_000_000_000_000).max(9_999_999_999_999);
  const amount = z.number().int().nonnegative();
  const currency = z.enum(['JPY']);
  const address = z.strictObject({
    line1: z.string(),
    line2: z.string().optional(),
    line3: z.string().optional(),
    line4: z.string().optional(),
    line5: z.string().optional(),
    subLocality: z.string().optional(),
    locality: z.string().max(80),
    administrativeArea: z.string().optional(),
    postalCode: z.string(),
    country: z.enum(['JP']),
  });
  const order = z.strictObject({
    id: id('order'),
    object: z.literal('order'),
    amount,
    createdAt: moment,
    currency,
    description: z.string().optional(),
    discountAmount: amount.optional(),
    discounts: z.array(id('discount')).optional(),
    expiresAt: moment.optional(),
    lineItems: z.array(id('li')),
    metadata: z.record(z.string().min(1).max(40), z.string().max(200)),
    payments: z.array(id('payment')).optional(),
    reference: z.string().optional(),
    shippingInfo: z.strictObject({
      address,
      addressType: z.enum(['home', 'gift', 'locker', 'office', 'store']).optional(),
      carrierName: z.string().optional(),
      reference: z.string().optional(),
      feeAmount: amount.optional(),
      feeCurrency: currency.optional(),
    }),
    status: z.enum(['succeeded', 'requires_capture']),
    test: z.boolean(),
    tokenId: id('paytok').optional(),
    updatedAt: moment,
  });
  return z.strictObject({
    id: id('evt'),
    object: z.literal('event'),
    createdAt: moment,
    test: z.boolean(),
    eventData: z.strictObject({ type: z.literal('order.authorized'), version: z.literal('2022-02-18'), data: order }),
  });
}

/** UseePay's `payment_intent.succeeded` of 2024-10 in the shape `create-at`, in zod 3. Ids have their beginning only. */
export function useepayPaymentSucceeded(): z.ZodType {
  const id = (prefix: string) => z.string().startsWith(`${prefix}_`);
  const amount = z.number().nonnegative();
  const merchantNo = z.string().length(15);
  const time = z.string().datetime({ precision: 0 });
  const metadata = z.record(z.string(), z.union([z.string(), z.number()]));
  const address = z.strictObject({
    country: z.string().length(2).optional(),
    city: z.string(),
    postcode: z.string(),
    state: z.string(),
    line1: z.string(),
    line2: z.string().optional(),
  });
  const customer = z.strictObject({
    id: id('cus'),
    address: address.optional(),
    description: z.string().optional(),
    name: z.string().optional(),
    email: z.string().email().optional(),
    phone: z.string().optional(),
    metadata: metadata.optional(),
    shipping: z.strictObject({ address, name: z.string().optional(), phone: z.string().optional() }).optional(),
    merchant_no: merchantNo,
    app_id: z.string().min(1),
    create_at: time,
    modify_at: time,
    first_name: z.string().optional(),
    last_name: z.string().optional(),
    merchant_customer_id: z.string().optional(),
  });
  const product = z.strictObject({
    name: z.string(),
    code: z.string().optional(),
    desc: z.string().optional(),
    quantity: positive,
    sku: z.string().optional(),
    type: z.string().optional(),
    url: z.string().url().optional(),
    effective_end_at: time.optional(),
    effective_start_at: time.optional(),
  });
  const order = z.strictObject({
    category: z.string().optional(),
    products: z.array(product).optional(),
    shipping: z
      .strictObject({
        address,
        first_name: z.string().optional(),
        last_name: z.string().optional(),
        shipping_method: z.string().optional(),
      })
      .optional(),
  });
  const deviceData = z.strictObject({
    browser: z
      .strictObject({ java_enabled: z.boolean(), javascript_enabled: z.boolean(), user_agent: z.string() })
      .optional(),
    language: z.string().optional(),
    location: z.strictObject({ lat: z.string(), lon: z.string() }).optional(),
    mobile: z.strictObject({ device_model: z.string(), os_type: z.string(), os_version: z.string() }).optional(),
    timezone: z.string().optional(),
    accept_header: z.string().optional(),
    device_id: z.string().optional(),
    ip_address: z.string().optional(),
    screen_color_depth: positive.optional(),
    screen_height: positive.optional(),
    screen_width: positive.optional(),
  });
  const nextAction = z.strictObject({
    type: z.literal('redirect'),
    redirect: z.strictObject({
      method: z.literal('GET'),
      url: z.string().url(),
      content_type: z.string().optional(),
    }),
  });
  const lastPaymentError = z.strictObject({
    code: z
      .enum([
        'system_error',
        'payment_intent_authentication_failed',
        'authentication_failed',
        'card_declined',
        'payment_method_not_available',
        'reenter_transaction',
        'processing_error',
        'fraudulent',
        'quota_exceeded',
        'provider_session_expired',
        'invalid_account',
      ])
      .optional(),
    decline_code: z.string().optional(),
    message: z.string().optional(),
  });
  const payment = z.strictObject({
    id: z.string().min(17).max(19),
    amount,
    captured_amount: amount.optional(),
    currency: z.string().length(3),
    status: z.literal('succeeded'),
    customer: customer.optional(),
    description: z.string().optional(),
    order: order.optional(),
    metadata: metadata.optional(),
    confirm: z.boolean().optional(),
    orderType: z.string().optional(),
    sale: z.boolean().optional(),
    merchant_no: merchantNo,
    app_id: z.string().min(1),
    create_at: time,
    modify_at: time,
    merchant_order_id: z.string().min(1),
    invoice_id: id('inv').optional(),
    customer_id: id('cus').optional(),
    next_action: nextAction.optional(),
    payment_method_types: z.array(z.string()).optional(),
    paymentAttempt: z
      .strictObject({ payment_method_details: z.strictObject({ type: z.string() }).optional() })
      .optional(),
    return_url: z.string().url().optional(),
    cancel_url: z.string().url().optional(),
    client_secret: z.string().optional(),
    device_data: deviceData.optional(),
    auto_capture: z.boolean().optional(),
    mandate_id: id('man').optional(),
    last_payment_error: lastPaymentError.optional(),
    order_id: z.string().optional(),
  });
  return z.strictObject({ id: id('evt'), name: z.literal('payment_intent.succeeded'), data: payment });
}
