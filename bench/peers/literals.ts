import type { Order, SmartpayEvent } from '../../src/providers/smartpay/index.ts';
import type { PaymentIntentCreateAt, UseepayEvent } from '../../src/providers/useepay/index.ts';

type Address = NonNullable<NonNullable<PaymentIntentCreateAt['customer']>['address']>;
type Customer = NonNullable<PaymentIntentCreateAt['customer']>;
type Device = NonNullable<PaymentIntentCreateAt['device_data']>;
type UseepayOrder = NonNullable<PaymentIntentCreateAt['order']>;
type Product = NonNullable<UseepayOrder['products']>[number];
type PaymentError = NonNullable<PaymentIntentCreateAt['last_payment_error']>;

let state = 0x9e3779b9 | 0;

/** Xorshift with 32 bits: as small and fast as a generator gets. */
function uint32(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 0;
}

const below = (count: number) => Math.floor((uint32() / 4294967296) * count);
const coin = () => uint32() > 0x7fffffff;
const pick = <Value>(values: readonly Value[]) => values[below(values.length)]!;

/** Draws texts of one alphabet, two characters at a time. */
function textOf(alphabet: string): (min: number, max: number) => string {
  const pairs = Array.from(alphabet).flatMap((first) => Array.from(alphabet, (second) => first + second));
  return (min, max) => {
    const length = min + below(max - min + 1);
    let text = '';
    for (let left = length >> 1; left > 0; left--) text += pairs[below(pairs.length)]!;
    return length % 2 === 0 ? text : text + alphabet[below(alphabet.length)]!;
  };
}

const upperCase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lowerCase = upperCase.toLowerCase();
const tenDigits = '0123456789';
const digits = textOf(tenDigits);
const upper = textOf(upperCase);
const lower = textOf(tenDigits + lowerCase);
const base62 = textOf(tenDigits + upperCase + lowerCase);
const printable = textOf(Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join(''));
const text = () => printable(0, 10);

function list<Value>(item: () => Value): Value[] {
  const items: Value[] = [];
  for (let left = below(6); left > 0; left--) items.push(item());
  return items;
}

function metadata<Value>(key: () => string, value: () => Value): { [Key: string]: Value } {
  const entries: { [Key: string]: Value } = {};
  for (let left = below(4); left > 0; left--) entries[key()] = value();
  return entries;
}

const integer = (min: number, max: number) => min + below(max - min + 1);
const positive = () => integer(1, Number.MAX_SAFE_INTEGER);

/** Smartpay's `order.authorized`, as someone would write it for whom only speed counts. */
export function smartpayOrderAuthorized(): SmartpayEvent<'order.authorized', Order> {
  const mode = coin() ? 'test' : 'live';
  const test = mode === 'test';
  const id = (prefix: string) => `${prefix}_${mode}_${base62(1, 11)}`;
  const moment = () => integer(1_000_000_000_000, 9_999_999_999_999);
  const amount = () => below(Number.MAX_SAFE_INTEGER);

  const address: Order['shippingInfo']['address'] = {
    line1: text(),
    locality: text(),
    postalCode: text(),
    country: 'JP',
  };
  if (coin()) address.line2 = text();
  if (coin()) address.line3 = text();
  if (coin()) address.line4 = text();
  if (coin()) address.line5 = text();
  if (coin()) address.subLocality = text();
  if (coin()) address.administrativeArea = text();

  const shippingInfo: Order['shippingInfo'] = { address };
  if (coin()) shippingInfo.addressType = pick(['home', 'gift', 'locker', 'office', 'store'] as const);
  if (coin()) shippingInfo.carrierName = text();
  if (coin()) shippingInfo.reference = text();
  if (coin()) shippingInfo.feeAmount = amount();
  if (coin()) shippingInfo.feeCurrency = 'JPY';

  const data: Order = {
    id: id('order'),
    object: 'order',
    amount: amount(),
    createdAt: moment(),
    currency: 'JPY',
    lineItems: list(() => id('li')),
    metadata: metadata(() => printable(1, 11), text),
    shippingInfo,
    status: coin() ? 'succeeded' : 'requires_capture',
    test,
    updatedAt: moment(),
  };
  if (coin()) data.description = text();
  if (coin()) data.discountAmount = amount();
  if (coin()) data.discounts = list(() => id('discount'));
  if (coin()) data.expiresAt = moment();
  if (coin()) data.payments = list(() => id('payment'));
  if (coin()) data.reference = text();
  if (coin()) data.tokenId = id('paytok');

  return {
    id: id('evt'),
    object: 'event',
    createdAt: moment(),
    test,
    eventData: { type: 'order.authorized', version: '2022-02-18', data },
  };
}

const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
const time = () =>
  `20${twoDigits[below(37)]}-${twoDigits[1 + below(12)]}-${twoDigits[1 + below(28)]}T${twoDigits[below(24)]}:${twoDigits[below(60)]}:${twoDigits[below(60)]}Z`;
