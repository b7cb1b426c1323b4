import { describe, expectTypeOf, test } from 'vitest';
import * as smartpayFixtures from '../../fixtures/smartpay/2022-02-18/index.js';
import * as formFixtures from '../../fixtures/useepay/2024-10/index.js';
import * as jsonFixtures from '../../fixtures/useepay/2025-11-06/index.js';
import * as useepayFixtures from '../../fixtures/useepay/2026-04/index.js';
import { documented, either, event, pin, type EventOf, type EventType } from '../../src/define/index.ts';
import { fixture } from '../../src/fixture/index.ts';
import { order } from '../../src/providers/smartpay/2022-02-18/objects.ts';
import { v2022_02_18, type Order, type SmartpayEvent, type Token } from '../../src/providers/smartpay/index.ts';
import {
  v2024_10,
  v2025_11_06,
  v2026_04,
  type Dispute,
  type PaymentIntentCreateAt,
  type PaymentIntentCreatedAt,
} from '../../src/providers/useepay/index.ts';

type Smartpay = typeof v2022_02_18;
type Useepay = typeof v2026_04;

/** `Value`, readonly at every level. */
type DeepReadonly<Value> = { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> };

/** `Value` with its intersections and interfaces written out at every level. */
type Flat<Value> = Value extends object ? { [Key in keyof Value]: Flat<Value[Key]> } : Value;

/** The names of the fixtures that are no event of their provider version. */
type Misfits<P, Fixtures> = {
  [Name in keyof Fixtures]: Fixtures[Name] extends DeepReadonly<EventOf<P>> ? never : Name;
}[keyof Fixtures];

/** The event types that the fixtures of a version have between them, each as its own name spells it. */
type FixtureType<Fixtures> = {
  [Name in keyof Fixtures]: Fixtures[Name] extends { readonly eventData: { readonly type: infer Type } }
    ? Type
    : Fixtures[Name] extends { readonly name: infer Type }
      ? Type
      : never;
}[keyof Fixtures];

type EverySince2024 =
  | 'invoice.cancelled'
  | 'invoice.paid'
  | 'invoice.payment_failed'
  | 'invoice.sent'
  | 'payment_intent.cancelled'
  | 'payment_intent.created'
  | 'payment_intent.failed'
  | 'payment_intent.pending'
  | 'payment_intent.requires_capture'
  | 'payment_intent.requires_customer_action'
  | 'payment_intent.requires_payment_method'
  | 'payment_intent.succeeded'
  | 'refund.accepted'
  | 'refund.failed'
  | 'refund.received'
  | 'refund.succeeded'
  | 'subscription.active'
  | 'subscription.cancelled'
  | 'subscription.created'
  | 'subscription.expired'
  | 'subscription.paused'
  | 'subscription.unpaid'
  | 'subscription.updated';

describe('EventType', () => {
  test("is a version's rows exactly", () => {
    expectTypeOf<EventType<Smartpay>>().toEqualTypeOf<
      | 'coupon.created'
      | 'coupon.updated'
      | 'merchant_user.created'
      | 'merchant_user.password_reset'
      | 'order.authorized'
      | 'order.canceled'
      | 'order.rejected'
      | 'payment.created'
      | 'payout.generated'
      | 'payout.paid'
      | 'promotion_code.created'
      | 'promotion_code.updated'
      | 'refund.created'
      | 'token.approved'
      | 'token.created'
      | 'token.deleted'
      | 'token.disabled'
      | 'token.enabled'
      | 'token.rejected'
      | 'token.used'
    >();
    expectTypeOf<EventType<typeof v2024_10>>().toEqualTypeOf<
      EverySince2024 | 'payment_method.created' | 'payment_method.updated'
    >();
    expectTypeOf<EventType<typeof v2025_11_06>>().toEqualTypeOf<EventType<typeof v2024_10>>();
    expectTypeOf<EventType<Useepay>>().toEqualTypeOf<
      EverySince2024 | 'checkout_session.completed' | 'checkout_session.expired' | 'dispute.closed' | 'dispute.created'
    >();
  });
});

