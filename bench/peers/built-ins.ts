import * as fc from 'fast-check';

type Model = { readonly [Key: string]: fc.Arbitrary<unknown> };

/** How an object is drawn whose optional keys may be absent. */
export type ObjectOf = (required: Model, optional?: Model) => fc.Arbitrary<object>;

/** As fast-check does it: each optional key is there five times out of six. */
export const mostly: ObjectOf = (required, optional = {}) =>
  fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required), noNullPrototype: true });

/** Each optional key is there half the time, so that events are as large as those of the other contenders. */
export const evenly: ObjectOf = (required, optional = {}) => {
  const keys = Object.keys(optional);
  const maybe = Object.fromEntries(
    Object.entries(optional).map(([key, value]) => [key, fc.option(value, { freq: 2, nil: undefined })]),
  );
  return fc.record({ ...required, ...maybe }, { noNullPrototype: true }).map((drawn) => {
    for (const key of keys) if (drawn[key] === undefined) delete drawn[key];
    return drawn;
  });
};

const oneOf = (characters: string) => fc.constantFrom(...Array.from(characters));
const digits = oneOf('0123456789');
const upper = oneOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const base62 = oneOf('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
const lower = oneOf('0123456789abcdefghijklmnopqrstuvwxyz');

const text = fc.string();
const some = (min: number, max: number, unit: fc.Arbitrary<string>) =>
  fc.string({ minLength: min, maxLength: max, unit });
const list = <Value>(item: fc.Arbitrary<Value>) => fc.array(item, { maxLength: 5 });
const positive = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const boolean = fc.boolean();

/** Smartpay's `order.authorized`, as a careful user of fast-check would write it. */
export function smartpayOrderAuthorized(object: ObjectOf): fc.Arbitrary<object> {
  const id = (prefix: string) =>
    fc
      .tuple(fc.constantFrom('test', 'live'), some(1, 11, base62))
      .map(([mode, characters]) => `${prefix}_${mode}_${characters}`);
  const moment = fc.integer({ min: 1_000_000_000_000, max: 9_999_999_999_999 });
  const amount = fc.maxSafeNat();
  const currency = fc.constant('JPY');
  const address = object(
    {
      line1: text,
      locality: fc.string({ maxLength: 80 }),
      postalCode: text,
      country: fc.constant('JP'),
    },
    { line2: text, line3: text, line4: text, line5: text, subLocality: text, administrativeArea: text },
  );
  const order = object(
    {
      id: id('order'),
      object: fc.constant('order'),
      amount,
      createdAt: moment,
      currency,
      lineItems: list(id('li')),
      metadata: fc.dictionary(fc.string({ minLength: 1, maxLength: 40 }), fc.string({ maxLength: 200 }), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
      shippingInfo: object(
        { address },
        {
          addressType: fc.constantFrom('home', 'gift', 'locker', 'office', 'store'),
          carrierName: text,
          reference: text,
          feeAmount: amount,
          feeCurrency: currency,
        },
      ),
      status: fc.constantFrom('succeeded', 'requires_capture'),
      test: boolean,
      updatedAt: moment,
    },
    {
      description: text,
      discountAmount: amount,
      discounts: list(id('discount')),
      expiresAt: moment,
      payments: list(id('payment')),
      reference: text,
      tokenId: id('paytok'),
    },
  );
  return object({
    id: id('evt'),
    object: fc.constant('event'),
    createdAt: moment,
    test: boolean,
    eventData: object({
      type: fc.constant('order.authorized'),
      version: fc.constant('2022-02-18'),
      data: order,
    }),
  });
}

/** UseePay's `payment_intent.succeeded` of 2024-10 in the shape `create-at`, as a careful user would write it. */
export function useepayPaymentSucceeded(object: ObjectOf): fc.Arbitrary<object> {
  const id = (prefix: string) => some(1, 11, base62).map((characters) => `${prefix}_${characters}`);
  const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
  const filled = fc.string({ minLength: 1 });
  const merchantNo = fc.oneof(
    some(15, 15, digits),
    some(11, 11, digits).map((known) => `${known}xxxx`),
  );
  const time = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2037-01-01'), noInvalidDate: true })
    .map((date) => `${date.toISOString().slice(0, 19)}Z`);
  const url = some(1, 12, lower).map((path) => `https://example.com/${path}`);
  const metadata = fc.dictionary(text, fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true })), {
    maxKeys: 3,
    noNullPrototype: true,
  });
  const address = object(
    { city: text, postcode: text, state: text, line1: text },
    { country: some(2, 2, upper), line2: text },
  );
  const customer = object(
    {
      id: fc.oneof(id('cus'), fc.constant('cusxxx')),
      merchant_no: merchantNo,
      app_id: filled,
      create_at: time,
      modify_at: time,
    },
    {
      address,
      description: text,
      name: text,
      email: some(1, 12, lower).map((name) => `${name}@example.com`),
      phone: text,
      metadata,
      shipping: object({ address }, { name: text, phone: text }),
      first_name: text,
      last_name: text,
      merchant_customer_id: text,
    },
  );
  const product = object(
    { name: text, quantity: positive },
    { code: text, desc: text, sku: text, type: text, url, effective_end_at: time, effective_start_at: time },
  );
  const order = object(
    {},
    {
      category: text,
      products: list(product),
      shipping: object({ address }, { first_name: text, last_name: text, shipping_method: text }),
    },
  );
  const deviceData = object(
    {},
    {
      browser: object({ java_enabled: boolean, javascript_enabled: boolean, user_agent: text }),
      language: text,
      location: object({ lat: text, lon: text }),
      mobile: object({ device_model: text, os_type: text, os_version: text }),
      timezone: text,
      accept_header: text,
      device_id: text,
      ip_address: text,
      screen_color_depth: positive,
      screen_height: positive,
      screen_width: positive,
    },
  );
  const payment = object(
    {
      id: fc.oneof(
        some(17, 19, digits),
        some(14, 16, digits).map((known) => `${known}xxx`),
      ),
      amount,
      currency: some(3, 3, upper),
      status: fc.constant('succeeded'),
      merchant_no: merchantNo,
      app_id: filled,
      create_at: time,
      modify_at: time,
      merchant_order_id: filled,
    },
    {
      captured_amount: amount,
      customer,
      description: text,
      order,
      metadata,
      confirm: boolean,
      orderType: text,
      sale: boolean,
      invoice_id: id('inv'),
      customer_id: id('cus'),
      next_action: object({
        type: fc.constant('redirect'),
        redirect: object({ method: fc.constant('GET'), url }, { content_type: text }),
      }),
      payment_method_types: list(text),
      paymentAttempt: object({}, { payment_method_details: object({ type: text }) }),
      return_url: url,
      cancel_url: url,
      client_secret: text,
      device_data: deviceData,
      auto_capture: boolean,
      mandate_id: fc.oneof(id('man'), fc.constant('xxx')),
      last_payment_error: object(
        {},
        {
          code: fc.constantFrom(
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
          ),
          decline_code: text,
          message: text,
        },
      ),
      order_id: text,
    },
  );
  return object({ id: id('evt'), name: fc.constant('payment_intent.succeeded'), data: payment });
}