const url = () => `https://example.com/${lower(1, 12)}`;
const prefixed = (prefix: string) => `${prefix}_${base62(1, 11)}`;
const merchantNo = () => (coin() ? digits(15, 15) : `${digits(11, 11)}xxxx`);
const amount = () => (coin() ? below(1e11) / 100 : (uint32() / 4294967296) * 1e9);
const textOrNumber = () => (coin() ? text() : (uint32() / 4294967296) * 2e9 - 1e9);

function address(): Address {
  const value: Address = { city: text(), postcode: text(), state: text(), line1: text() };
  if (coin()) value.country = upper(2, 2);
  if (coin()) value.line2 = text();
  return value;
}

function customer(): Customer {
  const value: Customer = {
    id: coin() ? prefixed('cus') : 'cusxxx',
    merchant_no: merchantNo(),
    app_id: printable(1, 11),
    create_at: time(),
    modify_at: time(),
  };
  if (coin()) value.address = address();
  if (coin()) value.description = text();
  if (coin()) value.name = text();
  if (coin()) value.email = `${lower(1, 12)}@example.com`;
  if (coin()) value.phone = text();
  if (coin()) value.metadata = metadata(text, textOrNumber);
  if (coin()) {
    value.shipping = { address: address() };
    if (coin()) value.shipping.name = text();
    if (coin()) value.shipping.phone = text();
  }
  if (coin()) value.first_name = text();
  if (coin()) value.last_name = text();
  if (coin()) value.merchant_customer_id = text();
  return value;
}

function product(): Product {
  const value: Product = { name: text(), quantity: positive() };
  if (coin()) value.code = text();
  if (coin()) value.desc = text();
  if (coin()) value.sku = text();
  if (coin()) value.type = text();
  if (coin()) value.url = url();
  if (coin()) value.effective_end_at = time();
  if (coin()) value.effective_start_at = time();
  return value;
}

function order(): UseepayOrder {
  const value: UseepayOrder = {};
  if (coin()) value.category = text();
  if (coin()) value.products = list(product);
  if (coin()) {
    value.shipping = { address: address() };
    if (coin()) value.shipping.first_name = text();
    if (coin()) value.shipping.last_name = text();
    if (coin()) value.shipping.shipping_method = text();
  }
  return value;
}

function device(): Device {
  const value: Device = {};
  if (coin()) value.browser = { java_enabled: coin(), javascript_enabled: coin(), user_agent: text() };
  if (coin()) value.language = text();
  if (coin()) value.location = { lat: text(), lon: text() };
  if (coin()) value.mobile = { device_model: text(), os_type: text(), os_version: text() };
  if (coin()) value.timezone = text();
  if (coin()) value.accept_header = text();
  if (coin()) value.device_id = text();
  if (coin()) value.ip_address = text();
  if (coin()) value.screen_color_depth = positive();
  if (coin()) value.screen_height = positive();
  if (coin()) value.screen_width = positive();
  return value;
}

const codes = [
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
] as const;

/** UseePay's `payment_intent.succeeded` of 2024-10 in the shape `create-at`, written for speed alone. */
export function useepayPaymentSucceeded(): UseepayEvent<'payment_intent.succeeded', PaymentIntentCreateAt> {
  const data: PaymentIntentCreateAt = {
    id: coin() ? digits(17, 19) : `${digits(14, 16)}xxx`,
    amount: amount(),
    currency: upper(3, 3),
    status: 'succeeded',
    merchant_no: merchantNo(),
    app_id: printable(1, 11),
    create_at: time(),
    modify_at: time(),
    merchant_order_id: printable(1, 11),
  };
  if (coin()) data.captured_amount = amount();
  if (coin()) data.customer = customer();
  if (coin()) data.description = text();
  if (coin()) data.order = order();
  if (coin()) data.metadata = metadata(text, textOrNumber);
  if (coin()) data.confirm = coin();
  if (coin()) data.orderType = text();
  if (coin()) data.sale = coin();
  if (coin()) data.invoice_id = prefixed('inv');
  if (coin()) data.customer_id = prefixed('cus');
  if (coin()) {
    data.next_action = { type: 'redirect', redirect: { method: 'GET', url: url() } };
    if (coin()) data.next_action.redirect.content_type = text();
  }
  if (coin()) data.payment_method_types = list(text);
  if (coin()) {
    data.paymentAttempt = {};
    if (coin()) data.paymentAttempt.payment_method_details = { type: text() };
  }
  if (coin()) data.return_url = url();
  if (coin()) data.cancel_url = url();
  if (coin()) data.client_secret = text();
  if (coin()) data.device_data = device();
  if (coin()) data.auto_capture = coin();
  if (coin()) data.mandate_id = coin() ? prefixed('man') : 'xxx';
  if (coin()) {
    const error: PaymentError = {};
    if (coin()) error.code = pick(codes);
    if (coin()) error.decline_code = text();
    if (coin()) error.message = text();
    data.last_payment_error = error;
  }
  if (coin()) data.order_id = text();
  return { id: prefixed('evt'), name: 'payment_intent.succeeded', data };
}