describe('EventOf', () => {
  test('narrows a pinned field to its values', () => {
    type Data<Type extends EventType<Smartpay>> = EventOf<Smartpay, Type>['eventData']['data'];
    expectTypeOf<Data<'order.authorized'>['status']>().toEqualTypeOf<'succeeded' | 'requires_capture'>();
    expectTypeOf<Data<'order.canceled'>['status']>().toEqualTypeOf<'canceled'>();
    expectTypeOf<Data<'order.authorized'>['currency']>().toEqualTypeOf<Order['currency']>();
    expectTypeOf<EventOf<Useepay, 'checkout_session.expired'>['data']['payment_status']>().toEqualTypeOf<'unpaid'>();
    expectTypeOf<EventOf<Useepay, 'subscription.updated'>['data']['status']>().not.toEqualTypeOf<string>();
  });

  test('is the whole event exactly', () => {
    interface TokenUsed {
      id: string;
      object: 'event';
      createdAt: number;
      test: boolean;
      eventData: {
        type: 'token.used';
        version: '2022-02-18';
        data: {
          id: string;
          object: 'token';
          createdAt: number;
          metadata: Record<string, string>;
          reference?: string | undefined;
          status: 'active';
          test: boolean;
          updatedAt: number;
        };
      };
    }
    expectTypeOf<Flat<EventOf<Smartpay, 'token.used'>>>().toEqualTypeOf<Flat<TokenUsed>>();
    expectTypeOf<EventOf<Smartpay, 'token.used'>['eventData']['data']>().toExtend<Token>();
    expectTypeOf<EventOf<Smartpay, 'token.used'>>().toExtend<SmartpayEvent<'token.used', Token>>();
  });

  test('is a union that the event type tells apart', () => {
    const byType = (event: EventOf<Smartpay>) => {
      if (event.eventData.type === 'order.authorized')
        expectTypeOf(event.eventData.data.status).toEqualTypeOf<'succeeded' | 'requires_capture'>();
      if (event.eventData.type === 'token.used') expectTypeOf(event.eventData.data.status).toEqualTypeOf<'active'>();
    };
    const byName = (event: EventOf<Useepay>) => {
      if (event.name === 'refund.failed') expectTypeOf(event.data.status).toEqualTypeOf<'failed'>();
      if (event.name === 'checkout_session.completed') expectTypeOf(event.data.payment_status).toEqualTypeOf<'paid'>();
    };
    expectTypeOf(byType).returns.toBeVoid();
    expectTypeOf(byName).returns.toBeVoid();
  });

  test('is a union of every envelope, in every spelling', () => {
    type DisputeCreated = EventOf<Useepay, 'dispute.created'>;
    expectTypeOf<DisputeCreated['name']>().toEqualTypeOf<'dispute.created' | 'dispute.create' | 'dispute.cteate'>();
    expectTypeOf<DisputeCreated extends infer E ? keyof E : never>().toEqualTypeOf<'name'>();
    expectTypeOf<Extract<DisputeCreated, { id: string }>['data']['status']>().toEqualTypeOf<'need_reponse'>();
    expectTypeOf<Extract<DisputeCreated, { eventId: string }>['date']>().toExtend<Dispute>();
    expectTypeOf<EventOf<typeof v2024_10, 'invoice.sent'>['name']>().toEqualTypeOf<'invoice.sent' | 'invoice.open'>();
    expectTypeOf<EventOf<Useepay, 'invoice.sent'>['name']>().toEqualTypeOf<'invoice.sent'>();
  });

  test('is a union of every shape', () => {
    type Payment = EventOf<Useepay, 'payment_intent.succeeded'>['data'];
    expectTypeOf<Extract<Payment, { created_at: string }>>().toExtend<PaymentIntentCreatedAt>();
    expectTypeOf<Extract<Payment, { create_at: string }>>().toExtend<PaymentIntentCreateAt>();
    expectTypeOf<Exclude<Payment, { created_at: string } | { create_at: string }>>().toBeNever();
    expectTypeOf<Payment['status']>().toEqualTypeOf<'succeeded'>();
  });

  test('refuses an event type that the version does not have', () => {
    // @ts-expect-error misspelt
    type Misspelt = EventOf<Smartpay, 'order.authorised'>;
    // @ts-expect-error of another version
    type Missing = EventOf<typeof v2024_10, 'dispute.created'>;
    // @ts-expect-error a spelling is no event type
    type Spelling = EventOf<Useepay, 'dispute.cteate'>;
    expectTypeOf<[Misspelt, Missing, Spelling]>().not.toBeAny();
  });
});

describe('event()', () => {
  const said = documented('https://example.com, read 2026-11-22');

  test('takes pins of fields and values that the object has', () => {
    const row = event(order, { status: pin('canceled', said) }, 'An order was cancelled.', said);
    expectTypeOf(row.pins.status.value).toEqualTypeOf<'canceled'>();
    expectTypeOf(event(order, {}, 'An order was changed.', said).spellings).toEqualTypeOf<readonly never[]>();
  });

  test('refuses a misspelt field', () => {
    // @ts-expect-error no such field
    event(order, { statsu: pin('canceled', said) }, 'An order was cancelled.', said);
    const pins = { status: pin('canceled', said), statsu: pin('canceled', said) };
    // @ts-expect-error no such field beside one that is right
    event(order, pins, 'An order was cancelled.', said);
  });

  test('refuses a misspelt value, alone or in a choice', () => {
    // @ts-expect-error no such status
    event(order, { status: pin('cancelled', said) }, 'An order was cancelled.', said);
    const choice = either({ right: pin('canceled', said), wrong: pin('cancelled', said) });
    // @ts-expect-error no such status
    event(order, { status: choice }, 'An order was cancelled.', said);
  });

  test('refuses a value without evidence', () => {
    // @ts-expect-error how it is known is not said
    event(order, { status: 'canceled' }, 'An order was cancelled.', said);
    // @ts-expect-error how it is known is not said
    event(order, {}, 'An order was changed.');
  });
});

describe('fixture()', () => {
  test('returns the event', () => {
    expectTypeOf(fixture(v2022_02_18, 'token.used')).toEqualTypeOf<EventOf<Smartpay, 'token.used'>>();
  });

  test('refuses a misspelt event type', () => {
    // @ts-expect-error misspelt
    fixture(v2022_02_18, 'order.authorised');
    // @ts-expect-error of another version
    fixture(v2024_10, 'dispute.created');
  });

  test('refuses overrides that the event does not have, unless they are unchecked', () => {
    // @ts-expect-error pinned to another status
    fixture(v2022_02_18, 'order.canceled', { overrides: { eventData: { data: { status: 'succeeded' } } } });
    // @ts-expect-error no such field
    fixture(v2022_02_18, 'order.canceled', { overrides: { eventData: { data: { amuont: 1 } } } });
    fixture(v2022_02_18, 'order.canceled', { overrides: { eventData: { data: { amuont: 1 } } }, unchecked: true });
    fixture(v2022_02_18, 'order.canceled', { overrides: { eventData: { data: { amount: 1, reference: undefined } } } });
  });
});

describe('a module of fixtures', () => {
  test('exports nothing but events of its version', () => {
    expectTypeOf<Misfits<Smartpay, typeof smartpayFixtures>>().toBeNever();
    expectTypeOf<Misfits<typeof v2024_10, typeof formFixtures>>().toBeNever();
    expectTypeOf<Misfits<typeof v2025_11_06, typeof jsonFixtures>>().toBeNever();
    expectTypeOf<Misfits<Useepay, typeof useepayFixtures>>().toBeNever();
    expectTypeOf<Misfits<typeof v2024_10, typeof smartpayFixtures>>().not.toBeNever();
  });

  test('exports every event type, in every spelling', () => {
    expectTypeOf<FixtureType<typeof smartpayFixtures>>().toEqualTypeOf<EventType<Smartpay>>();
    expectTypeOf<FixtureType<typeof formFixtures>>().toEqualTypeOf<EventOf<typeof v2024_10>['name']>();
    expectTypeOf<FixtureType<typeof jsonFixtures>>().toEqualTypeOf<EventOf<typeof v2025_11_06>['name']>();
    expectTypeOf<FixtureType<typeof useepayFixtures>>().toEqualTypeOf<EventOf<Useepay>['name']>();
  });

  test('exports an event of the type that its name says', () => {
    expectTypeOf(smartpayFixtures.orderRejectedHardDecline).toExtend<
      DeepReadonly<EventOf<Smartpay, 'order.rejected'>>
    >();
    expectTypeOf(smartpayFixtures.orderRejectedHardDecline.eventData.data.status).toEqualTypeOf<'rejected'>();
  });
});
